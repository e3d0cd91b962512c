"""Whether a certificate is genuine, on the web and on the command line: no more is told than whoever checks needs."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import web as server
from bot.web import certificate_routes
from handlers.events.afterwards import page
from handlers.texts import LANGUAGES
from storage.database import Database, open_database
from storage.events import certificates
from storage.events.certificates import Certificate
from storage.people import Role
from tests.bot.conftest import Glasnik
from tests.handlers.phone import TEXTS, Phone
from tests.storage.events.afterwards import OVER, certificate, was_there
from tests.storage.events.sample import publish, register
from tests.storage.events.test_leaving import forget
from tests.storage.membership.association import put, two_libraries

CODE = "K7Q2-M9XD-4TRP"

Web = TestClient[web.Request, web.Application]


async def issued(books: Database, title: str = "Delavnica <b>& sin</b>") -> Certificate:
    """Let somebody have a certificate."""
    await books.transact(two_libraries)
    ana, cvetka = await put(books, 1), await put(books, 2, Role.STAFF)
    event = await publish(books, title_sl=title, title_en=None, hours=5)
    await register(books, event, ana.id)
    await was_there(books, event, ana.id, by=cvetka.id)
    made = await certificate(books, event, ana.id, "Ana Novak")
    assert isinstance(made, Certificate)
    return made


@pytest.fixture
async def http(books: Database) -> AsyncIterator[Web]:
    """Reach the pages of certificates."""
    application = web.Application()
    application.add_routes(certificate_routes(Phone(books, 1).reach))
    async with TestClient(TestServer(application)) as client:
        yield client


async def test_the_page_says_that_it_is_genuine_and_shows_initials_only(books: Database, http: Web) -> None:
    await issued(books)
    answer = await http.get(f"/c/{CODE}", headers={"Accept-Language": "sl-SI,sl;q=0.9"})
    shown = await answer.text()
    assert (answer.status, answer.content_type) == (200, "text/html")
    for said in ("Potrdilo je pristno", "Št. 1/2027", "Delavnica &lt;b&gt;&amp; sin&lt;/b&gt;", "sreda, 12. maj 2027",
                 "5 ur", "A. N.", '<html lang="sl">'):  # fmt: skip
        assert said in shown
    for untold in ("Novak", "Kranj", "<b>"):
        assert untold not in shown
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]


async def test_the_page_speaks_the_readers_language(books: Database, http: Web) -> None:
    await issued(books)
    answer = await http.get(f"/c/{CODE}", headers={"Accept-Language": "en-GB"})
    assert "This certificate is genuine" in await answer.text()


@pytest.mark.parametrize("code", ["K7Q2-M9XD-4TRR", "QXQ", "%00", "%3Cscript%3E", "' OR 1=1", "9" * 3000])
async def test_what_is_no_code_is_told_so_and_never_repeated(books: Database, http: Web, code: str) -> None:
    await issued(books)
    answer = await http.get(f"/c/{code}")
    shown = await answer.text()
    assert answer.status == 404
    assert "Takega potrdila ni." in shown
    assert "script" not in shown
    assert code not in shown


async def test_the_page_of_somebody_erased_says_that_it_is_genuine_without_the_name(books: Database, http: Web) -> None:
    await issued(books)
    person = await Phone(books, 1).me()
    assert person is not None
    await books.transact(forget, person.id, 73)
    shown = await (await http.get(f"/c/{CODE}")).text()
    assert "Potrdilo je pristno" in shown
    assert "izbrisano" in shown
    assert "A. N." not in shown


async def test_look_ups_beyond_what_is_taken_at_once_are_put_off(
    books: Database, http: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    await issued(books)
    looking, go_on = asyncio.Event(), asyncio.Event()

    async def slow(*_: object) -> None:
        looking.set()
        await go_on.wait()

    monkeypatch.setattr(type(books), "read", slow)
    waiting = [asyncio.ensure_future(http.get(f"/c/{CODE}")) for _ in range(server.AT_ONCE)]  # noqa: TID251 - a test
    await looking.wait()
    while (answer := await http.get(f"/c/{CODE}")).status != 503:
        pass
    assert answer.headers["Retry-After"] == "1"
    go_on.set()
    assert {one.status for one in await asyncio.gather(*waiting)} == {404}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_whole_without_a_certificate(language: str) -> None:
    shown = page.page(None, TEXTS.say(language))
    assert "$" not in shown
    assert TEXTS.say(language).label("certificate-not-genuine") in shown


async def test_the_command_line_says_so_too(glasnik: Glasnik, sqlite_url: str) -> None:
    books = open_database(sqlite_url)
    made = await issued(books, "Delavnica")
    await books.close()
    told = await glasnik("certificate", CODE.lower(), GLASNIK_DATABASE=sqlite_url)
    assert (told.code, told.complained) == (0, "")
    assert told.said == (
        f"Genuine: number {made.number}, issued on {OVER.date()}\nDelavnica, 2027-05-12\nInitials: A. N.\n"
    )
    wrong = await glasnik("certificate", "nobody", GLASNIK_DATABASE=sqlite_url)
    assert (wrong.code, wrong.said) == (1, "")
    assert wrong.complained == "There is no certificate with the code nobody.\n"
    assert certificates.CODE.fullmatch(CODE.replace("-", ""))
