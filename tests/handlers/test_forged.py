"""Rule 4: a button that nobody was shown, or was shown before a role or a library was lost, does nothing."""

import dataclasses
from collections import Counter, deque
from collections.abc import Sequence

import pytest
from sqlalchemy import Connection, select, update
from structlog.testing import capture_logs

from handlers.buttons import Button
from handlers.consultations import ballot_buttons as ballots
from handlers.consultations import buttons as consultations
from handlers.conversation import GoOn, Pick
from handlers.events import buttons as events
from handlers.membership import buttons as membership
from storage.consultations import closing, remarks
from storage.consultations.books import Question
from storage.consultations.majority import Choice
from storage.consultations.remarks import Kind
from storage.consultations.rules import Ballot, QuestionId, WordingId
from storage.events.tables import registrations
from storage.membership import invites, leaving, roles
from storage.people import LibraryId, PersonId, Role, people
from tests.handlers.consultations.sample import ENDS, put_to_vote, questions_of
from tests.handlers.consultations.samples import KEY
from tests.handlers.phone import TEXTS, Phone
from tests.handlers.test_rights import FORMER, MEMBERS, STAFF, Samples
from tests.handlers.world import World, rows, take_library
from tests.handlers.worlds import postgresql_url, sqlite_url, world
from tests.storage.membership.association import KRANJ, KRSKO, NOW, SECRET, invite

__all__ = ["postgresql_url", "sqlite_url", "world"]

NOT_ALLOWED = TEXTS.say("sl")("not-allowed")
GONE = TEXTS.say("sl")("conversation-gone")
STRANGER = TEXTS.say("sl")("stranger")
OFFICE = LibraryId(0)
TAPS_A_TAG = 3
"""So many buttons of each kind are tapped on the way through the screens."""


async def refused(phone: Phone, data: str) -> bool:
    """Send callback data; tell whether the log knows that it was refused."""
    with capture_logs() as logs:
        await phone.forges(data)
    return any(log["event"] == "refused" for log in logs)


def person_number(tx: Connection, telegram_id: int) -> PersonId:
    """Find a person's own number."""
    return PersonId(tx.execute(select(people.c.id).where(people.c.telegram_id == telegram_id)).scalar_one())


def demote(tx: Connection, telegram_id: int) -> None:
    """Make somebody a librarian of Kranj."""
    values = {"role": Role.LIBRARIAN, "library_id": KRANJ.id}
    tx.execute(update(people).where(people.c.telegram_id == telegram_id).values(**values))


async def test_rule_4_a_forged_button_for_another_persons_registration_is_refused(world: World) -> None:
    librarian = world.phone("librarian")
    assert not await refused(librarian, events.Unregister(world.event, 1).pack())
    assert TEXTS.say("sl")("event-not-in") in librarian.sees
    for forged in (f"ex:{world.event}:1:{world.bojan.id}", f"ex:{world.event}:{world.bojan.id}:1"):
        assert await refused(librarian, forged)
    assert await world.changed() == []
    seats = await world.books.read(lambda tx: tx.execute(select(registrations.c.cancelled_at)).scalars().all())
    assert seats == [None]


@pytest.mark.parametrize("said", ["/stay", "/back", "/change", "/edit title_sl", "/language en", "hej"])
@pytest.mark.parametrize("asker", ["librarian", "staff", "admin"])
async def test_rule_4_another_persons_draft_is_neither_shown_nor_changed(world: World, asker: str, said: str) -> None:
    phone = world.phone(asker)
    for version in (world.draft.version, world.draft.version - 1):
        assert await refused(phone, Pick(world.draft.id, version, said).pack())
        assert phone.sees == NOT_ALLOWED
    assert await refused(phone, events.Publish(world.draft.id, world.draft.version).pack())
    assert await refused(phone, GoOn(world.draft.id).pack())
    assert await world.changed() == []


