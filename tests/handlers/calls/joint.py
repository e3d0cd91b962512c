"""Libraries that do something together on a call: offers, an answer, consortia, a granted project."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from storage.calls import consortia, intents, milestones, partners
from storage.calls.consortium_rules import Consortium
from storage.calls.partner_rules import Offer, OfferId, Part, Side, Words
from storage.calls.rules import CallId, ConsortiumId, Deadline, DeadlineId, DeadlineKind, Intent, When
from storage.database import Database, Tx
from storage.people import Person
from tests.handlers.calls.sample import SUBMISSION, publish
from tests.handlers.phone import NOW
from tests.storage.membership.association import KRANJ

WORDS = Words(Side.SEEKS, Part.PARTNER, "Domoznanske zbirke.", "kontakt@knjiznica.example")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Joint:
    """What Kranj has on a call: an offer, a consortium, a project; of Krško an offer, an answer and an invitation."""

    call: CallId
    offer: OfferId
    theirs: OfferId
    consortium: ConsortiumId
    invitation: ConsortiumId
    milestone: DeadlineId


async def build(books: Database, ours: Person, theirs: Person) -> Joint:
    """Make it all, by somebody who speaks for Kranj and somebody who speaks for Krško."""
    call, other = [await publish(books, SUBMISSION, title_sl=title) for title in ("Skupaj", "Drugi")]

    async def done(kind: type[T], action: Callable[..., object], *args: object) -> T:
        outcome = await books.transact(_do, action, args)
        assert isinstance(outcome, kind), outcome
        return outcome

    mine, yours = [await done(Offer, partners.say, call.id, by, WORDS, NOW) for by in (ours, theirs)]
    await books.transact(partners.answer, mine.id, theirs, NOW)
    for one, by in ((call, ours), (other, theirs)):
        await books.transact(intents.declare, one.id, by, Intent.APPLYING, NOW)
    own = await done(Consortium, consortia.found, call.id, ours, "Zakladi", NOW)
    invitation = await done(Consortium, consortia.found, other.id, theirs, "Posavje", NOW)
    await books.transact(consortia.invite, invitation.id, KRANJ.id, theirs, NOW)
    await books.transact(intents.declare, call.id, ours, Intent.GRANTED, NOW)
    report = Deadline(DeadlineKind.REPORT, When(SUBMISSION.when.day.replace(month=9, day=1)), library=KRANJ.id)
    kept = await done(milestones.Set, milestones.set_one, call.id, report, ours, NOW)
    assert kept.deadline.id is not None
    return Joint(call.id, mine.id, yours.id, own.id, invitation.id, kept.deadline.id)


def _do(tx: Tx, action: Callable[..., object], args: tuple[object, ...]) -> object:
    return action(tx, *args)
