"""Each command as its operator meets it: what it does, and one clear line where it cannot."""

import asyncio
import re
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage import people
from storage.database import open_database
from storage.inbox import Arrived, UpdateId, dead, failed, receive, take_retried
from storage.membership import lists
from storage.people import Role
from tests.bot.conftest import Ended, Glasnik, running
from tests.e2e.world import TOKEN, World

NOW = datetime(2026, 1, 1, tzinfo=UTC)
GOOD = "code,name,town,kind\nkranj,Mestna knjižnica Kranj,Kranj,osrednja\nkrsko,Valvasorjeva knjižnica,Krško,splošna\n"
LINK = re.compile(r"^https://t\.me/GlasnikBot\?start=i_([\w-]{22})$", re.MULTILINE)


def refused(ended: Ended, *words: str) -> None:
    """It ended with code 1 and one line that holds these words, and did nothing else."""
    assert (ended.code, ended.said) == (1, "")
    (line,) = ended.complained.splitlines()
    assert [word for word in words if word not in line] == []
    assert TOKEN not in line


async def test_the_first_admin_comes_in_by_the_link_of_invite(
    world: World, glasnik: Glasnik, sqlite_url: str, tmp_path: Path
) -> None:
    made = await glasnik("invite", "--role", "admin", GLASNIK_TELEGRAM=world.address, GLASNIK_DATABASE=sqlite_url)
    assert (made.code, made.complained) == (0, "")
    link = LINK.search(made.said)
    assert link is not None
    assert sum("█" in line for line in made.said.splitlines()) > 10, "A QR code is printed."
    await world.fault("setMyCommands", "500")
    await world.fault("deleteWebhook", "429")
    async with running(world, sqlite_url, tmp_path):
        darja = world.person("Darja")
        await darja.opens(f"i_{link[1]}")
        await darja.sees("Vabilo")
        await darja.taps("Pridruži")
        await darja.sees("Dobrodošli, Darja")
    books = open_database(sqlite_url)
    (admin,) = await books.read(people.with_role, Role.ADMIN)
    await books.close()
    assert admin.telegram_id == darja.id


async def test_invite_refuses(world: World, glasnik: Glasnik) -> None:
    no_library, unknown, too_many, unreached = await asyncio.gather(
        glasnik("invite", "--role", "librarian", GLASNIK_TELEGRAM=world.address),
        glasnik("invite", "--role", "librarian", "--library", "nikjer", GLASNIK_TELEGRAM=world.address),
        glasnik("invite", "--role", "admin", "--uses", "2", GLASNIK_TELEGRAM=world.address),
        glasnik("invite", "--role", "admin"),
    )
    refused(no_library, "--library CODE")
    refused(too_many, "for one person")
    refused(unknown, "nikjer")
    refused(unreached, "out of reach")
    world.telegram.token = "4242:OTHER"
    refused(await glasnik("invite", "--role", "admin", GLASNIK_TELEGRAM=world.address), "BotFather")
    assert (await glasnik("invite", "--role", "king")).code == 2
    assert (await glasnik("invite", "--role", "librarian", "--library", "kranj", "--uses", "101")).code == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1250"])