async def test_rule_4_what_only_admins_may_is_refused_to_staff(world: World) -> None:
    staff = world.phone("staff")
    admin = await world.books.read(person_number, 17)
    forged: list[Button] = [
        membership.GiveRole(world.bojan.id, Role.STAFF, 1),
        membership.GiveRole(world.bojan.id, Role.ADMIN, 1),
        membership.GiveRole(admin, Role.LIBRARIAN, 1),
        membership.GiveRole(world.colleague.id, Role.ADMIN, 1),
        membership.MoveTo(admin, KRSKO.id, 1),
        membership.MoveTo(world.colleague.id, KRSKO.id, 1),
        membership.Confirm(admin, Role.ADMIN),
        membership.Decline(world.waiting.id, Role.ADMIN),
        membership.Remove(admin, 1),
        membership.Remove(world.colleague.id, 1),
        membership.Revoke(world.office_invite, 1),
        membership.MakeInvite(Role.STAFF, OFFICE, 1, 7, SECRET),
        membership.MakeInvite(Role.ADMIN, OFFICE, 1, 7, SECRET),
        membership.MakeInvite(Role.ADMIN, KRANJ.id, 1, 7, SECRET),
    ]
    for button in forged:
        assert await refused(staff, button.pack()), button
        assert staff.sees == NOT_ALLOWED
        assert await world.changed() == [], button


@pytest.mark.parametrize(
    "button",
    [
        membership.MakeInvite(Role.LIBRARIAN, OFFICE, 1, 7, SECRET),
        membership.MakeInvite(Role.LIBRARIAN, LibraryId(99), 1, 7, SECRET),
        membership.MakeInvite(Role.LIBRARIAN, KRANJ.id, 101, 7, SECRET),
        membership.MakeInvite(Role.LIBRARIAN, KRANJ.id, 0, 7, SECRET),
        membership.MakeInvite(Role.LIBRARIAN, KRANJ.id, 1, 36500, SECRET),
        membership.MakeInvite(Role.ADMIN, OFFICE, 2, 7, SECRET),
    ],
)
async def test_an_invite_that_no_screen_offers_is_not_made(world: World, button: Button) -> None:
    assert await refused(world.phone("admin"), button.pack())
    assert await world.changed() == []


async def test_rule_4_an_old_invite_or_one_that_another_has_used_lets_nobody_in(world: World) -> None:
    bojan, stranger = Phone(world.books, 1, "Bojan"), world.phone("stranger")
    await invite(world.books, "bojanovo", library=KRANJ)
    await stranger.says("/start i_bojanovo")
    await bojan.forges(membership.Join("bojanovo").pack())
    assert await stranger.taps("Pridružim se") == TEXTS.say("sl")("invite-used-up")
    await stranger.says("/start i_odprto")
    await world.books.transact(invites.revoke, world.colleague.id, world.invite, NOW)
    assert await stranger.taps("Pridružim se") == TEXTS.say("sl")("invite-revoked")
    assert await stranger.me() is None


async def buttons_shown(world: World, asker: str, *commands: str) -> set[str]:
    """Walk through the screens and gather the data of their buttons; a few of each kind are tapped."""
    phone = world.phone(asker)
    tapped: Counter[str] = Counter()
    shown: set[str] = set()
    for command in commands:
        await phone.says(command)
        waiting = deque(phone.keys.values())
        while waiting:
            data = waiting.popleft()
            tag = data.split(":")[0]
            if data in shown or tapped[tag] == TAPS_A_TAG or data.startswith("https:"):
                continue
            shown.add(data)
            tapped[tag] += 1
            await phone.forges(data)
            waiting += phone.keys.values()
            if await phone.me() is None:
                await world.restore()
    await world.restore()
    return shown


def packed(world: World, samples: Samples) -> set[str]:
    """The data of the samples: some buttons are on reminders only, or come after typed answers."""
    return {one.pack() for make in samples.values() for one in make(world)}


