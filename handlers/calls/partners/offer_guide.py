"""The conversations in which somebody says what their library seeks or offers, and how they can be reached. Pure."""

from collections.abc import Sequence
from datetime import datetime

from handlers.calls.partners import buttons, words
from handlers.conversation import Guide, Misread
from handlers.dates.asking import one_line
from handlers.guiding import back_and_leave, leave, picks
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.calls import books, partner_books, partner_reading, partners
from storage.calls.partner_reading import Card
from storage.calls.partner_rules import BRINGS_AT_MOST, LINE_AT_MOST, OfferId, Part, Side
from storage.calls.rules import Call, CallId
from storage.database import Tx
from storage.drafts import Draft
from storage.people import Person, Role

SPEAKS = Role.DEPUTY
"""Delegates and deputies speak for their library."""

WHAT, BRINGS, LINE, READY = ORDER = ("what", "brings", "line", "ready")
"""The steps; each is answered by data of its name, but for the first."""

ANSWERS = {WHAT: ("side", "part"), BRINGS: ("brings",), LINE: ("line",)}
"""What is known once a step is answered; an empty line means none."""

WAYS = tuple((side, part) for side in Side for part in (Part.PARTNER, Part.LEAD))


def advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    """Take an answer, or follow a button on the way."""
    word, _, argument = said.partition(" ")
    if word == "/back":
        return draft.at(READY if _edits(draft) else ORDER[max(0, ORDER.index(draft.step) - 1)])
    if word == "/edit" and draft.step == READY and argument in ANSWERS:
        return draft.at(argument)
    match draft.step:
        case "what":
            found = next(((side, part) for side, part in WAYS if said == f"/what {side} {part}"), None)
            return Misread("partner-choose") if found is None else _after(draft.at(WHAT, side=found[0], part=found[1]))
        case "brings":
            return _text(draft, BRINGS, said, BRINGS_AT_MOST)
        case "line":
            return _after(draft.at(LINE, line="")) if word == "/skip" else _text(draft, LINE, said, LINE_AT_MOST)
        case _:
            return Misread("partner-choose")


def _text(draft: Draft, step: str, said: str, most: int) -> Draft | Misread:
    text = "\n".join(line for part in said.splitlines() if (line := one_line(part)))
    if not text or text.startswith("/"):
        return Misread("guide-empty")
    if len(text) > most:
        return Misread("guide-too-long", {"count": len(text), "most": most})
    return _after(draft.at(step, **{step: text}))


def _after(draft: Draft) -> Draft:
    """Go on to what has not been answered yet."""
    return draft.at(next((step for step in ANSWERS if any(name not in draft.data for name in ANSWERS[step])), READY))


def _edits(draft: Draft) -> bool:
    """Tell whether all is answered, and an answer is about to be changed."""
    return _after(draft).step == READY


def _call(tx: Tx, draft: Draft, person: Person, now: datetime) -> Call | None:  # noqa: ARG001 - as guides load
    return books.find(tx, CallId(draft.data["call"]))


def show(draft: Draft, call: Call | None, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Draw the card of a step."""
    if call is None:
        return words.gone(say)
    if draft.step == READY:
        return _ready(draft, call, say)
    text = lines(say("partner-new"), words.of_call(call, say), "", say(f"partner-ask-{draft.step}"))
    pick = picks(draft)
    keys: Keys = []
    if draft.step == WHAT:
        keys = [[pick(say.label(f"key-partner-{side}-{part}"), f"/what {side} {part}")] for side, part in WAYS]
    elif draft.step == LINE:
        keys = [[pick(say.label("key-skip"), "/skip")]]
    return Screen(
        text, [*keys, *(leave(say) if draft.step == WHAT and not _edits(draft) else back_and_leave(draft, say))]
    )


def _ready(draft: Draft, call: Call, say: Say) -> Screen:
    said = partners.words(draft)
    text = lines(
        say("partner-preview"),
        "",
        words.offer(said, say.label("partner-our-library"), call, say),
        say("partner-preview-line", line=said.line) if said.line else say("partner-preview-no-line"),
    )
    pick = picks(draft)
    edits = [pick(say.label(f"key-partner-edit-{step}"), f"/edit {step}") for step in ANSWERS]
    done = Key(say.label("key-partner-say"), buttons.SayOffer(draft.id, draft.version))
    return Screen(text, [[done], *in_rows(edits, 3), *leave(say)])


GUIDE = Guide(partners.FEATURE, SPEAKS, advance, show, _call)


def advance_line(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    """Take the line by which somebody who has answered can be reached."""
    text = one_line(said)
    if not text or text.startswith("/"):
        return draft.at(LINE) if said == "/back" else Misread("guide-empty")
    if len(text) > LINE_AT_MOST:
        return Misread("guide-too-long", {"count": len(text), "most": LINE_AT_MOST})
    return draft.at(READY, line=text)


def _offer(tx: Tx, draft: Draft, person: Person, now: datetime) -> Card | None:
    return partner_reading.card(tx, OfferId(draft.data["offer"]), person, now)


def show_line(draft: Draft, card: Card | None, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask for the line, or show it."""
    if card is None:
        return words.gone(say)
    back: Sequence[Key] = [Key(say.label("key-back"), buttons.OpenOffer(card.offer.id))]
    if draft.step == LINE:
        return Screen(lines(say("partner-line", library=card.library), say("partner-line-ask")), [back])
    keep = Key(say.label("key-partner-keep"), buttons.KeepLine(draft.id, draft.version))
    text = lines(say("partner-line", library=card.library), say("partner-preview-line", line=draft.data["line"]))
    return Screen(text, [[keep, *back]])


LINE_GUIDE = Guide(partners.LINE, SPEAKS, advance_line, show_line, _offer)


def of_offer(tx: Tx, call_id: CallId, person: Person) -> tuple[str, dict[str, object]]:
    """Find at which step, and with what, the conversation about a call begins: anew, or with what was said before."""
    library = person.library
    before = None if library is None else partner_books.offer_by(tx, call_id, library.id)
    if before is None:
        return WHAT, {"call": call_id}
    said, mine = before.words, before.person == person.id
    line: dict[str, object] = {"line": said.line or ""} if mine else {}
    return READY if mine else LINE, {
        "call": call_id, "side": said.side, "part": said.part, "brings": said.brings, **line,
    }  # fmt: skip
