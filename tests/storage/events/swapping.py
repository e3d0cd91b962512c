"""Short ways to give seats to colleagues."""

from datetime import datetime

from sqlalchemy import Connection, select

from storage.database import Database
from storage.events import substituting
from storage.events.rules import Event, RegistrationId
from storage.events.substituting import Asking, Ending, Taking
from storage.events.swaps import Asked, Ended, Offered, SwapId, Taken, TooLate
from storage.events.tables import registrations, substitutions
from storage.people import Person, PersonId
from tests.storage.events.sample import NOW


def seat_of(tx: Connection, event: Event, person: PersonId) -> RegistrationId:
    """Find a person's latest registration."""
    here = registrations.c.event_id == event.id, registrations.c.person_id == person
    chosen = select(registrations.c.id).where(*here).order_by(registrations.c.id.desc()).limit(1)
    return RegistrationId(tx.execute(chosen).scalar_one())


def last_swap(tx: Connection) -> SwapId:
    """Find what was offered last."""
    return SwapId(tx.execute(select(substitutions.c.id).order_by(substitutions.c.id.desc()).limit(1)).scalar_one())


async def asks(
    books: Database, event: Event, owner: Person, to: Person, by: Person | None = None, now: datetime = NOW
) -> Asked:
    """Offer the seat of one to another."""
    seat = await books.read(seat_of, event, owner.id)
    done = await books.transact(substituting.ask, seat, to.id, by or owner, now)
    assert isinstance(done, Asking)
    return done.outcome


async def offers(
    books: Database, event: Event, owner: Person, to: Person, by: Person | None = None, now: datetime = NOW
) -> SwapId:
    """Offer the seat of one to another, who may take it now."""
    assert isinstance(await asks(books, event, owner, to, by, now), Offered)
    return await books.read(last_swap)


async def accepts(books: Database, swap: SwapId, who: Person, now: datetime = NOW) -> Taken:
    """Let a colleague take a seat."""
    done = await books.transact(substituting.accept, swap, who.id, now)
    assert isinstance(done, Taking)
    return done.outcome


async def takes_back(books: Database, swap: SwapId, by: Person, now: datetime = NOW) -> Ended | TooLate:
    """Keep a seat after all."""
    done = await books.transact(substituting.take_back, swap, by, now)
    assert isinstance(done, Ending)
    return done.outcome
