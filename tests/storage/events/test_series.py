"""Dates of a series, registered for at once."""

from datetime import timedelta

from storage.database import Database
from storage.events import looking, publishing, series
from storage.events.actions import NoSuch
from storage.events.publishing import Published
from storage.events.questions import Question
from storage.events.rules import Event, SeriesId
from storage.events.seats import AlreadyIn, Asks, Registered, Seated, Waiting
from storage.people import Person
from tests.storage.events.sample import NOW, START, register, workshop

WEEK = timedelta(days=7)


async def repeated(books: Database, **changes: object) -> tuple[Event, ...]:
    """Publish three dates."""
    done = await books.transact(
        publishing.publish, None, workshop(**changes), NOW, [START + WEEK, START + 2 * WEEK]
    )  # fmt: skip
    assert isinstance(done, Published)
    return done.event, *done.others


async def register_all(books: Database, event: Event, person: Person, answers: dict[str, str] | None = None) -> object:
    """Ask for a seat at all of them; return the outcomes."""
    assert event.series is not None
    done = await books.transact(series.register, event.series, person.id, NOW, answers)
    return [one.outcome for one in done] if isinstance(done, tuple) else done


async def test_each_date_has_its_own_outcome(association: Database, ana: Person, bojan: Person) -> None:
    first, second, third = await repeated(association, capacity=1)
    await register(association, second, bojan.id)
    await register(association, third, ana.id)
    outcomes: list[Registered] = [Seated(), Waiting(1, library=False), AlreadyIn()]
    assert await register_all(association, first, ana) == outcomes


async def test_a_date_that_is_over_or_off_is_left_out(association: Database, ana: Person, cvetka: Person) -> None:
    first, second, third = await repeated(association)
    await association.transact(publishing.cancel_event, second.id, cvetka.id, NOW)
    assert third.series is not None
    done = await association.transact(series.register, third.series, ana.id, START - timedelta(hours=1))
    assert isinstance(done, tuple)
    assert [one.card.event.id for one in done] == [first.id, third.id]
    assert await association.transact(series.register, SeriesId(99), ana.id, NOW) == NoSuch()


async def test_registration_for_all_dates_opens_at_once(association: Database, ana: Person) -> None:
    first, *_ = await repeated(association, opens_at=NOW)
    assert await register_all(association, first, ana) == [Seated(), Seated(), Seated()]


async def test_only_dates_that_can_be_registered_for_are_offered_together(association: Database, ana: Person) -> None:
    first, *_ = await repeated(association)
    for opens_at in (NOW, NOW + WEEK):
        date = workshop(starts_at=START + 3 * WEEK, ends_at=START + 4 * WEEK, opens_at=opens_at)
        await association.transact(publishing.publish, None, date, NOW, (), first.id)
    card = await association.read(looking.look, first.id, ana, NOW)
    assert card is not None
    assert card.beside.others == len(["second", "third", "open"])


async def test_questions_come_before_any_date(association: Database, ana: Person) -> None:
    meal = Question("1", "Kaj boste jedli?", required=False)
    first, *_ = await repeated(association, questions=(meal,))
    assert await register_all(association, first, ana) == Asks(meal)
    assert await register_all(association, first, ana, {}) == [Seated(), Seated(), Seated()]
