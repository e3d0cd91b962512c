"""The lists of events that members see. Pure."""

from dataclasses import dataclass
from datetime import datetime

from handlers.buttons import Button
from handlers.events import buttons, words
from handlers.home import Home
from handlers.mine import Mine
from handlers.paging import page_line, turning
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.events.reading import Line, Tally
from storage.events.seats import State
from storage.pages import Page


def upcoming(page: Page[Line], say: Say, now: datetime) -> Screen:
    """List the events to come."""
    if not page.total:
        return Screen(say("events-none"), [[Key(say.label("key-home"), Home())]])
    text = lines(say("events-card"), say("events-count", count=page.total), say("events-choose"), page_line(page, say))
    return Screen(text, _listed(page, say, now, mine=0, back=Home()))


SHORTLY = 3
"""So many events stand on the card of all that is mine."""


@dataclass(frozen=True, slots=True)
class Own:
    """What somebody has at the events to come, and the first of them."""

    tally: Tally
    page: Page[Line]


def tile(one: Tally, say: Say) -> str | None:
    """Say on the home card what somebody has, and what waits for their answer."""
    said = [
        say("home-registered", count=one.seats) if one.seats else None,
        say("home-answer", count=one.answers) if one.answers else None,
        say("home-waits", count=one.waits) if one.waits else None,
    ]
    return lines(*said) or None


def mine_section(one: Own, say: Say, now: datetime) -> tuple[str, Keys] | None:
    """Give the events to come at which somebody has something, the first ones of them."""
    page, said = one.page, tile(one.tally, say)
    if not page.total or said is None:
        return None
    keys = [
        [Key(words.label(line.event, say, now, _mark(line, say, mine=1)), buttons.OpenEvent(line.event.id, 2, 0))]
        for line in page.lines[:SHORTLY]
    ]
    rest = [Key(say.label("key-all-my-events", count=page.total), buttons.Mine(0))] if page.total > SHORTLY else []
    return said, [*keys, rest]


def back_to(button: buttons.OpenEvent) -> Button:
    """Tell where an event was opened from."""
    if button.mine > 1:
        return Mine()
    return buttons.Mine(button.page) if button.mine else buttons.Events(button.page)


def mine(page: Page[Line], say: Say, now: datetime) -> Screen:
    """List the events to come at which somebody has a seat."""
    if not page.total:
        keys = [[Key(say.label("key-events"), buttons.Events(0)), Key(say.label("key-home"), Home())]]
        return Screen(say("events-mine-none"), keys)
    text = lines(say("events-mine-card"), say("events-mine-count", count=page.total), page_line(page, say))
    return Screen(text, _listed(page, say, now, mine=1, back=Mine()))


def _which_page(page: Page[Line], say: Say) -> str | None:
    return page_line(page, say)


def _listed(page: Page[Line], say: Say, now: datetime, mine: int, back: Button) -> Keys:
    keys = [
        [
            Key(
                words.label(line.event, say, now, _mark(line, say, mine=mine)),
                buttons.OpenEvent(line.event.id, mine, page.number),
            )
        ]
        for line in page.lines
    ]
    turn = turning(page, buttons.Mine if mine else buttons.Events, say)
    return [*keys, turn, [Key(say.label("key-back"), back)]]


def _mark(line: Line, say: Say, *, mine: int) -> str:
    """Mark what somebody has at an event; among their own, only what is no seat."""
    if line.asked or line.state is State.OFFERED:
        return say.label("events-mark-answer")
    if line.state is State.WAITING:
        return say.label("events-mark-waiting")
    return say.label("events-mark-mine") if line.mine and not mine else ""
