"""What a look leaves in the books: suggestions told once, changes recognised, trouble told once."""

from datetime import date, timedelta

from sqlalchemy import Connection, select, update

from storage.calls import publishing
from storage.calls.feeds import actions, books, looking, notices
from storage.calls.feeds.looking import Late, Took
from storage.calls.feeds.rules import KEPT, Failed, Feed, Fetched, Source, State, Trouble, Unchanged
from storage.calls.rules import Content, Deadline, DeadlineKind, Details, Topic, When
from storage.database import Database
from storage.outbox import outbox
from storage.people import Person, PersonId
from tests.storage.calls.feeds.sample import (
    DETAILS,
    END,
    HOUR,
    NOW,
    add,
    entries,
    fetched,
    finds,
    look,
    owed,
    published,
    read,
)

FAILED = Failed(Trouble.STATUS, 500)
LATER = When(date(2027, 5, 15))


def send_all(tx: Connection) -> None:
    """Let all that is owed have gone out."""
    tx.execute(update(outbox).values(not_before=None, state="sent", settled_at=NOW))


async def test_entries_become_suggestions_and_never_calls(
    db: Database, feed: Feed, cvetka: Person, darja: Person
) -> None:
    assert await finds(db, feed, read("1"), read("2", title_sl="Drug razpis", link="https://a.si/2")) == Took(2, 0)
    assert [(one.guid, one.state, one.call) for one in await entries(db)] == [
        ("1", State.NEW, None), ("2", State.NEW, None)
    ]  # fmt: skip
    assert await owed(db) == [(notices.FOUND, cvetka.id), (notices.FOUND, darja.id)]