async def test_rule_4_old_keyboards_of_the_office_do_nothing_after_the_role_is_lost(world: World) -> None:
    tags = {button.tag for button in STAFF}
    shown = {data for data in await buttons_shown(world, "staff", "/urad") if data.split(":")[0] in tags}
    assert len(shown) > 100
    staff = world.phone("staff")
    number = await world.books.read(person_number, staff.telegram_id)
    admin = await world.books.read(person_number, 17)
    done = await world.books.transact(roles.assign, admin, number, Role.LIBRARIAN, KRANJ.id, NOW)
    assert isinstance(done, roles.Assigned)
    before = await world.books.read(rows)
    for data in sorted(shown | packed(world, STAFF)):
        assert await refused(staff, data) == (staff.sees == NOT_ALLOWED), data
        assert staff.sees in {NOT_ALLOWED, GONE}, data
    assert await world.books.read(rows) == before


async def test_rule_4_a_conversation_of_the_office_does_not_listen_after_the_role_is_lost(world: World) -> None:
    staff = world.phone("staff")
    await staff.forges(events.NewEvent(1).pack())
    old = next(iter(staff.keys.values()))
    await world.books.transact(demote, staff.telegram_id)
    before = await world.books.read(rows)
    with capture_logs() as logs:
        assert await staff.says("Delavnica") == NOT_ALLOWED
    assert [log["event"] for log in logs] == ["refused"]
    assert await refused(staff, old)
    assert await world.books.read(rows) == before
    await staff.says("/preklic")
    assert "Pozdravljeni" in await staff.says("Delavnica")


@pytest.mark.parametrize("asker", ["librarian", "delegate", "staff"])
async def test_rule_4_old_keyboards_do_nothing_after_person_or_library_is_lost(world: World, asker: str) -> None:
    old = await buttons_shown(world, asker, "/start", f"/start e_{world.event}") | packed(world, MEMBERS)
    left = {one.pack() for button in FORMER for one in MEMBERS[button](world)}
    phone = world.phone(asker)
    number, admin = [await world.books.read(person_number, one) for one in (phone.telegram_id, 17)]
    await world.books.transact(leaving.remove, admin, number, NOW)
    await does_nothing(world, phone, old, STRANGER)
    await world.restore()
    await world.books.transact(demote, phone.telegram_id)
    await world.books.transact(take_library, number)
    await does_nothing(world, phone, old - left, TEXTS.say("sl")("former"))


async def does_nothing(world: World, phone: Phone, old: set[str], answer: str) -> None:
    """See that each of the buttons is refused with this answer, and that nothing changes."""
    before = await world.books.read(rows)
    for data in sorted(old):
        assert await refused(phone, data), data
        assert phone.sees == answer, data
    assert await world.books.read(rows) == before


def on_question(asked: Question, wording: WordingId, library: LibraryId) -> list[Button]:
    """All that could be said of a question for a library."""
    return [
        consultations.Vote(asked.id, wording, library, Choice.FOR),
        consultations.Lean(asked.id, wording, Choice.FOR),
        ballots.CastBallot(asked.id, wording, library, Choice.FOR, KEY),
    ]


async def all_refused(world: World, phone: Phone, forged: Sequence[Button]) -> None:
    """See that each of the buttons is refused and logged, and changes nothing."""
    before = await world.books.read(rows)
    for button in forged:
        assert await refused(phone, button.pack()), button
        assert await world.books.read(rows) == before, button


@pytest.mark.parametrize("asker", ["librarian", "deputy", "delegate", "staff", "admin"])
async def test_rule_11_the_vote_of_another_library_is_refused(world: World, asker: str) -> None:
    open_vote, sealed = world.question, world.sealed_question
    await all_refused(world, world.phone(asker), [
        consultations.Vote(open_vote.id, open_vote.wording_id, KRSKO.id, Choice.FOR),
        consultations.Vote(open_vote.id, open_vote.wording_id, LibraryId(99), Choice.FOR),
        *(consultations.VoteRest(world.law, KRSKO.id, 2, sure) for sure in (0, 1)),
        ballots.CastBallot(sealed.id, sealed.wording_id, KRSKO.id, Choice.FOR, KEY),
        *(ballots.CastRest(world.sealed, KRSKO.id, 1, sure, KEY) for sure in (0, 1)),
        ballots.CheckBallots(world.sealed, KRSKO.id, KEY),
    ])  # fmt: skip


