"""Rule 12: a button that nobody was shown opens no contact and changes nothing for another library."""

from collections.abc import Sequence

import pytest

from handlers.buttons import Button
from handlers.calls.partners import buttons
from handlers.calls.partners import consortium_buttons as joint
from handlers.calls.partners.offer_guide import WHAT
from storage import drafts, people
from storage.calls import partners
from storage.calls.partner_rules import OfferId
from storage.calls.rules import ConsortiumId, DeadlineId
from tests.handlers.phone import Phone
from tests.handlers.test_forged import all_refused
from tests.handlers.world import World
from tests.handlers.worlds import postgresql_url, sqlite_url, world
from tests.storage.membership.association import KRANJ, KRSKO, NOW

__all__ = ["postgresql_url", "sqlite_url", "world"]

GREGOR = 4
"""Speaks for Krško."""

SPEAKERS = ("deputy", "delegate")
OTHERS = ("librarian", "staff", "admin")


def of_others(world: World) -> Sequence[Button]:
    """All that Kranj could try with what is Krško's."""
    one = world.joint
    return [
        *(buttons.WithdrawOffer(one.theirs, sure) for sure in (0, 1)),
        *(buttons.Settle(one.theirs, library, yes) for library in (KRANJ.id, KRSKO.id) for yes in (0, 1)),
        *(buttons.OpenAnswer(one.theirs, library) for library in (KRANJ.id, KRSKO.id)),
        buttons.AnswerOffer(one.offer),
        joint.ChooseMember(one.invitation),
        *(joint.InviteMember(one.invitation, KRSKO.id, sure) for sure in (0, 1)),
        *(joint.LeaveConsortium(one.invitation, to, sure) for to in (joint.NO_LIBRARY, KRANJ.id) for sure in (0, 1)),
        joint.TakeLead(one.invitation),
        joint.NewOwn(one.call, one.invitation),
    ]


@pytest.mark.parametrize("asker", SPEAKERS)
async def test_rule_12_what_is_another_librarys_is_refused(world: World, asker: str) -> None:
    await all_refused(world, world.phone(asker), of_others(world))


async def test_rule_12_another_library_does_nothing_with_a_project_and_a_consortium(world: World) -> None:
    one = world.joint
    await all_refused(world, Phone(world.books, GREGOR), [
        joint.OpenOwn(one.milestone), joint.ChangeOwn(one.milestone),
        *(joint.StrikeOwn(one.milestone, sure) for sure in (0, 1)),
        joint.OpenConsortium(one.consortium), joint.ChooseMember(one.consortium),
        joint.InviteMember(one.consortium, KRSKO.id, 1), joint.LeaveConsortium(one.consortium, joint.NO_LIBRARY, 1),
        joint.TakeLead(one.consortium), joint.NewOwn(one.call, one.consortium),
    ])  # fmt: skip


@pytest.mark.parametrize("asker", OTHERS)
async def test_rule_12_who_does_not_speak_for_a_library_sees_no_contact(world: World, asker: str) -> None:
    gregor = Phone(world.books, GREGOR)
    await gregor.forges(buttons.OpenOffer(world.joint.offer).pack())
    delegate = world.phone("delegate")
    await delegate.forges(buttons.Settle(world.joint.offer, KRSKO.id, 1).pack())
    assert "tg://user?id=4" in delegate.sees
    phone = world.phone(asker)
    for button in (
        buttons.Offers(world.joint.call, 0),
        *(buttons.OpenOffer(one) for one in (world.joint.offer, world.joint.theirs)),
        buttons.OpenAnswer(world.joint.offer, KRSKO.id), buttons.Settle(world.joint.offer, KRSKO.id, 1),
        joint.OpenConsortium(world.joint.consortium),
    ):  # fmt: skip
        await phone.forges(button.pack())
        assert not [one for one in ("tg://", "Gregor", "kontakt@") if one in phone.sees], button


@pytest.mark.parametrize("asker", SPEAKERS)
async def test_rule_12_the_draft_of_another_is_neither_shown_nor_published(world: World, asker: str) -> None:
    gregor = await world.books.read(people.by_telegram, GREGOR)
    assert gregor is not None
    written = {"call": world.joint.call, "side": "seeks", "part": "partner", "brings": "Zbirke.", "line": "skrito"}
    draft = await world.books.transact(drafts.start, gregor.id, GREGOR, partners.FEATURE, WHAT, written, NOW)
    await all_refused(world, world.phone(asker), [buttons.SayOffer(draft.id, draft.version)])


@pytest.mark.parametrize("asker", SPEAKERS)
async def test_what_is_not_there_is_said_not_to_be(world: World, asker: str) -> None:
    phone = world.phone(asker)
    await all_refused(world, phone, [
        buttons.OpenOffer(OfferId(99)), buttons.AnswerOffer(OfferId(99)), buttons.Settle(OfferId(99), KRSKO.id, 1),
        joint.OpenConsortium(ConsortiumId(99)), joint.JoinConsortium(ConsortiumId(99)),
        joint.OpenOwn(DeadlineId(99)), joint.StrikeOwn(DeadlineId(99), 1), joint.ChangeOwn(DeadlineId(1)),
    ])  # fmt: skip
    assert "Tega ni več." in phone.sees
