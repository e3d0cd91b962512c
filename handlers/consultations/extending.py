"""The conversation in which the office moves the end of a consultation on."""

from dataclasses import dataclass
from datetime import datetime

from handlers.consultations import desk_buttons as buttons
from handlers.consultations import desk_outcomes as outcomes
from handlers.consultations import desk_screens as screens
from handlers.consultations import ending
from handlers.context import Tap
from handlers.conversation import Guide, Misread, again, begin_card
from handlers.dates import writing
from handlers.dates.asking import one_line, turned
from handlers.guiding import leave, picks
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.consultations import books, notices, opening
from storage.consultations.rules import Consultation
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.people import Person, Role

STAFF = Role.STAFF
SURE = "sure"
"""The last step, at which it is asked whether the end is to move."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The consultation, and how many are told when its end moves; None if there is no such consultation."""

    one: Consultation | None
    told: int


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    """Find the consultation."""
    one = books.find(tx, draft.data["consultation"])
    return Facts(one, len(notices.concerned(tx, one)) if one else 0)


def advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:
    """Take a day, an hour or a moment, or follow a button."""
    word, _, argument = said.partition(" ")
    match word, draft.step:
        case "/stay", _:
            return draft
        case "/back", _:
            return draft.at(ending.DAY)
        case "/month", ending.DAY:
            return turned(draft, ending.DAY, argument, now)
    if said.startswith("/") or draft.step == SURE:
        return Misread("guide-choose")
    taken = ending.take(draft, one_line(said), now)
    return draft.at(SURE, ends_at=taken.isoformat(), day=None) if isinstance(taken, datetime) else taken


def show(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Ask for the end, or whether it is to move there."""
    one = facts.one
    if one is None:
        return screens.no_such(say)
    back = Key(say.label("key-back"), buttons.OfficeConsultation(one.id))
    head = [say("consultation-title", title=one.title(say.language)),
            say("board-ends", when=writing.moment(one.terms.ends_at, say.language))]  # fmt: skip
    if draft.step != SURE:
        keys = [*ending.answers(draft, say, now), [back], *leave(say)]
        return Screen(lines(*head, "", say(f"board-ask-{draft.step}")), keys)
    ends_at = datetime.fromisoformat(draft.data["ends_at"])
    again = picks(draft)(say.label("key-back"), "/back")
    if ends_at <= one.terms.ends_at:
        return Screen(lines(*head, "", say("board-ends-earlier")), [[again]])
    text = lines(
        *head,
        say("board-ends-new", when=writing.moment(ends_at, say.language)),
        "",
        say("board-told", count=facts.told) if facts.told else None,
        say("board-ask-extend"),
    )
    return Screen(text, [[Key(say.label("key-extend"), buttons.ExtendTo(draft.id, draft.version)), again]])


GUIDE = Guide(opening.EXTENDING, STAFF, advance, show, load)


@on_tap(buttons.ExtendConsultation, may=STAFF)
async def extend(tap: Tap[buttons.ExtendConsultation]) -> Answer:
    """Ask for a later end."""
    return await begin_card(tap, GUIDE, ending.DAY, {"consultation": tap.button.consultation_id})


@on_tap(buttons.ExtendTo, may=STAFF)
async def extend_to(tap: Tap[buttons.ExtendTo]) -> Answer:
    """Move the end; what has changed since is shown again."""
    button = tap.button
    outcome = await tap.db.transact(opening.extend_as_drafted, button.draft_id, button.version, tap.person.id, tap.now)
    if isinstance(outcome, NotYours):
        return refusal(tap)
    if not isinstance(outcome, Gone):
        return outcomes.extended(outcome, tap.say, tap.now)
    return await again(tap, GUIDE, screens.no_such(tap.say))


ROUTES = (extend, extend_to)
