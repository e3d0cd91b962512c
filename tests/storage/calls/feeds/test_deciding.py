"""What the office makes of a suggestion or a change holds for what was shown, once, and can be taken back."""

import asyncio
from datetime import date

from storage import drafts
from storage.calls import books as call_books
from storage.calls import drafting, publishing
from storage.calls.drafting import Overtaken
from storage.calls.feeds import actions, books, reading
from storage.calls.feeds.actions import Added, Already, Dismissed, Ignored, NoSuch, Removed, Settled
from storage.calls.feeds.looking import Took
from storage.calls.feeds.rules import EntryId, Feed, FeedId, State
from storage.calls.publishing import Amended, Over, Published, Unchanged
from storage.calls.rules import Topic, When
from storage.database import Database
from storage.drafts import Gone
from storage.people import Person
from tests.storage.calls.feeds.sample import END, HOUR, NOW, URL, add, entries, finds, published, read, suggestion

LATER = When(date(2027, 5, 15))


async def test_a_suggestion_is_published_as_it_was_shown_with_what_the_feed_says_for_all(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    await finds(db, feed, read("1", END, caller=""))
    (entry,) = await entries(db)
    shown = (await suggestion(db, entry)).content
    call = await published(db, entry, cvetka.id)
    assert call.details == shown.details
    assert (call.details.caller, call.details.topics) == ("Razpisi", (Topic.DIGITAL,))
    assert [one.when for one in call.deadlines] == [END]
    (entry,) = await entries(db)
    assert (entry.state, entry.call, entry.accepted) == (State.PUBLISHED, call.id, entry.seen)


async def test_a_call_without_a_deadline_can_be_published(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1"))
    assert (await published(db, (await entries(db))[0], cvetka.id)).deadlines == ()


async def test_two_of_the_office_publish_it_once(db: Database, feed: Feed, cvetka: Person, darja: Person) -> None:
    await finds(db, feed, read("1"))
    (entry,) = await entries(db)
    outcomes = await asyncio.gather(
        *(db.transact(actions.publish, entry.id, entry.number, who.id, NOW) for who in (cvetka, darja) * 4)
    )
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Published", *["Settled"] * 7]


async def test_what_has_changed_since_it_was_shown_is_not_published(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1"))
    (shown,) = await entries(db)
    await finds(db, feed, read("1", title_sl="Nekaj povsem drugega"), now=NOW + HOUR)
    assert await db.transact(actions.publish, shown.id, shown.number, cvetka.id, NOW) == Settled()


async def test_a_dismissal_can_be_taken_back(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1"))
    (entry,) = await entries(db)
    assert await db.transact(actions.dismiss, entry.id, cvetka.id, NOW) == Dismissed(1)
    assert await db.transact(actions.dismiss, entry.id, cvetka.id, NOW) == Settled()
    assert await db.transact(actions.publish, entry.id, entry.number, cvetka.id, NOW) == Settled()
    await db.transact(actions.restore, entry.id, cvetka.id, NOW)
    call = await published(db, entry, cvetka.id)
    await db.transact(actions.restore, entry.id, cvetka.id, NOW)
    assert [(one.state, one.call) for one in await entries(db)] == [(State.PUBLISHED, call.id)]


async def test_all_that_was_there_is_dismissed_and_nothing_that_came_since(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    other = await add(db, "https://drugje.si/rss", "Drugje")
    await finds(db, other, read("9", title_sl="Drugje", link="https://drugje.si/9"))
    found = [read(str(number), title_sl=f"Razpis {number}", link=f"https://a.si/{number}") for number in range(4)]
    await finds(db, feed, *found[:3])
    page = await db.read(reading.suggestions, feed.id, 0)
    assert page is not None
    assert page.last is not None
    await published(db, page.page.lines[0], cvetka.id)
    await finds(db, feed, *found, now=NOW + HOUR)
    assert await db.transact(actions.dismiss_all, feed.id, page.last, cvetka.id, NOW) == Dismissed(2)
    states = {one.guid: one.state for one in await entries(db)}
    assert states == {
        "0": State.PUBLISHED, "1": State.DISMISSED, "2": State.DISMISSED, "3": State.NEW, "9": State.NEW,
    }  # fmt: skip


async def test_a_change_amends_the_call_and_leaves_what_the_office_has_written(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    await finds(db, feed, read("1", END))
    call = await published(db, (await entries(db))[0], cvetka.id)
    (deadline,) = call.deadlines
    await finds(db, feed, read("1", LATER), now=NOW + HOUR)
    (entry,) = await entries(db)
    outcome = await db.transact(actions.accept, entry.id, entry.number, cvetka.id, NOW)
    assert isinstance(outcome, Amended)
    assert [(one.id, one.when) for one in outcome.call.deadlines] == [(deadline.id, LATER)]
    assert await db.transact(actions.accept, entry.id, entry.number, cvetka.id, NOW) == Settled()
    assert await finds(db, feed, read("1", LATER), now=NOW + 2 * HOUR) == Took(0, 0)
    assert [one.state for one in await entries(db)] == [State.PUBLISHED]


async def test_a_change_that_is_ignored_comes_no_more_the_next_one_does(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    await finds(db, feed, read("1", END))
    call = await published(db, (await entries(db))[0], cvetka.id)
    await finds(db, feed, read("1", LATER), now=NOW + HOUR)
    (entry,) = await entries(db)
    assert await db.transact(actions.ignore, entry.id, entry.number, cvetka.id, NOW) == Ignored()
    assert (await db.read(call_books.find, call.id)) == call
    await finds(db, feed, read("1", LATER), now=NOW + 2 * HOUR)
    assert [one.state for one in await entries(db)] == [State.PUBLISHED]
    await finds(db, feed, read("1", LATER, amount=5000), now=NOW + 3 * HOUR)
    assert [one.state for one in await entries(db)] == [State.CHANGED]


async def test_only_the_change_that_was_shown_is_taken_over(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1", END))
    call = await published(db, (await entries(db))[0], cvetka.id)
    await finds(db, feed, read("1", LATER), now=NOW + HOUR)
    (shown,) = await entries(db)
    await finds(db, feed, read("1", LATER, amount=1), now=NOW + 2 * HOUR)
    for act in (actions.accept, actions.ignore):
        assert await db.transact(act, shown.id, shown.number, cvetka.id, NOW) == Settled()
    assert (await db.read(call_books.find, call.id)) == call


async def test_a_change_that_the_office_has_made_itself_is_there_already(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    await finds(db, feed, read("1", END))
    call = await published(db, (await entries(db))[0], cvetka.id)
    deadline = call.deadlines[0].id
    assert deadline is not None
    await db.transact(publishing.move_deadline, call.id, 1, deadline, LATER, cvetka.id, NOW)
    await finds(db, feed, read("1", LATER), now=NOW + HOUR)
    (entry,) = await entries(db)
    assert isinstance(await db.transact(actions.accept, entry.id, entry.number, cvetka.id, NOW), Unchanged)
    assert [one.state for one in await entries(db)] == [State.PUBLISHED]


async def test_a_call_that_is_closed_meanwhile_stays_as_it_is(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1", END))
    call = await published(db, (await entries(db))[0], cvetka.id)
    await finds(db, feed, read("1", LATER), now=NOW + HOUR)
    await db.transact(publishing.close, call.id, cvetka.id, NOW)
    (entry,) = await entries(db)
    assert isinstance(await db.transact(actions.accept, entry.id, entry.number, cvetka.id, NOW), Over)
    assert [one.state for one in await entries(db)] == [State.PUBLISHED]


async def test_a_call_written_from_a_suggestion_is_that_of_the_suggestion(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    await finds(db, feed, read("1", END))
    (entry,) = await entries(db)
    data = drafting.of_suggestion((await suggestion(db, entry)).content, entry.id)
    draft = await db.transact(drafts.start, cvetka.id, 1, drafting.FEATURE, "preview", data, NOW)
    outcome = await db.transact(drafting.publish_draft, draft.id, draft.version, cvetka.id, NOW)
    assert isinstance(outcome, Published)
    (entry,) = await entries(db)
    assert (entry.state, entry.call) == (State.PUBLISHED, outcome.call.id)
    await finds(db, feed, read("1", LATER), now=NOW + HOUR)
    assert [one.state for one in await entries(db)] == [State.CHANGED]


async def test_a_suggestion_that_a_colleague_publishes_meanwhile_is_not_published_twice(
    db: Database, feed: Feed, cvetka: Person, darja: Person
) -> None:
    await finds(db, feed, read("1", END))
    (entry,) = await entries(db)
    data = drafting.of_suggestion((await suggestion(db, entry)).content, entry.id) | {"amount": 7000}
    draft = await db.transact(drafts.start, cvetka.id, 1, drafting.FEATURE, "preview", data, NOW)
    call = await published(db, entry, darja.id)
    outcome = await db.transact(drafting.publish_draft, draft.id, draft.version, cvetka.id, NOW)
    assert outcome == Overtaken(call, "Darja")
    now = await db.read(drafts.of_feature, cvetka.id, drafting.FEATURE)
    assert now is not None
    amended = await db.transact(drafting.publish_draft, now.id, now.version, cvetka.id, NOW)
    assert isinstance(amended, Amended)
    assert (amended.call.id, amended.call.details.amount, amended.call.deadlines) == (call.id, 7000, call.deadlines)


async def test_a_feed_is_added_once(db: Database, feed: Feed, cvetka: Person) -> None:
    outcome = await db.transact(actions.add, URL, None, "Še enkrat", [], cvetka.id, NOW)
    assert outcome == Already(feed)
    data = {"url": URL + "2", "title": "Drug", "topics": ["reading"]}
    draft = await db.transact(drafts.start, cvetka.id, 1, actions.FEATURE, "topics", data, NOW)
    added = await db.transact(actions.add_draft, draft.id, draft.version, cvetka.id, NOW)
    assert isinstance(added, Added)
    assert (added.feed.topics, added.feed.next_at, added.feed.added_by) == ((Topic.READING,), NOW, cvetka.id)
    assert await db.transact(actions.add_draft, draft.id, draft.version, cvetka.id, NOW) == Gone()


async def test_a_feed_goes_with_its_suggestions_and_its_calls_stay(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1", END), read("2", title_sl="Drug", link="https://a.si/2"))
    call = await published(db, (await entries(db))[0], cvetka.id)
    assert isinstance(await db.transact(actions.remove, feed.id, cvetka.id, NOW), Removed)
    assert await db.transact(actions.remove, feed.id, cvetka.id, NOW) == NoSuch()
    assert await entries(db) == []
    assert await db.read(call_books.find, call.id) == call


async def test_what_is_not_there_any_more(db: Database, cvetka: Person) -> None:
    entry, feed = EntryId(7), FeedId(7)
    for act in (actions.publish, actions.accept, actions.ignore):
        assert await db.transact(act, entry, 1, cvetka.id, NOW) == NoSuch()
    assert await db.transact(actions.dismiss, entry, cvetka.id, NOW) == NoSuch()
    assert await db.transact(actions.dismiss_all, feed, entry, cvetka.id, NOW) == NoSuch()
    assert await db.transact(actions.look_now, feed, NOW) == NoSuch()
    assert await db.read(reading.suggestions, feed, 0) is None
    assert await db.read(reading.suggestion, entry, NOW) is None


async def test_a_feed_that_was_gone_is_looked_at_again_when_the_office_wants_it(db: Database, feed: Feed) -> None:
    later = NOW + HOUR
    looked = await db.transact(actions.look_now, feed.id, later)
    assert isinstance(looked, Feed)
    assert looked.next_at == later
    assert [one.id for one in await db.read(books.due, later, 9)] == [feed.id]