async def test_import_takes_what_spreadsheets_write(
    glasnik: Glasnik, sqlite_url: str, tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "libraries.csv"
    file.write_bytes(GOOD.replace(",", ";" if encoding == "windows-1250" else ",").encode(encoding))
    done = await glasnik("import-libraries", str(file), GLASNIK_DATABASE=sqlite_url)
    assert (done.code, done.complained) == (0, "")
    assert done.said.splitlines() == ["added: 2: kranj, krsko", "changed: 0", "unchanged: 0", "missing: 0"]
    books = open_database(sqlite_url)
    found = await books.read(lists.all_libraries)
    await books.close()
    assert {line.library.town for line in found} == {"Kranj", "Krško"}


async def test_a_second_import_says_what_changed(glasnik: Glasnik, sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "libraries.csv"
    file.write_text(GOOD, encoding="utf-8")
    await glasnik("import-libraries", str(file), GLASNIK_DATABASE=sqlite_url)
    file.write_text(GOOD.replace("krsko,Val", "ptuj,Val").replace("Mestna", "Nova"), encoding="utf-8")
    again = await glasnik("import-libraries", str(file), GLASNIK_DATABASE=sqlite_url)
    assert again.said.splitlines() == ["added: 1: ptuj", "changed: 1: kranj", "unchanged: 0", "missing: 1: krsko"]


BAD = {
    "wrong header": ("koda,name,town,kind\nkranj,K,K,s\n", "line 1, column 1", "code,name,town,kind"),
    "missing code": (GOOD + ",Knjižnica,Ptuj,splošna\n", "line 4, column 1", "empty"),
    "duplicate code": (GOOD + "KRANJ,Knjižnica,Ptuj,splošna\n", "line 4, column 1", "in the file already"),
    "a cell too many": (GOOD + "ptuj,Knjižnica,Ptuj,splošna,več\n", "line 4, column 5", "as many cells"),
}


async def test_a_bad_file_changes_nothing(glasnik: Glasnik, sqlite_url: str, tmp_path: Path) -> None:
    for name, (content, _, _) in BAD.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    all_ended = await asyncio.gather(
        *(glasnik("import-libraries", str(tmp_path / name), GLASNIK_DATABASE=sqlite_url) for name in BAD)
    )
    for ended, (name, (_, place, problem)) in zip(all_ended, BAD.items(), strict=True):
        assert (ended.code, ended.said) == (1, "")
        first, last = ended.complained.splitlines()
        assert first.startswith(f"{tmp_path / name}: {place}: ")
        assert problem in first
        assert last.endswith("nothing was changed.")
    refused(await glasnik("import-libraries", str(tmp_path / "none.csv")), "none.csv", "No such file")
    books = open_database(sqlite_url)
    assert await books.read(lists.all_libraries) == []
    await books.close()


async def test_a_dead_letter_is_listed_and_taken_up_again(glasnik: Glasnik, sqlite_url: str) -> None:
    books = open_database(sqlite_url)
    await books.transact(receive, [Arrived(UpdateId(7), 1001, "{}")], NOW)
    for _ in range(3):
        await books.transact(failed, UpdateId(7), "ABC234", "RuntimeError at member.py:12 show", NOW)
    listed, unknown = await asyncio.gather(
        glasnik("dead-letters", GLASNIK_DATABASE=sqlite_url),
        glasnik("dead-letters", "--retry", "XXXXXX", GLASNIK_DATABASE=sqlite_url),
    )
    assert (listed.code, listed.complained) == (0, "")
    line = "ABC234  2026-01-01T00:00:00+00:00  chat 1001  update 7  RuntimeError at member.py:12 show"
    assert listed.said.splitlines() == [line]
    refused(unknown, "XXXXXX")
    assert (await glasnik("dead-letters", "--retry", "abc234", GLASNIK_DATABASE=sqlite_url)).code == 0
    assert await books.read(dead) == []
    assert [arrived.update_id for arrived in await books.transact(take_retried)] == [7]
    await books.close()


async def test_backup_and_restore(glasnik: Glasnik, sqlite_url: str, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.db", f"sqlite:///{tmp_path}/new/other.db"
    made = await glasnik("backup", str(copy), GLASNIK_DATABASE=sqlite_url)
    assert (made.code, made.complained) == (0, "")
    assert made.said == f"{copy}: {copy.stat().st_size} bytes\n"
    in_the_way, nowhere, no_books, missing, restored = await asyncio.gather(
        glasnik("backup", str(copy), GLASNIK_DATABASE=sqlite_url),
        glasnik("backup", str(tmp_path / "no" / "copy.db"), GLASNIK_DATABASE=sqlite_url),
        glasnik("backup", str(tmp_path / "more.db"), GLASNIK_DATABASE=f"sqlite:///{tmp_path}/none.db"),
        glasnik("restore", str(tmp_path / "lost.db"), GLASNIK_DATABASE=sqlite_url),
        glasnik("restore", str(copy), GLASNIK_DATABASE=other),
    )
    refused(in_the_way, str(copy), "another name")
    refused(nowhere, str(tmp_path / "no"))
    refused(no_books, "none.db")
    refused(missing, "lost.db")
    assert (restored.code, restored.complained) == (0, "")
    refused(await glasnik("restore", str(copy), GLASNIK_DATABASE=sqlite_url), "--force")
    assert (await glasnik("restore", str(copy), "--force", GLASNIK_DATABASE=sqlite_url)).code == 0


PASSWORD = "geslo-baze"


async def test_what_cannot_be_opened_is_one_clear_line(world: World, glasnik: Glasnik, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    gone = {"GLASNIK_DATABASE": f"postgresql://ana:{PASSWORD}@127.0.0.1:9/books"}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        no_server, no_folder, no_list, no_port, no_token = await asyncio.gather(
            glasnik("run", **gone),
            glasnik("run", GLASNIK_DATABASE=f"sqlite:///{tmp_path}/file/books.db"),
            glasnik("dead-letters", **gone),
            glasnik("run", GLASNIK_TELEGRAM=world.address, GLASNIK_WEB__PORT=port),
            glasnik("run", GLASNIK_TELEGRAM=world.address, GLASNIK_TOKEN="4242:OTHER"),
        )
    refused(no_server, "`database`")
    refused(no_folder, "`database`")
    refused(no_list, "`database`")
    refused(no_port, "address already in use")
    refused(no_token, "BotFather")
    assert PASSWORD not in no_server.complained + no_list.complained


async def test_bad_settings_are_one_clear_line(glasnik: Glasnik) -> None:
    refused(await glasnik("run", GLASNIK_TOKEN=f"{TOKEN} {TOKEN}"), "token", "config.example.toml")
