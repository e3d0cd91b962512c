"""A library seeks or offers partnership on a call, another answers, both agree: one transaction each."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from storage import drafts, due
from storage.calls import books, partner_books, partner_notices, partner_rules
from storage.calls.intents import NoSuch
from storage.calls.partner_rules import Answered, Offer, OfferId, Part, Reply, Settled, Side, Standing, Words
from storage.calls.rules import Call, CallId, NotForYou, Same, TooLate, Withdrawn
from storage.calls.tables import call_answers, call_offers
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.due import Due
from storage.people import LibraryId, Person, PersonId

FEATURE = "call_partner"
"""The drafts of offers are kept under this name."""

LINE = "call_line"
"""The drafts of lines by which somebody who has answered can be reached are kept under this name."""

OVER = "call_offers_over"
"""The kind of due row that ends the offers of a call with it."""

Refused = NotForYou | Withdrawn | TooLate


def words(draft: Draft) -> Words:
    """Read what a library says in a conversation that is ready."""
    data = draft.data
    return Words(Side(data["side"]), Part(data["part"]), data["brings"], data.get("line"))


def say_draft(
    tx: Connection, draft_id: DraftId, version: int, person: Person, now: datetime
) -> Offer | Refused | NoSuch | NotYours | Gone:
    """Put what a library seeks or offers before all, and end the draft."""
    draft = drafts.lock(tx, draft_id, version, person.id, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    outcome = say(tx, CallId(draft.data["call"]), person, words(draft), now)
    if isinstance(outcome, Offer):
        drafts.end(tx, draft_id)
    return outcome


def say(tx: Connection, call_id: CallId, person: Person, said: Words, now: datetime) -> Offer | Refused | NoSuch:
    """Put what a library seeks or offers before all, in place of what it said before; answers to that stay."""
    call = books.lock(tx, call_id)
    if call is None:
        return NoSuch()
    if refused := partner_rules.may_say(call, person, now):
        return refused
    if person.library is None:
        return NotForYou()
    mine = call_offers.c.call_id == call_id, call_offers.c.library_id == person.library.id
    values = {"person_id": person.id, "side": said.side, "part": said.part, "brings": said.brings, "line": said.line}
    if partner_books.offer_by(tx, call_id, person.library.id):
        tx.execute(update(call_offers).where(*mine).values(values))
    else:
        tx.execute(delete(call_offers).where(*mine))
        tx.execute(insert(call_offers).values(call_id=call_id, library_id=person.library.id, at=now, **values))
    _plan(tx, call)
    return partner_books.offers(tx, *mine)[0]


def _plan(tx: Connection, call: Call) -> None:
    """Let offers end when the call is over."""
    key = f"{OVER}:{call.id}"
    due.drop(tx, key)
    if call.content.ends_at is not None:
        due.add(tx, [Due(key, OVER, call.content.ends_at, None, {"call": call.id})])


def over_due(tx: Connection, row: Due, now: datetime) -> None:
    """Forget the offers of a call that is over, with their contacts."""
    call = books.lock(tx, CallId(row.args["call"]))
    if call is not None and not call.runs(now):
        end_all(tx, call.id)


def amended(tx: Connection, call: Call) -> None:
    """Let the offers of a call end when it ends now."""
    if tx.execute(select(call_offers.c.id).where(call_offers.c.call_id == call.id).limit(1)).first():
        _plan(tx, call)


def end_all(tx: Connection, call_id: CallId) -> None:
    """Forget the offers of a call, with their contacts."""
    due.drop(tx, f"{OVER}:{call_id}")
    _forget(tx, call_offers.c.call_id == call_id)


def _forget(tx: Connection, which: ColumnElement[bool]) -> None:
    tx.execute(delete(call_offers).where(which))


def _locked(tx: Connection, offer_id: OfferId) -> tuple[Call, Offer] | None:
    """Find an offer with its call, and let nobody else change either until the transaction ends."""
    call_id = tx.execute(select(call_offers.c.call_id).where(call_offers.c.id == offer_id)).scalar()
    call = None if call_id is None else books.lock(tx, CallId(call_id))
    one = None if call is None else partner_books.offer(tx, offer_id)
    return None if call is None or one is None else (call, one)


def withdraw(tx: Connection, offer_id: OfferId, person: Person, now: datetime) -> Offer | NotForYou | NoSuch:
    """Take back what one's library seeks or offers; those who wait for an answer are told."""
    found = _locked(tx, offer_id)
    if found is None:
        return NoSuch()
    _, one = found
    if not partner_books.speaks(person, one.library):
        return NotForYou()
    _withdraw(tx, one, now)
    return one


def _withdraw(tx: Connection, one: Offer, now: datetime) -> None:
    waiting = partner_books.replies(tx, one.id, call_answers.c.standing == Standing.WAITS)
    partner_notices.tell_gone(tx, one, waiting, now)
    _forget(tx, call_offers.c.id == one.id)


