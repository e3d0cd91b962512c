"""`verify` as whoever runs the server meets it, and with an earlier export."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.verifying import copy_in
from storage.database import Database, open_database
from tests.bot.conftest import Glasnik
from tests.storage.consultations import sample
from tests.storage.consultations.sample import END


async def _voted(db: Database) -> dict[str, Any]:
    """Let a library vote; return the log as an export has it."""
    members = await db.transact(sample.add_members, 3)
    one = await sample.put(db)
    for question in await sample.asked(db, one.id):
        await sample.vote(db, question, members[0].delegate)
    entries, head = await sample.log(db, one)
    await sample.close(db, one, END + timedelta(days=1))
    log = [{"number": entry.number, "body": entry.body, "hash": entry.hash} for entry in entries]
    return {"title": "…", "log": log, "head": {"length": head.length, "hash": head.hash}}


async def test_verify_says_what_is_sound_and_the_first_thing_that_is_not(
    glasnik: Glasnik, sqlite_url: str, tmp_path: Path
) -> None:
    db = open_database(sqlite_url)
    export = tmp_path / "earlier.json"
    export.write_text(json.dumps(await _voted(db)), encoding="utf-8")
    sound = await glasnik("verify", "1", "--against", str(export), GLASNIK_DATABASE=sqlite_url)
    assert (sound.code, sound.complained) == (0, "")
    assert "log: 5 entries, each follows from all before it" in sound.said
    assert "earlier export: all its 4 entries are there, unchanged" in sound.said
    assert "votes: 3 on 3 questions, counted anew, are those in the books" in sound.said
    assert "closing: counts, roll and outcomes follow from the votes" in sound.said
    await db.transact(lambda tx: tx.execute(text("DELETE FROM ballot_log WHERE number = 3")))
    await db.close()
    broken = await glasnik("verify", "1", GLASNIK_DATABASE=sqlite_url)
    assert (broken.code, broken.said, broken.complained) == (1, "", "Entry 3 of the log was dropped.\n")


async def test_verify_refuses_what_it_cannot_use(glasnik: Glasnik, sqlite_url: str, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text("[]", encoding="utf-8")
    for args, words in (
        (("7",), "There is no consultation 7."),
        (("1", "--against", str(other)), "is not an export"),
        (("1", "--against", str(tmp_path / "none.json")), "cannot be read"),
    ):
        ended = await glasnik("verify", *args, GLASNIK_DATABASE=sqlite_url)
        assert (ended.code, ended.said) == (1, "")
        assert words in ended.complained


@pytest.mark.parametrize(
    "export", [b"", b"{", b"null", b'{"log":[]}', b'{"log":[{"number":"x"}],"head":{"length":0,"hash":""}}', b"\xff"]
)
def test_what_is_no_export_is_none(export: bytes) -> None:
    assert copy_in(export) is None
