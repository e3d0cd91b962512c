"""What the survey looks like. Pure: outcome in, card out."""

from datetime import datetime
from typing import assert_never

from handlers.events import buttons as events
from handlers.events import words
from handlers.events.afterwards import buttons
from handlers.guiding import leave
from handlers.home import Home
from handlers.paging import page_line, turning
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.drafts import Draft
from storage.events.rules import Event
from storage.events.survey import FEW, STARS, Asked, Counted, Kept, NotThere, Once, Results, TooFew
from storage.pages import page_of

PAGE = 5
"""So many texts fit a message, however long they are."""


def title(event: Event, say: Say) -> str:
    """Name the event."""
    return words.title(event.details, say)


def ask(asked: Asked, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as messages show
    """Ask for stars."""
    keys = [
        Key(say.label("key-survey-stars", stars=str(stars)), buttons.Rate(asked.event.id, stars)) for stars in STARS
    ]
    return Screen(lines(say("survey-ask", title=title(asked.event, say)), say("survey-anonymous")), [keys])


def rated(outcome: Counted | Once | NotThere, say: Say) -> Screen:
    """Say what became of the stars, and offer to write."""
    if isinstance(outcome, Counted):
        return Screen(lines(say("survey-rated"), say("survey-more")), [_write(outcome.asked, say)])
    return said(outcome, say)


def _write(asked: Asked, say: Say) -> list[Key]:
    home = Key(say.label("key-home"), Home())
    return [home] if asked.wrote else [Key(say.label("key-survey-write"), buttons.WriteOpinion(asked.event.id)), home]


def said(outcome: Kept | Once | NotThere, say: Say) -> Screen:
    """Say what became of an answer."""
    home = [Key(say.label("key-home"), Home())]
    match outcome:
        case Kept():
            return Screen(say("survey-kept"), [home])
        case Once(asked):
            return Screen(say("survey-both-once" if asked.wrote else "survey-once"), [_write(asked, say)])
        case NotThere():
            return Screen(say("survey-not-there"), [home])
        case _:
            assert_never(outcome)


def writing(draft: Draft, facts: Asked | Once | NotThere, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask for a text, or whether it is to be sent."""
    if not isinstance(facts, Asked):
        return said(facts, say)
    few = say("survey-few") if facts.asked < FEW else None
    if draft.step == "text":
        text = lines(say("survey-ask-text", title=title(facts.event, say)), say("survey-apart"), few)
        return Screen(text, leave(say))
    send = Key(say.label("key-survey-send"), buttons.SendOpinion(draft.id, draft.version))
    text = lines(say("survey-check"), "", say("survey-text", text=draft.data["text"]), "", say("survey-other"), few)
    return Screen(text, [[send], *leave(say)])


def _mean(found: Results, say: Say) -> str:
    return say("survey-mean", mean=found.tenths / 10)


def results(found: Results | TooFew, page: int, say: Say) -> Screen:
    """Show what was answered, if there are answers enough."""
    event = found.event
    heading = lines(say("survey-card", title=title(event, say)),
                    say("survey-answers", answers=found.answers, came=found.came))  # fmt: skip
    back = Key(say.label("key-back"), events.OfficeEvent(event.id, 0))
    if isinstance(found, TooFew):
        return Screen(lines(heading, say("survey-too-few")), [[back]])
    shown = page_of(found.opinions, page, PAGE)
    text = lines(
        heading, _mean(found, say), say("survey-counts", **{f"n{one}": found.counts[one] for one in STARS}),
        *(part for one in shown.lines for part in ("", say("survey-said") + say("survey-text", text=one))),
        page_line(shown, say),
    )  # fmt: skip
    turn = turning(shown, lambda to: buttons.SurveyResults(event.id, to), say)
    keys = [Key(say.label("key-survey-chart"), buttons.SurveyChart(event.id)),
            Key(say.label("key-survey-sheet"), buttons.SurveySheet(event.id))]  # fmt: skip
    return Screen(text, [turn, keys, [back]])


def caption(found: Results, say: Say) -> str:
    """Say in words what a picture or a file holds."""
    return lines(
        say("survey-card", title=title(found.event, say)),
        say("survey-answers", answers=found.answers, came=found.came), _mean(found, say),
        say("survey-counts", **{f"n{one}": found.counts[one] for one in STARS}),
    )  # fmt: skip