async def test_the_same_look_again_finds_nothing_new(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1"))
    await db.transact(send_all)
    assert await finds(db, feed, read("1"), now=NOW + HOUR) == Took(0, 0)
    assert await look(db, feed, Unchanged(feed.source), NOW + 2 * HOUR) == Took(0, 0)
    assert len(await owed(db)) == 2


async def test_rule_10_a_restart_between_finding_and_telling_tells_once(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    looked = fetched(feed, read("1"))
    assert isinstance(await db.transact(looking.took, feed.id, feed.looks, looked, NOW), Took)
    assert await db.transact(looking.took, feed.id, feed.looks, looked, NOW) == Late()
    assert len(await entries(db)) == 1
    assert [person for _, person in await owed(db)].count(cvetka.id) == 1


async def test_what_was_not_told_yet_is_told_together(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1"))
    await finds(db, feed, read("1"), read("2", title_sl="Drug razpis", link="https://a.si/2"), now=NOW + HOUR)
    assert [person for _, person in await owed(db)].count(cvetka.id) == 1
    facts = await db.read(notices.found_facts, cvetka.id, {"feed": feed.id}, NOW)
    assert facts is not None
    assert facts.new == 2


async def test_nothing_is_told_that_a_colleague_has_decided_on(
    db: Database, feed: Feed, cvetka: Person, darja: Person
) -> None:
    await finds(db, feed, read("1"))
    (entry,) = await entries(db)
    await db.transact(actions.dismiss, entry.id, cvetka.id, NOW)
    assert await db.read(notices.found_facts, darja.id, {"feed": feed.id}, NOW) is None


async def test_an_entry_that_changes_before_it_is_published_is_one_suggestion(db: Database, feed: Feed) -> None:
    await finds(db, feed, read("1"))
    assert await finds(db, feed, read("1", END, title_sl="Podaljšan razpis")) == Took(0, 0)
    (entry,) = await entries(db)
    assert (entry.state, entry.number, entry.seen.details.title_sl) == (State.NEW, 2, "Podaljšan razpis")


async def test_a_moved_link_with_a_changed_title_is_a_change_of_the_published_call(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    await finds(db, feed, read("1", END))
    (entry,) = await entries(db)
    call = await published(db, entry, cvetka.id)
    moved = read("1", END, link="https://www.gov.si/novo/1", title_sl="Podaljšan: digitalizacija knjižnic")
    assert await finds(db, feed, moved, now=NOW + HOUR) == Took(0, 1)
    (entry,) = await entries(db)
    assert (entry.state, entry.call) == (State.CHANGED, call.id)
    again = read("drug", END, link="http://gov.si/novo/1/?utm_source=x", title_sl="Podaljšan: digitalizacija knjižnic")
    assert await finds(db, feed, again, now=NOW + 2 * HOUR) == Took(0, 0), "It waits already."
    assert len(await entries(db)) == 1


async def test_a_change_that_is_taken_back_is_none(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1", END))
    await published(db, (await entries(db))[0], cvetka.id)
    await finds(db, feed, read("1", LATER), now=NOW + HOUR)
    assert await finds(db, feed, read("1", END), now=NOW + 2 * HOUR) == Took(0, 0)
    assert [one.state for one in await entries(db)] == [State.PUBLISHED]


async def test_a_change_of_a_withdrawn_call_is_nobodys_business(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1", END))
    call = await published(db, (await entries(db))[0], cvetka.id)
    await db.transact(publishing.withdraw, call.id, cvetka.id, NOW)
    assert await finds(db, feed, read("1", LATER), now=NOW + HOUR) == Took(0, 0)


async def test_what_another_feed_has_already_is_not_suggested_twice(db: Database, feed: Feed) -> None:
    await finds(db, feed, read("1"))
    other = await add(db, "https://drugje.si/rss", "Drugje")
    assert await finds(db, other, read("x7", link="http://gov.si/razpisi/1/?utm_source=drugje")) == Took(0, 0)
    assert [one.state for one in await entries(db)] == [State.NEW, State.DOUBLE]
    assert await finds(db, other, read("x7", link="http://gov.si/razpisi/1", title_sl="Nov naslov")) == Took(0, 0)


async def test_what_the_office_has_written_by_hand_is_not_suggested_and_followed_from_then_on(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    details = Details("Digitalizacija", caller="MK", link=DETAILS.link, topics=(Topic.DIGITAL,))
    content = Content(details, (Deadline(DeadlineKind.SUBMISSION, END),))
    call = await db.transact(publishing.publish, content, cvetka.id, NOW)
    assert isinstance(call, publishing.Published)
    assert await finds(db, feed, read("1", END)) == Took(0, 0)
    assert await finds(db, feed, read("1", LATER), now=NOW + HOUR) == Took(0, 1)
    (entry,) = await entries(db)
    assert (entry.state, entry.call) == (State.CHANGED, call.call.id)


async def test_what_is_over_already_is_not_suggested(db: Database, feed: Feed) -> None:
    past, today = When(date(2027, 2, 28)), When(date(2027, 3, 1))
    found = read("1", past), read("2", today, title_sl="Še danes", link="https://a.si/2")
    assert await finds(db, feed, *found) == Took(1, 0)
    assert [one.state for one in await entries(db)] == [State.DISMISSED, State.NEW]


async def test_what_was_dismissed_does_not_come_again(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1"))
    await db.transact(actions.dismiss, (await entries(db))[0].id, cvetka.id, NOW)
    assert await finds(db, feed, read("1", END, title_sl="Podaljšano"), now=NOW + HOUR) == Took(0, 0)
    assert [one.state for one in await entries(db)] == [State.DISMISSED]


async def test_entries_that_are_long_gone_are_forgotten_those_of_calls_never(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    await finds(db, feed, read("1"), read("2", title_sl="Drug razpis", link="https://a.si/2"))
    await published(db, (await entries(db))[0], cvetka.id)
    await finds(db, feed, read("3", title_sl="Tretji", link="https://a.si/3"), now=NOW + KEPT)
    assert [one.guid for one in await entries(db)] == ["1", "2", "3"]
    await finds(db, feed, read("3", title_sl="Tretji", link="https://a.si/3"), now=NOW + KEPT + HOUR)
    assert [one.guid for one in await entries(db)] == ["1", "3"]


async def test_trouble_is_told_once_and_once_that_it_is_over(
    db: Database, feed: Feed, cvetka: Person, darja: Person
) -> None:
    for hour in range(10):
        await look(db, feed, FAILED, NOW + hour * HOUR)
    assert await owed(db) == [(notices.TROUBLE, cvetka.id), (notices.TROUBLE, darja.id)]
    assert await db.read(notices.trouble_facts, cvetka.id, {"feed": feed.id}, NOW) is not None
    await db.transact(send_all)
    for hour in range(3):
        await finds(db, feed, now=NOW + (10 + hour) * HOUR)
    assert (await owed(db))[2:] == [(notices.WORKS, cvetka.id), (notices.WORKS, darja.id)]
    assert await db.read(notices.trouble_facts, cvetka.id, {"feed": feed.id}, NOW) is None


async def test_trouble_that_is_over_before_anybody_heard_of_it_is_not_told(db: Database, feed: Feed) -> None:
    night = NOW + timedelta(hours=12)
    for hour in range(3):
        await look(db, feed, FAILED, night + hour * HOUR)
    await finds(db, feed, now=night + 4 * HOUR)
    assert await owed(db) == []


async def test_word_to_the_office_waits_for_the_morning(db: Database, feed: Feed, cvetka: Person) -> None:
    night = NOW + timedelta(hours=12)
    await finds(db, feed, read("1"), now=night)
    moments = await db.read(lambda tx: tx.execute(select(outbox.c.not_before)).scalars().all())
    assert [moment - night for moment in moments] == [timedelta(hours=9), timedelta(hours=9)]


async def test_where_a_feed_is_for_good_is_remembered(db: Database, feed: Feed) -> None:
    moved = Fetched(Source("https://novo.si/rss", None, 'W/"1"', "Mon"), fetched(feed).document)
    await look(db, feed, moved)
    now = await db.read(books.find, feed.id)
    assert now is not None
    assert (now.source, now.looks, now.looked_at) == (moved.source, 1, NOW)
    other = await add(db, "https://tretji.si/rss", "Tretji")
    await look(db, other, moved)
    stays = await db.read(books.find, other.id)
    assert stays is not None
    assert stays.source.url == "https://tretji.si/rss"


async def test_what_comes_of_a_look_at_a_feed_that_was_removed_is_nothing(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    await finds(db, feed, read("1"))
    await db.transact(actions.remove, feed.id, cvetka.id, NOW)
    assert await db.transact(looking.took, feed.id, 1, fetched(feed, read("2")), NOW) == Late()
    assert await entries(db) == []
    assert await owed(db) == []


async def test_only_the_office_hears_of_feeds(db: Database, feed: Feed, cvetka: Person) -> None:
    await finds(db, feed, read("1"))
    assert await db.read(notices.found_facts, PersonId(999), {"feed": feed.id}, NOW) is None


async def test_a_further_entry_that_looks_like_a_published_one_is_another_call(
    db: Database, feed: Feed, cvetka: Person
) -> None:
    """All links of this feed lead to its home page, and its titles are all alike."""
    home, later = {"link": "https://www.gov.si/"}, NOW + HOUR
    one, two = (read(guid, title_sl=f"Javni razpis za nakup knjižničnega gradiva {guid}", **home) for guid in "ab")
    three = read("c", title_sl="Povsem drug razpis", **home)
    await finds(db, feed, one)
    await published(db, (await entries(db))[0], cvetka.id)
    assert await finds(db, feed, one, two, three, now=later) == Took(2, 0)
    await finds(db, await add(db, "https://drugje.si/rss", "Drugje"), read("x", title_sl="Tretje", **home))
    assert await finds(db, feed, one, two, three, read("d", title_sl="Četrti", **home), now=later + HOUR) == Took(1, 0)