def answer(
    tx: Connection, offer_id: OfferId, person: Person, now: datetime
) -> Answered | Settled | Same | Refused | NoSuch:
    """Answer an offer for one's library: the other side is asked whether it wants to be partners."""
    found = _locked(tx, offer_id)
    if found is None:
        return NoSuch()
    call, one = found
    if refused := partner_rules.may_say(call, person, now):
        return refused
    if person.library is None:
        return NotForYou()
    library = person.library.id
    own = partner_books.offer_by(tx, call.id, library)
    mirrored = partner_books.reply(tx, own.id, one.library) if own else None
    outcome = partner_rules.answer(one, partner_books.reply(tx, offer_id, library), mirrored, library)
    if isinstance(outcome, Answered):
        tx.execute(delete(call_answers).where(*_of(one, library)))
        new = {"offer_id": offer_id, "library_id": library, "person_id": person.id, "standing": Standing.WAITS,
               "at": now}  # fmt: skip
        tx.execute(insert(call_answers).values(new))
        partner_notices.tell_answered(tx, call, one, library, now)
    elif isinstance(outcome, Settled) and outcome.fresh and own:
        _settle(tx, call, own, one.library, person.id, outcome.standing, now)
    return outcome


def _of(one: Offer, library: LibraryId) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return call_answers.c.offer_id == one.id, call_answers.c.library_id == library


def settle(
    tx: Connection, offer_id: OfferId, library: LibraryId, person: Person, now: datetime, *, accept: bool
) -> Settled | Refused | NoSuch:
    """Accept or refuse the answer of a library: with a yes both sides get each other's contact."""
    found = _locked(tx, offer_id)
    if found is None:
        return NoSuch()
    call, one = found
    if refused := partner_rules.may_say(call, person, now):
        return refused
    reply = partner_books.reply(tx, offer_id, library)
    own = LibraryId(0) if person.library is None else person.library.id
    outcome = partner_rules.settle(one, reply, own, accept=accept)
    if isinstance(outcome, Settled) and outcome.fresh:
        _settle(tx, call, one, library, person.id, outcome.standing, now)
    return NoSuch() if outcome is None else outcome


def _settle(
    tx: Connection, call: Call, one: Offer, library: LibraryId, by: PersonId, standing: Standing, now: datetime
) -> None:  # fmt: skip
    tx.execute(update(call_answers).where(*_of(one, library)).values(standing=standing, settled_by=by))
    partner_notices.tell_settled(tx, call, one, library, standing, now)


def take_back(tx: Connection, offer_id: OfferId, person: Person) -> Answered | Settled | NotForYou | NoSuch:
    """Take back the answer of one's library, as long as it is not settled; return how it stood."""
    found = _locked(tx, offer_id)
    if found is None:
        return NoSuch()
    _, one = found
    if person.library is None or not partner_books.speaks(person, person.library.id):
        return NotForYou()
    reply = partner_books.reply(tx, offer_id, person.library.id)
    if reply is None:
        return NoSuch()
    if reply.standing is not Standing.WAITS:
        return Settled(reply.standing, fresh=False)
    _take_back(tx, one, reply)
    return Answered()


def _take_back(tx: Connection, one: Offer, reply: Reply) -> None:
    tx.execute(delete(call_answers).where(*_of(one, reply.library)))
    partner_notices.take_back_answered(tx, one, reply.library)


def add_line_draft(
    tx: Connection, draft_id: DraftId, version: int, person: Person
) -> Offer | NotForYou | NoSuch | NotYours | Gone:
    """Write down by which line somebody who has answered an offer can be reached as well, and end the draft."""
    draft = drafts.lock(tx, draft_id, version, person.id, LINE)
    if not isinstance(draft, Draft):
        return draft
    found = _locked(tx, OfferId(draft.data["offer"]))
    if found is None or person.library is None:
        return NoSuch()
    _, one = found
    mine = *_of(one, person.library.id), call_answers.c.person_id == person.id
    changed = tx.execute(update(call_answers).where(*mine).values(line=draft.data["line"])).rowcount
    drafts.end(tx, draft_id)
    return one if changed else NotForYou()


def leave(tx: Connection, person_id: PersonId, now: datetime) -> None:
    """Take back what somebody who goes has sought, offered and answered, with their contact; the calls are locked."""
    for one in partner_books.offers(tx, call_offers.c.person_id == person_id):
        _withdraw(tx, one, now)
    _forget(tx, call_offers.c.person_id == person_id)
    mine = call_answers.c.person_id == person_id
    of_offers = select(call_answers.c.offer_id).where(mine)
    for one in partner_books.offers(tx, call_offers.c.id.in_(of_offers)):
        for reply in partner_books.replies(tx, one.id, mine):
            _take_back(tx, one, reply)
    tx.execute(delete(call_answers).where(mine))
    tx.execute(update(call_answers).where(call_answers.c.settled_by == person_id).values(settled_by=None))
