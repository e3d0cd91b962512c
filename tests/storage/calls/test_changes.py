"""Rules 2 and 3: who knew an old date hears of the new one once; what nobody relies on is told to nobody."""

import asyncio
import threading
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import Connection, select

from storage import due, outbox, sending
from storage.calls import desk, following, news, publishing
from storage.calls.feature import FEATURE
from storage.calls.news import What
from storage.calls.reminding import Pace
from storage.calls.rules import Call, Content, DeadlineKind, Document, Intent, When
from storage.database import Database, open_database
from storage.people import Person, Role
from storage.sending import Claimed, Retry
from tests.storage.calls import sample
from tests.storage.calls.sample import END, NOW, amend, deadline, local, pass_time, publish, reminded, told
from tests.storage.consultations.sample import Member, add_members, add_people

LATER, SOONER = When(date(2027, 4, 29), time(12)), When(date(2027, 4, 10), time(12))
NIGHT = time(21), time(7)
LIFE = local(30, 12, 4)
DAY = timedelta(days=1)
TEN = timedelta(minutes=10)
PUBLISHED, CHANGED = ("01. 03. 10:00", What.PUBLISHED), What.CHANGED


async def test_rule_2_an_extension_is_told_once_with_both_dates_to_all_who_knew_the_old_one(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    applying, following_, other = members
    await sample.follow(books, following_.librarian)
    call = await publish(books)
    await sample.declare(books, call, applying.delegate, Intent.APPLYING)
    before = await pass_time(books, NOW, local(20, 9))
    await amend(books, call, staff, local(20, 9), LATER)
    heard = await pass_time(books, local(20, 9), local(21, 9))
    assert {(one.person, one.clock, one.depends) for one in heard} == {
        (applying.delegate.id, "20. 03. 09:10", True), (applying.deputy.id, "20. 03. 09:10", True),
        (following_.librarian.id, "20. 03. 09:10", False),
    }  # fmt: skip
    assert len(heard) == 3
    assert all(one.moved == [(END, LATER)] for one in heard)
    assert told([*before, *heard], other.delegate) == []


async def test_rule_2_reminders_that_have_passed_come_again_and_others_move(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    before = await pass_time(books, NOW, local(1, 9, 4))
    assert reminded(before, who) == [("16. 03. 08:00", [30]), ("01. 04. 08:00", [14])]
    await amend(books, call, staff, local(1, 9, 4), When(date(2027, 5, 5)))
    after = await pass_time(books, local(1, 9, 4), local(30, 9, 5))
    assert reminded(after, who) == [
        ("05. 04. 08:00", [30]), ("21. 04. 08:00", [14]), ("28. 04. 08:00", [7]), ("02. 05. 08:00", [3]),
        ("04. 05. 08:00", [1]), ("05. 05. 08:00", [0]),
    ]  # fmt: skip


async def test_rule_2_a_reminder_that_waits_for_the_morning_does_not_say_a_date_that_has_moved(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    await sample.quiet(books, who, time(20), time(10))
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    await pass_time(books, NOW, local(16, 8))
    await amend(books, call, staff, local(16, 8.5), LATER)
    heard = await pass_time(books, local(16, 8.5), local(31, 12))
    assert reminded(heard, who) == [("30. 03. 10:00", [30])]
    assert told(heard, who) == [("16. 03. 10:00", CHANGED)]


async def test_rule_2_those_who_apply_are_to_say_that_they_have_seen_it_and_the_office_sees_who_has_not(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one, other, interested = members
    call = await publish(books)
    for member, intent in ((one, Intent.APPLYING), (other, Intent.APPLIED), (interested, Intent.INTERESTED)):
        await sample.declare(books, call, member.delegate, intent)
    call = await amend(books, call, staff, NOW, LATER)
    assert await books.read(desk.unseen, call) == [], "Nobody has been asked yet."
    await pass_time(books, NOW, NOW + DAY)
    assert await books.transact(following.seen, call.id, one.delegate.id)
    assert not await books.transact(following.seen, call.id, interested.delegate.id)
    waiting = {person.id for person in await books.read(desk.unseen, call)}
    assert waiting == {one.deputy.id, other.delegate.id, other.deputy.id}
    call = await amend(books, call, staff, NOW + DAY, SOONER)
    await pass_time(books, NOW + DAY, NOW + 2 * DAY)
    assert one.delegate.id in {person.id for person in await books.read(desk.unseen, call)}, "That was another change."


async def test_rule_2_what_is_brought_forward_comes_at_night_and_an_extension_in_the_morning(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    before = await pass_time(books, NOW, local(2, 22))
    call = await amend(books, call, staff, local(2, 22), LATER)
    first = await pass_time(books, local(2, 22), local(3, 22))
    await amend(books, call, staff, local(3, 22), SOONER)
    second = await pass_time(books, local(3, 22), local(4, 22))
    assert told([*before, *first, *second], who) == [
        PUBLISHED, ("03. 03. 07:00", CHANGED), ("03. 03. 22:10", CHANGED)
    ]  # fmt: skip


async def test_rule_2_whoever_thinks_there_is_time_is_told_that_there_is_none_left(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    await amend(books, call, staff, local(10, 9), When(date(2027, 3, 10), time(9)))
    heard = await pass_time(books, local(10, 9), local(11, 9))
    assert told(heard, who) == [("10. 03. 09:10", CHANGED)]


async def test_rule_2_a_new_information_day_is_no_reason_to_wake_anybody_and_a_new_submission_is(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    await pass_time(books, NOW, local(2, 22))
    heard = []
    for kind, day in ((DeadlineKind.INFORMATION, 2), (DeadlineKind.STAGE, 3)):
        said = Content(call.details, (*call.deadlines, deadline(SOONER, kind)))
        outcome = await books.transact(publishing.amend, call.id, call.version, said, staff.id, local(day, 22))
        assert isinstance(outcome, publishing.Amended)
        call = outcome.call
        heard += await pass_time(books, local(day, 22), local(day + 1, 21))
    assert told(heard, who) == [("03. 03. 07:00", CHANGED), ("03. 03. 22:10", CHANGED)]


async def test_rule_2_a_call_that_was_over_and_is_extended_is_told_to_those_who_had_not_heard_of_it(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books, When(date(2026, 4, 15)))
    assert await pass_time(books, NOW, NOW + DAY) == []
    await amend(books, call, staff, NOW + DAY, END)
    heard = await pass_time(books, NOW + DAY, LIFE)
    assert told(heard, who) == [("02. 03. 10:00", What.PUBLISHED)]
    assert reminded(heard, who) == [("01. 04. 08:00", [14]), ("12. 04. 08:00", [3])]


async def test_rule_3_nobody_hears_of_what_nobody_relies_on(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    await sample.follow(books, members[0].librarian, members[1].librarian)
    call = await publish(books)
    await sample.declare(books, call, members[0].delegate, Intent.APPLYING)
    await pass_time(books, NOW, NOW)
    call = await amend(books, call, staff, NOW, title_sl="Bralna kultura", summary_sl="Drugače.", link="https://a.si")
    assert await pass_time(books, NOW, NOW + DAY) == []
    await amend(books, call, staff, NOW + DAY, amount=30_000)
    heard = await pass_time(books, NOW + DAY, NOW + 2 * DAY)
    theirs = {members[0].delegate.id, members[0].deputy.id, members[0].librarian.id}
    assert {one.person for one in heard} == theirs, "Only those who intend to apply rely on the amount."


async def test_rule_3_a_new_document_is_told_to_those_who_intend_something(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    call = await publish(books)
    await sample.declare(books, call, members[0].delegate, Intent.INTERESTED)
    await amend(books, call, staff, NOW, documents=(Document("razpis.pdf", "file"),))
    heard = await pass_time(books, NOW, NOW + DAY)
    assert sorted(one.person for one in heard) == [members[0].delegate.id, members[0].deputy.id]


async def test_rule_3_changes_within_ten_minutes_are_one_message_and_later_ones_another(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    call = await publish(books, END, END)
    await sample.declare(books, call, who, Intent.APPLYING)
    for minutes, whens in ((0, (LATER, END)), (4, (SOONER, END)), (9, (SOONER, LATER))):
        call = await amend(books, call, staff, NOW + timedelta(minutes=minutes), *whens)
    first = await pass_time(books, NOW, NOW + timedelta(minutes=11))
    call = await amend(books, call, staff, NOW + timedelta(minutes=11), SOONER, END)
    second = await pass_time(books, NOW + timedelta(minutes=11), NOW + DAY)
    assert told(first, who) == [("01. 03. 10:10", CHANGED)]
    assert [one.moved for one in first if one.person == who.id] == [[(END, SOONER), (END, LATER)]]
    assert [(one.clock, one.moved) for one in second if one.person == who.id] == [("01. 03. 10:21", [(LATER, END)])]


async def test_rule_3_what_is_changed_and_changed_back_is_told_to_nobody(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    call = await amend(books, call, staff, NOW, LATER)
    call = await amend(books, call, staff, NOW + timedelta(minutes=9), END)
    assert await pass_time(books, NOW, NOW + DAY / 4) == []
    call = await amend(books, call, staff, local(1, 22), LATER)
    first = await pass_time(books, local(1, 22), local(2, 6))
    assert who.id not in {one.person for one in first}, "It waits for the morning"
    call = await amend(books, call, staff, local(2, 6.95), END)
    assert told(await pass_time(books, local(2, 6.95), local(3, 12)), who) == [], "and is not sent."
    assert who.id not in {person.id for person in await books.read(desk.unseen, call)}


async def test_rule_3_what_is_changed_back_leaves_what_was_asked_before(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].delegate
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    call = await amend(books, call, staff, NOW, LATER)
    await pass_time(books, NOW, NOW + DAY / 4)
    await sample.quiet(books, who, *NIGHT)
    call = await amend(books, call, staff, local(1, 22), When(date(2027, 5, 5)))
    await pass_time(books, local(1, 22), local(2, 6))
    call = await amend(books, call, staff, local(2, 6), LATER)
    await pass_time(books, local(2, 6), local(3, 12))
    assert who.id in {person.id for person in await books.read(desk.unseen, call)}


async def test_rule_3_two_changes_in_one_night_are_one_message(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    before = await pass_time(books, NOW, local(1, 22))
    call = await amend(books, call, staff, local(1, 22), LATER)
    await pass_time(books, local(1, 22), local(2, 2))
    call = await amend(books, call, staff, local(2, 2), When(date(2027, 5, 5)))
    heard = await pass_time(books, local(2, 2), local(3, 12))
    assert told([*before, *heard], who) == [PUBLISHED, ("02. 03. 07:00", CHANGED)]
    assert heard[-1].moved == [(END, When(date(2027, 5, 5)))]


async def test_rule_3_whoever_has_not_been_sent_the_call_yet_reads_it_as_it_stands(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who, daily = members[0].librarian, members[1].librarian
    await sample.follow(books, who, daily)
    await sample.quiet(books, who, *NIGHT)
    await sample.pace(books, daily, Pace.DAILY)
    call = await publish(books, now=local(1, 23))
    call = await amend(books, call, staff, local(2, 1), LATER)
    assert await pass_time(books, local(2, 1), local(2, 6.9)) == []
    await amend(books, call, staff, local(2, 6.95), END)
    heard = await pass_time(books, local(2, 6.95), local(3, 12))
    assert told(heard, who) == [("02. 03. 07:00", What.PUBLISHED)]
    assert sample.new(heard, daily) == ["02. 03. 08:00"]
    assert told(heard, daily) == []


async def test_rule_2_what_is_on_its_way_while_it_changes_again_is_made_up_for(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books, END, END)
    await pass_time(books, NOW, NOW)
    call = await amend(books, call, staff, NOW, LATER, END)
    await sample.fire(books, NOW + TEN)
    (claimed,) = await books.transact(sending.claim, NOW + TEN, 10)
    call = await amend(books, call, staff, NOW + TEN, LATER, SOONER)
    heard = await pass_time(books, NOW + TEN, NOW + 2 * TEN)
    await books.transact(sending.settle, [(claimed, Retry(NOW + 3 * TEN))], NOW + 2 * TEN)
    heard += await pass_time(books, NOW + 2 * TEN, NOW + DAY)
    assert (END, LATER) in {pair for one in heard if one.person == who.id for pair in one.moved}
    assert (END, SOONER) in {pair for one in heard if one.person == who.id for pair in one.moved}


async def test_rule_2_a_restart_between_finding_and_telling_tells_once(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    call = await publish(books)
    before = await pass_time(books, NOW, NOW)
    await amend(books, call, staff, NOW, LATER)

    def _fall(tx: Connection) -> None:
        due.fire(tx, FEATURE.on_due, NOW + TEN)
        raise KeyboardInterrupt

    for _ in range(2):
        try:
            await books.transact(_fall)
        except KeyboardInterrupt:
            continue
    heard = await pass_time(books, NOW + TEN, NOW + DAY)
    assert told([*before, *heard], who) == [PUBLISHED, ("01. 03. 10:10", CHANGED)]


async def test_rule_2_many_are_told_in_turns_and_each_once(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    everybody = [who for member in members for who in (member.delegate, member.deputy, member.librarian)]
    await sample.follow(books, *everybody)
    call = await publish(books)
    await sample.declare(books, call, members[1].delegate, Intent.APPLYING)
    before = await pass_time(books, NOW, NOW)
    await amend(books, call, staff, NOW, LATER)
    with sample.turns(news, 2):
        heard = await pass_time(books, NOW, NOW + DAY)
    assert [told([*before, *heard], who) for who in everybody] == [[PUBLISHED, ("01. 03. 10:10", CHANGED)]] * 9
    assert {one.person for one in heard if one.depends} == {
        members[1].delegate.id, members[1].deputy.id, members[1].librarian.id
    }  # fmt: skip


async def test_rule_2_what_changes_while_many_are_being_told_reaches_all(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    everybody = [who for member in members for who in (member.delegate, member.deputy, member.librarian)]
    await sample.follow(books, *everybody)
    call = await publish(books)
    await pass_time(books, NOW, NOW)
    call = await amend(books, call, staff, NOW, LATER)
    with sample.turns(news, 4):
        await books.transact(due.fire, FEATURE.on_due, NOW + TEN)
        call = await amend(books, call, staff, NOW + TEN, SOONER)
        heard = await pass_time(books, NOW + TEN, NOW + DAY)
    assert [[one.moved for one in heard if one.person == who.id] for who in everybody] == [[[(END, SOONER)]]] * 9


@pytest.mark.parametrize("held", [True, False], ids=["held", "control"])
async def test_rule_2_on_postgresql_nothing_leaves_with_an_old_date_while_it_is_changed(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    db = open_database(postgresql_url)
    (member,) = await db.transact(add_members, 1)
    (staff,) = await db.transact(add_people, [(Role.STAFF, None)])
    await sample.follow(db, member.librarian)
    call = await publish(db)
    taken: list[Claimed] = []

    def _claim_meanwhile(tx: Connection, news_call: Call, now: datetime) -> None:
        take_up(tx, news_call, now)
        thread = threading.Thread(target=lambda: taken.extend(asyncio.run(_claim())))
        thread.start()
        thread.join()

    async def _claim() -> list[Claimed]:
        other = open_database(postgresql_url)
        try:
            return await other.transact(sending.claim, NOW, 10)
        finally:
            await other.close()

    take_up = news._take_up_again
    monkeypatch.setattr(news, "_take_up_again", _claim_meanwhile)
    if not held:
        waits = select(outbox.outbox.c.person_id).where(outbox.outbox.c.not_before.is_not(None))
        monkeypatch.setattr(outbox, "held", lambda *_: waits)
    await amend(db, call, staff, NOW, LATER)
    await db.close()
    assert [one.to.person_id for one in taken] == ([] if held else [member.librarian.id])


async def test_control_without_taking_word_back_somebody_would_hear_of_both_changes(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who = members[0].librarian
    await sample.follow(books, who)
    await sample.quiet(books, who, *NIGHT)
    call = await publish(books)
    await pass_time(books, NOW, local(1, 22))
    call = await amend(books, call, staff, local(1, 22), LATER)
    await pass_time(books, local(1, 22), local(2, 2))
    with sample.replaced(news, "_take_up_again", lambda *_: None):
        await amend(books, call, staff, local(2, 2), When(date(2027, 5, 5)))
    heard = await pass_time(books, local(2, 2), local(3, 12))
    assert len(told(heard, who)) == 2


async def test_rule_5_when_a_call_is_closed_or_withdrawn_reminders_go_and_those_who_intended_are_told(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one, not_for_us, follows = members
    await sample.follow(books, follows.librarian, one.librarian)
    for end, what in ((publishing.close, What.CLOSED), (publishing.withdraw, What.WITHDRAWN)):
        call = await publish(books)
        await pass_time(books, NOW, NOW)
        await sample.declare(books, call, one.delegate, Intent.INTERESTED)
        await sample.declare(books, call, not_for_us.delegate, Intent.NOT_FOR_US)
        outcome = await books.transact(end, call.id, staff.id, NOW)
        assert isinstance(outcome, publishing.Ended)
        heard = await pass_time(books, NOW, LIFE)
        assert outcome.told == len(heard) == 3
        assert {(found.person, found.news) for found in heard} == {
            (one.delegate.id, what), (one.deputy.id, what), (one.librarian.id, what)
        }  # fmt: skip


async def test_rule_5_what_waits_of_a_withdrawn_call_is_taken_back(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    who, quiet = members[0].delegate, members[1].librarian
    await sample.follow(books, quiet)
    for one in (who, quiet):
        await sample.quiet(books, one, time(20), time(10))
    call = await publish(books)
    await sample.declare(books, call, who, Intent.APPLYING)
    await pass_time(books, NOW, local(15, 21))
    call = await amend(books, call, staff, local(15, 21), LATER)
    await pass_time(books, local(15, 21), local(16, 8))
    call = await amend(books, call, staff, local(16, 8.5), END)
    await books.transact(publishing.withdraw, call.id, staff.id, local(16, 8.6))
    heard = await pass_time(books, local(16, 8.6), LIFE)
    assert [(one.person, one.clock, one.news) for one in heard] == [
        (members[0].deputy.id, "16. 03. 08:36", What.WITHDRAWN), (who.id, "16. 03. 10:00", What.WITHDRAWN)
    ]  # fmt: skip


async def test_rule_10_one_who_cannot_be_reached_stops_nobody_from_hearing_of_a_change(
    books: Database, members: Sequence[Member], staff: Person
) -> None:
    one, other = members[0].librarian, members[1].librarian
    await sample.follow(books, one, other)
    call = await publish(books)
    await pass_time(books, NOW, NOW)
    await amend(books, call, staff, NOW, LATER)
    await sample.fire(books, NOW + TEN)
    first, second = await books.transact(sending.claim, NOW + TEN, 10)
    await books.transact(sending.settle, [(first, sending.Refused("chat not found"))], NOW + TEN)
    await books.transact(sending.settle, [(second, sending.Sent([7]))], NOW + TEN)
    states = await books.read(outbox.counts)
    assert states[outbox.State.FAILED] == 1
    assert states[outbox.State.SENT] == 3
    assert await pass_time(books, NOW + TEN, NOW + DAY) == []