@pytest.mark.parametrize("asker", ["librarian", "delegate"])
async def test_rule_11_in_a_closed_consultation_all_is_refused(world: World, asker: str) -> None:
    phone = world.phone(asker)
    for one in (world.law, world.sealed):
        await world.books.transact(closing.close, one, ENDS)
    phone.now = ENDS
    await all_refused(world, phone, [
        *on_question(world.question, world.question.wording_id, KRANJ.id),
        *on_question(world.sealed_question, world.sealed_question.wording_id, KRANJ.id),
        consultations.VoteRest(world.law, KRANJ.id, 2, 1),
        ballots.CastRest(world.sealed, KRANJ.id, 1, 1, KEY),
        consultations.Support(world.remark, KRANJ.id, 0, 1),
        consultations.WriteRemark(world.question.id, Kind.COMMENT, 1),
        consultations.DeleteRemark(world.question.id, Kind.COMMENT, 1),
        consultations.GiveVote(world.law, KRSKO.id, 1),
        consultations.TakeBack(world.law, 1),
    ])  # fmt: skip


@pytest.mark.parametrize("asker", ["librarian", "delegate"])
async def test_rule_11_a_question_of_another_draft_is_refused(world: World, asker: str) -> None:
    await all_refused(world, world.phone(asker), [
        *on_question(world.question, world.sealed_question.wording_id, KRANJ.id),
        *on_question(world.sealed_question, world.question.wording_id, KRANJ.id),
        *on_question(world.question, WordingId(999), KRANJ.id),
        *on_question(dataclasses.replace(world.question, id=QuestionId(999)), world.question.wording_id, KRANJ.id),
    ])  # fmt: skip


@pytest.mark.parametrize("asker", ["librarian", "deputy", "delegate"])
@pytest.mark.parametrize("ballot", Ballot)
async def test_rule_11_a_consultation_that_is_for_others_is_not_there(world: World, asker: str, ballot: Ballot) -> None:
    one = (await put_to_vote(world.books, kinds=(KRSKO.kind,), ballot=ballot)).id
    first, *_ = await questions_of(world.books, one)
    bojan = world.bojan.id
    written = await world.books.transact(remarks.write, first.id, Kind.COMMENT, "Premalo denarja.", bojan, NOW)
    assert isinstance(written, remarks.Kept)
    none = LibraryId(0)
    await all_refused(world, world.phone(asker), [
        consultations.OpenConsultation(one),
        consultations.Questions(one, none, 0),
        consultations.OpenQuestion(first.id, none, 0),
        consultations.OpenQuestion(first.id, KRSKO.id, 0),
        consultations.Earlier(first.id, none, 0),
        consultations.Remarks(first.id, none, 0),
        consultations.OpenRemark(written.id, none, 0),
        consultations.Support(written.id, none, 0, 1),
        consultations.WriteRemark(first.id, Kind.COMMENT, 1),
        consultations.DeleteRemark(first.id, Kind.COMMENT, 1),
        *on_question(first, first.wording_id, KRANJ.id),
        consultations.CheckReceipt(one),
        *(consultations.VoteRest(one, KRANJ.id, 1, sure) for sure in (0, 1)),
        consultations.Proxy(one),
        consultations.ChooseProxy(one),
        *(consultations.GiveVote(one, KRSKO.id, sure) for sure in (0, 1)),
        consultations.TakeBack(one, 0),
        consultations.TakeBack(one, 1),
        ballots.AboutBallots(one),
        ballots.NewKey(one),
        ballots.UseKey(one, KEY),
        ballots.Ballots(one, KRANJ.id, 0, KEY),
        ballots.OpenBallot(first.id, KRANJ.id, 0, KEY),
        ballots.CheckBallots(one, KRANJ.id, KEY),
        *(ballots.CastRest(one, KRANJ.id, 1, sure, KEY) for sure in (0, 1)),
    ])  # fmt: skip


async def test_whoever_lost_their_library_comes_back_by_an_invite(world: World) -> None:
    phone = world.phone("without library")
    await phone.says("/start i_odprto")
    await phone.taps("Pridružim se")
    assert "Mestna knjižnica Kranj" in await phone.says("/start")
