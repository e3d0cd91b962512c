"""What happens in the books beside the walk: colleagues come, and the other libraries vote."""

import random
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from playwright.async_api import Page
from sqlalchemy import Connection

from bot.demo.clock import DemoClock
from handlers.consultations.voting import new_receipt
from storage import people
from storage.consultations import books, voting
from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, ConsultationId
from storage.database import open_database
from storage.membership import invites, lists, roles
from storage.people import Person, Role
from tests.walk.hand import TEXTS, Hand

CHOICES = (Choice.FOR, Choice.CHANGE, Choice.AGAINST, Choice.ABSTAIN)
LIKELY = ((6, 1, 1, 1), (2, 5, 2, 1), (2, 1, 4, 1))
"""Weights of the choices: most articles please, some would if they were changed, some do not."""


async def join(page: Page, data: Path, like: str, language: str, colleagues: Mapping[str, Role]) -> None:
    """Let colleagues of somebody come in by invites, as the first walk shows, and load the page anew."""
    db, now = open_database(f"sqlite:///{data / 'glasnik.db'}"), DemoClock(data / "clock.json").now()
    for name, role in colleagues.items():
        asked = {"first_name": name, "language_code": language}
        number = (await (await page.request.post("/people", data=asked)).json())["id"]
        person = await db.transact(_redeem, number, name, role, like, language, now)
        await page.request.post(f"/people/{number}/send", data={"start": ""})
        if person.wanted_role:
            await Hand(page, "Cvetka", TEXTS.say(language)).reads(name)  # the office's notice: nothing comes later
            await db.transact(_confirm, person, now)
    await db.close()
    await page.reload()


def _redeem(tx: Connection, number: int, name: str, role: Role, like: str, language: str, now: datetime) -> Person:
    library = next(one.library for one in people.with_role(tx, Role.LIBRARIAN) if one.first_name == like)
    assert library is not None
    invites.create_invite(tx, None, role, library.id, 1, now + timedelta(hours=1), name, now)
    joined = invites.redeem(tx, name, number, name, language, now)
    assert isinstance(joined, invites.Joined)
    return joined.person


def _confirm(tx: Connection, person: Person, now: datetime) -> None:
    assert person.wanted_role
    roles.confirm(tx, people.with_role(tx, Role.ADMIN)[0].id, person.id, person.wanted_role, now)


async def others_vote(data: Path, number: int) -> None:
    """Enter the votes of most libraries, from letters."""
    clock = DemoClock(data / "clock.json")
    db = open_database(f"sqlite:///{data / 'glasnik.db'}")
    await db.transact(_vote, ConsultationId(number), clock)
    await db.close()


def _vote(tx: Connection, number: ConsultationId, clock: DemoClock) -> None:
    chance, now = random.Random(58), clock.now()
    one, staff = books.find(tx, number), people.with_role(tx, Role.STAFF)[0]
    assert isinstance(one, Consultation)
    for line in lists.all_libraries(tx):
        if voting.has_voters(tx, line.library.id) or chance.random() < 1 / 4:
            continue
        for question in books.outline(tx, number, one.version):
            (choice,) = chance.choices(CHOICES, LIKELY[question.position % len(LIKELY)])
            voting.cast_by_letter(
                tx, question.id, question.wording_id, line.library.id, staff.id, choice, "letter", new_receipt(), now
            )  # fmt: skip
