"""What one of the office prepares is theirs: a colleague can neither see nor change nor finish it."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from handlers.buttons import Button
from handlers.consultations import compose_buttons, desk_buttons
from handlers.conversation import Pick
from storage import drafts
from storage.consultations import books as rows
from storage.consultations import drafting, opening, revising
from storage.consultations import letters as entering
from storage.consultations.rules import Consultation
from storage.consultations.tables import consultations
from storage.database import Database
from storage.drafts import Draft
from storage.membership import leaving
from storage.people import PersonId, Role
from tests.handlers.announcements.writing import document
from tests.handlers.consultations import test_letters, test_versions
from tests.handlers.consultations.test_compose import reaches_terms
from tests.handlers.phone import TEXTS, Phone
from tests.storage.membership.association import put

NOT_ALLOWED = TEXTS.say("sl")("not-allowed")


@pytest.fixture
async def zvonka(association: Database) -> Phone:
    """A colleague in the office."""
    await put(association, 91, Role.STAFF, name="Zvonka")
    return Phone(association, 91, "Zvonka")


async def draft_of(phone: Phone, feature: str) -> Draft:
    """A conversation as the books have it."""
    person = await phone.me()
    assert person is not None
    found = await phone.db.read(drafts.of_feature, PersonId(person.id), feature)
    assert found is not None
    return found


async def _a_consultation(phone: Phone) -> None:
    await reaches_terms(phone)
    await phone.taps("Naprej")


async def _a_later_end(phone: Phone) -> None:
    await phone.says("/urad")
    await phone.taps("Obravnave", "31. 3.", "Podaljšaj")
    await phone.says("7. 4. 2027 ob 12.00")


async def _a_letter(phone: Phone) -> None:
    await test_letters.begins(phone)
    await phone.taps("Valvasorjeva knjižnica Krško")
    await phone.sends(**document("dopis"))
    await phone.taps("Za pri vseh ostalih")


async def _a_version(phone: Phone) -> None:
    await test_versions.compares(phone)


@pytest.mark.parametrize(
    ("prepare", "feature", "finish"),
    [
        (_a_consultation, drafting.FEATURE, compose_buttons.OpenDraft),
        (_a_later_end, opening.EXTENDING, desk_buttons.ExtendTo),
        (_a_letter, entering.FEATURE, desk_buttons.EnterVotes),
        (_a_version, revising.FEATURE, desk_buttons.PutVersion),
        (_a_version, revising.FEATURE, lambda draft, _version: desk_buttons.ShowChange(draft, 0, 0)),
    ],
)
async def test_a_colleagues_draft_is_neither_shown_nor_changed_nor_finished(
    cvetka: Phone, zvonka: Phone, law: Consultation, books: Database,
    prepare: Callable[[Phone], Awaitable[None]], feature: str, finish: Callable[[int, int], Button],
) -> None:  # fmt: skip
    await prepare(cvetka)
    before = await draft_of(cvetka, feature)
    for button in (finish(before.id, before.version), Pick(before.id, before.version, "/back")):
        assert await zvonka.forges(button.pack()) == NOT_ALLOWED
    assert await draft_of(cvetka, feature) == before
    assert await books.read(rows.find, law.id) == law
    assert len(await books.read(lambda tx: tx.execute(select(consultations.c.id)).all())) == 1


async def test_a_letter_of_a_library_that_is_not_asked_or_votes_itself_is_not_entered(
    cvetka: Phone, darja: Phone, law: Consultation
) -> None:
    await test_letters.begins(cvetka)
    now = await draft_of(cvetka, entering.FEATURE)
    for number in (1, 99, 0, -1):
        await cvetka.forges(Pick(now.id, now.version, f"/choose {number}").pack())
    assert (await draft_of(cvetka, entering.FEATURE)) == now


async def test_a_role_that_is_lost_ends_the_conversation(cvetka: Phone, law: Consultation, books: Database) -> None:
    await test_versions.begins(cvetka)
    cvetka.bot.files["nov"] = b"1. \xc4\x8dlen\n\nNovo."
    person = await cvetka.me()
    admin = await put(books, 92, Role.ADMIN)
    assert person is not None
    await books.transact(leaving.remove, admin.id, person.id, cvetka.now)
    assert await cvetka.sends(**document("nov")) == TEXTS.say("sl")("stranger")
