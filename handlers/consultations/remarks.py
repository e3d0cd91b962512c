"""Members write comments and amendments, read those of others and say the same with a tap."""

from datetime import datetime

from handlers.consultations import buttons, question_screens, remark_screens
from handlers.consultations.member import MEMBER
from handlers.consultations.remark_screens import READY, WRITE, Facts
from handlers.consultations.voting_screens import refused
from handlers.context import Ask, Tap
from handlers.conversation import Guide, Misread, again, begin_card, take_up_card
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Screen
from storage import drafts
from storage.announcements.rules import units
from storage.consultations import reading, remark_reading, remarks, writing
from storage.consultations.remark_reading import RemarksPage
from storage.consultations.remarks import Deleted, Kept, Kind, Supported, TooLong
from storage.consultations.rules import REMARK_AT_MOST, Closed, NotYours, QuestionId
from storage.consultations.voting import NoSuch
from storage.consultations.writing import Gone
from storage.database import Tx
from storage.drafts import Draft
from storage.people import Person


@on_tap(buttons.Remarks, may=MEMBER)
async def on_question(tap: Tap[buttons.Remarks]) -> Answer:
    """What was written on a question, a page of it."""
    one = tap.button
    page = await tap.db.read(remark_reading.remarks_on, one.question_id, tap.person, one.page)
    if page is None:
        return question_screens.gone(tap.say)
    return remark_screens.listed(page, one.library_id, tap.person, tap.say, tap.now)


@on_tap(buttons.OpenRemark, may=MEMBER)
async def open_remark(tap: Tap[buttons.OpenRemark]) -> Answer:
    """A comment or an amendment, whole."""
    one = tap.button
    found = await tap.db.read(remark_reading.remark, one.remark_id, tap.person)
    if found is None:
        return remark_screens.gone(tap.say)
    return remark_screens.whole(found, one.library_id, one.page, tap.person, tap.say, tap.now)


@on_tap(buttons.Support, may=MEMBER, of_library=True)
async def support(tap: Tap[buttons.Support]) -> Answer:
    """Say the same as somebody else, or not any more."""
    one = tap.button
    outcome, page = await tap.db.transact(_support, one, tap.person, tap.now)
    if isinstance(outcome, NotYours):
        return refusal(tap)
    if page is None or isinstance(outcome, NoSuch):
        return remark_screens.gone(tap.say)
    first = tap.say("vote-closed") if isinstance(outcome, Closed) else None
    seen = remark_screens.listed(page, one.library_id, tap.person, tap.say, tap.now, first)
    return refused(seen) if first else seen


def _support(
    tx: Tx, one: buttons.Support, person: Person, now: datetime
) -> tuple[Supported | Closed | NotYours | NoSuch, RemarksPage | None]:
    outcome = remarks.support(tx, one.remark_id, person.id, now, on=bool(one.on))
    found = remark_reading.remark(tx, one.remark_id, person)
    return outcome, remark_reading.remarks_on(tx, found.question.id, person, one.page) if found else None


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    text = "".join(char if char.isprintable() or char == "\n" else " " for char in said).strip()
    if not text:
        return Misread("remark-nothing-typed")
    if (count := units(text)) > REMARK_AT_MOST:
        return Misread("remark-too-long", {"count": count, "most": REMARK_AT_MOST})
    return draft.at(READY, text=text)


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    question, kind = writing.about(draft)
    return _facts(tx, question, kind, person)


def _facts(tx: Tx, question: QuestionId, kind: Kind, person: Person) -> Facts:
    article = reading.article(tx, question, person)
    return Facts(article, remark_reading.own_remark(tx, question, person.id, kind))


GUIDE = Guide(writing.FEATURE, MEMBER, _advance, remark_screens.written, _load)


@on_tap(buttons.WriteRemark, may=MEMBER, of_library=True)
async def write(tap: Tap[buttons.WriteRemark]) -> Answer:
    """Write on a question: go on where it was left, or begin anew."""
    one = tap.button
    if refusing := await _closed(tap, one.question_id, one.kind):
        return refusing
    begun = await tap.db.read(drafts.of_feature, tap.person.id, writing.FEATURE)
    here = {"question": one.question_id, "kind": one.kind}
    if begun is not None and writing.about(begun) != (one.question_id, one.kind):
        other = await tap.db.read(_load, begun, tap.person, tap.now)
        if begun.data.get("text") and other.article is not None and not one.anew:
            return remark_screens.another(begun, other.article, one.question_id, one.kind, tap.say)
        begun = None
    card = await take_up_card(tap, GUIDE) if begun is not None else None
    return card or await begin_card(tap, GUIDE, WRITE, here)


async def _closed(ask: Ask, question: QuestionId, kind: Kind) -> Screen | None:
    """Say that a question is not there, or that its time is over; None if one can write on it."""
    facts = await ask.db.read(_facts, question, kind, ask.person)
    if facts.article is None:
        return question_screens.gone(ask.say)
    if facts.article.one.runs(ask.now):
        return None
    return refused(question_screens.question(facts.article, 0, ask.person, ask.say, ask.now, ask.say("vote-closed")))


@on_tap(buttons.KeepRemark, may=MEMBER, of_library=True)
async def keep(tap: Tap[buttons.KeepRemark]) -> Answer:
    """Keep what is written in the draft."""
    one = tap.button
    draft = await tap.db.read(drafts.get, one.draft_id)
    outcome = await tap.db.transact(writing.submit, one.draft_id, one.version, tap.person.id, tap.now)
    match outcome:
        case Kept() if draft is not None:
            question, kind = writing.about(draft)
            facts = await tap.db.read(_facts, question, kind, tap.person)
            return remark_screens.kept(facts, kind, tap.say, tap.now)
        case NotYours():
            return refusal(tap)
        case Closed() if draft is not None:
            return await _closed(tap, *writing.about(draft)) or question_screens.gone(tap.say)
        case Gone():
            return await again(tap, GUIDE, remark_screens.ended(tap.say))
        case Kept() | Closed() | TooLong() | NoSuch():
            return question_screens.gone(tap.say)


@on_tap(buttons.DeleteRemark, may=MEMBER, of_library=True)
async def delete(tap: Tap[buttons.DeleteRemark]) -> Answer:
    """Take back what one wrote on a question, once it was asked about."""
    one = tap.button
    if refusing := await _closed(tap, one.question_id, one.kind):
        return refusing
    if not one.sure:
        return remark_screens.ask_delete(one.question_id, one.kind, tap.say)
    outcome = await tap.db.transact(remarks.remove, one.question_id, one.kind, tap.person.id, tap.now)
    match outcome:
        case Deleted():
            return remark_screens.deleted(one.question_id, one.kind, tap.say)
        case NotYours():
            return refusal(tap)
        case Closed():
            return await _closed(tap, one.question_id, one.kind) or question_screens.gone(tap.say)
        case NoSuch():
            return question_screens.gone(tap.say)


ROUTES = (on_question, open_remark, support, write, keep, delete)
