"""The conversation in which the office moves one deadline of a call, back or forward.

It asks for day and hour as the conversation about a whole call does, with this one deadline as the only one.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from handlers.calls import change_words, desk_buttons, words
from handlers.calls import desk_outcomes as outcomes
from handlers.calls import desk_screens as screens
from handlers.calls.compose import deadline_screens, deadlines
from handlers.calls.compose import outcomes as composed
from handlers.calls.compose.deadlines import CHOOSE
from handlers.calls.compose.steps import Step
from handlers.context import Tap
from handlers.conversation import Guide, Misread, again, begin_card, take_up_card
from handlers.guiding import leave, paged, picks, said
from handlers.heard import Heard
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from handlers.screen import Key, Screen, lines
from handlers.texts import Markup, Say
from storage import drafts
from storage.calls import books, drafting, news, plain
from storage.calls.changes import Moved
from storage.calls.drafting import Overtaken
from storage.calls.news import Expected
from storage.calls.rules import Call, State
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.people import Person, Role

STAFF = Role.STAFF
PICK, SURE = "pick", "sure"
"""The steps before and after those at which day and hour are asked for."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The call as it is, and what would be told if its deadline moved so; None where there is no such call."""

    one: Call | None
    expected: Expected | None = None


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    """Find the call."""
    one, moved = books.find(tx, draft.data["call"]), deadlines.deadline(draft)
    if one is None or moved is None or draft.step != SURE:
        return Facts(one)
    others = [other for other in one.deadlines if other.id != moved.id]
    return Facts(one, news.foreseen(tx, one, replace(one.content, deadlines=(*others, moved)), now))


def takes(draft: Draft, heard: Heard, facts: Facts, now: datetime) -> Draft | Misread:
    """Choose a deadline, take its new day and hour, or follow a button."""
    if heard.text is None:
        return Misread("conversation-text-only")
    word, _, argument = heard.text.partition(" ")
    match word, draft.step:
        case "/stay", _:
            return draft
        case "/back", Step.HOUR | "sure":
            return draft.at(Step.DAY)
        case "/back", _:
            return draft.at(PICK, page=None)
        case "/page", "pick" if argument.isascii() and argument.isdigit() and len(argument) <= len("99"):
            return draft.at(PICK, page=int(argument))
        case "/choose", "pick":
            return _chosen(draft, argument, facts)
        case _, Step.DAY | Step.HOUR:
            return _asked(draft, heard.text, now)
        case _:
            return CHOOSE


def _chosen(draft: Draft, argument: str, facts: Facts) -> Draft | Misread:
    there = facts.one.deadlines if facts.one else ()
    one = next((one for one in there if str(one.id) == argument), None)
    if one is None:
        return CHOOSE
    return draft.at(Step.DAY, deadlines=[plain.of_deadline(one)], place=0, opened=True, month=None)


def _asked(draft: Draft, text: str, now: datetime) -> Draft | Misread:
    """Take the day or the hour; a deadline that moves is to come."""
    word, _, argument = text.partition(" ")
    follow = deadlines.FOLLOW[Step(draft.step)]
    taken = follow(draft, word, argument, now) if text.startswith("/") else deadlines.take_when(draft, text, now)
    if isinstance(taken, Misread):
        return taken
    if taken.step == Step.PAST:
        return Misread("guide-past")
    if taken.step == Step.DEADLINE:
        return taken.at(SURE)
    return taken if taken.step in {Step.DAY, Step.HOUR} else CHOOSE


def show(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Ask which deadline, for its day and hour, and whether it is to move there."""
    one = facts.one
    if one is None:
        return screens.no_such(say)
    if draft.step == PICK:
        return _pick(draft, one, say, now)
    moved = deadlines.deadline(draft)
    before = next((other for other in one.deadlines if moved is not None and other.id == moved.id), None)
    if moved is None or before is None:
        return _pick(draft, one, say, now)
    if draft.step != SURE:
        head = lines(screens.title(one, say), words.line(before, say, now))
        return deadline_screens.moving(draft, head, say, now)
    again = picks(draft)(say.label("key-back"), "/back")
    if moved.when == before.when:
        return Screen(lines(words.line(before, say, now), "", say("call-move-same")), [[again]])
    change = Moved(before, moved)
    text = lines(
        screens.title(one, say),
        say("call-changed-line", said=change_words.moved(change, say, now)),
        "",
        say("call-move-forward" if change.forward else "call-move-back"),
        *_told(facts.expected.told if facts.expected else 0, say),
        say("call-move-sure"),
    )
    sure = Key(say.label("key-bring-forward" if change.forward else "key-extend"),
               desk_buttons.MoveTo(draft.id, draft.version))  # fmt: skip
    return Screen(text, [[sure, again], *leave(say)])


def _told(count: int, say: Say) -> list[Markup]:
    return [say("call-move-told", count=count), say("call-move-seen")] if count else [say("call-move-nobody")]


def _pick(draft: Draft, one: Call, say: Say, now: datetime) -> Screen:
    pick = picks(draft)
    rows = [[pick(deadline_screens.label(each, say, now), said("/choose", each.id or 0))] for each in one.deadlines]
    text = lines(screens.title(one, say), say("call-move-which"))
    return Screen(text, [*paged(draft, rows, say), [screens.to_card(one.id, say)], *leave(say)])


GUIDE = Guide(drafting.MOVING, STAFF, None, show, load, takes=takes)


@on_tap(desk_buttons.MoveDeadline, may=STAFF)
async def move(tap: Tap[desk_buttons.MoveDeadline]) -> Answer:
    """Ask which deadline is to move, of one there is no choice; or go on where that was left with the same call."""
    one = await tap.db.read(books.find, tap.button.call_id)
    if one is None:
        return screens.no_such(tap.say)
    if one.state is not State.OPEN or not one.deadlines:
        return outcomes.over(one, tap.say)
    known = {"call": one.id, "call_version": one.version}
    left = await tap.db.read(drafts.of_feature, tap.person.id, drafting.MOVING)
    if left is not None and known.items() <= left.data.items() and (card := await take_up_card(tap, GUIDE)):
        return card
    if len(one.deadlines) > 1:
        return await begin_card(tap, GUIDE, PICK, known)
    only = {"deadlines": [plain.of_deadline(one.deadlines[0])], "place": 0, "opened": True}
    return await begin_card(tap, GUIDE, Step.DAY, {**known, **only})


@on_tap(desk_buttons.MoveTo, may=STAFF)
async def move_to(tap: Tap[desk_buttons.MoveTo]) -> Answer:
    """Move the deadline; what has changed since is shown again."""
    button = tap.button
    outcome = await tap.db.transact(
        drafting.move_as_drafted, button.draft_id, button.version, tap.person.id, tap.now
    )  # fmt: skip
    match outcome:
        case NotYours():
            return refusal(tap)
        case Overtaken():
            return await again(tap, GUIDE, screens.no_such(tap.say), composed.overtaken(outcome, tap.say))
        case Gone():
            return await again(tap, GUIDE, screens.no_such(tap.say))
        case _:
            return outcomes.moved(outcome, tap.say, tap.now)


ROUTES = (move, move_to)
