"""What the office sees of calls. Pure: facts in, card out."""

from datetime import datetime

from handlers.calls import buttons as members
from handlers.calls import compose_buttons, desk_buttons, screens, words
from handlers.calls.desk_buttons import UNDECIDED
from handlers.calls.feeds import buttons as feed_buttons
from handlers.home import Office
from handlers.paging import page_line, turning
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.calls.desk import Overview
from storage.calls.reading import Row
from storage.calls.rules import Call, CallId, State
from storage.pages import Page

SHOWN = 4
"""So many deadlines to come stand on the card."""


RUNNING = ("calls-card", "call-desk-count", "call-desk-none")
PAST = ("calls-past", "calls-past-count", "calls-past-none")
"""How the two lists are headed, counted, and said to be empty."""


def to_list(say: Say) -> Key:
    """Lead back to the list."""
    return Key(say.label("key-back"), desk_buttons.OfficeCalls(0, 0))


def to_card(number: CallId, say: Say) -> Key:
    """Lead back to the card."""
    return Key(say.label("key-back"), desk_buttons.OfficeCall(number))


def no_such(say: Say) -> Screen:
    """Say that there is no such call."""
    return Screen(say("call-desk-gone"), [[to_list(say)]])


def listed(page: Page[Row], say: Say, now: datetime, *, past: bool) -> Screen:
    """List the calls that run, or those that are over."""
    keys = [[Key(screens.label(row, say, now), desk_buttons.OfficeCall(row.call.id))] for row in page.lines]
    head, said, none = PAST if past else RUNNING
    text = lines(
        say(head),
        say(said, count=page.total) if page.total else say(none),
        page_line(page, say),
    )
    turn = turning(page, lambda number: desk_buttons.OfficeCalls(int(past), number), say)
    new = Key(say.label("key-new-call"), compose_buttons.NewCall(0))
    other = Key(say.label("key-past-calls"), desk_buttons.OfficeCalls(1, 0))
    feeds = Key(say.label("key-feeds"), feed_buttons.Feeds(0))
    ways = [[to_list(say)]] if past else [[new, feeds], [other, Key(say.label("key-back"), Office())]]
    return Screen(text, [*keys, turn, *ways])


def card(found: Overview, say: Say, now: datetime) -> Screen:
    """Show a call with what only the office sees."""
    call = found.call
    to_come = [one for one in call.deadlines if one.when.ends_at > now and call.state is State.OPEN]
    text = lines(
        words.face(call, say),
        words.standing(call, say, now),
        *(words.line(one, say, now) for one in to_come[:SHOWN]),
        say("call-more-deadlines", count=len(to_come) - SHOWN) if len(to_come) > SHOWN else None,
        "",
        say("call-desk-reach", follow=str(found.follow), told=str(found.told), opened=str(found.opened)),
        say("call-desk-intents", intents=intents(found, say)),
        _joint(found, say),
        say("call-desk-unseen", count=len(found.unseen)) if found.unseen else None,
    )
    number = call.id
    keys = [
        Key(say.label("key-call-libraries"), desk_buttons.CallLibraries(number, "", 0)),
        *_behind(found, say),
        Key(say.label("key-call-history"), desk_buttons.CallHistory(number, 0)),
        Key(say.label("key-call-sheet"), desk_buttons.CallSheet(number)),
        Key(say.label("key-as-members"), members.OpenCall(number)),
    ]
    return Screen(text, [*in_rows([*_doing(call, say, now), *keys], 2), [to_list(say)]])


def _doing(call: Call, say: Say, now: datetime) -> list[Key]:
    """Give what can be done with a call that was not closed or withdrawn."""
    if call.state is not State.OPEN:
        return []
    number, runs = call.id, call.runs(now)
    move = Key(say.label("key-move-deadline"), desk_buttons.MoveDeadline(number))
    remind = Key(say.label("key-remind-undecided"), desk_buttons.RemindUndecided(number, 0))
    close = Key(say.label("key-close-call"), desk_buttons.EndCall(number, State.CLOSED, 0))
    return [
        Key(say.label("key-edit-call"), compose_buttons.EditCall(number, 0)),
        *([move] if call.deadlines else []),
        *([remind, close] if runs else []),
        Key(say.label("key-withdraw"), desk_buttons.EndCall(number, State.WITHDRAWN, 0)),
    ]


def _behind(found: Overview, say: Say) -> list[Key]:
    """Give the ways to whoever has not opened the call or seen a change."""
    number, keys = found.call.id, []
    if found.not_opened:
        keys.append(Key(say.label("key-not-opened"), desk_buttons.NotOpened(number, 0)))
    if found.unseen:
        keys.append(Key(say.label("key-not-seen"), desk_buttons.NotSeen(number, 0)))
    return keys


def intents(found: Overview, say: Say) -> str:
    """Say how many libraries intend what, and how many have not decided."""
    named = [say.label("call-desk-of", intent=say.label(f"call-desk-intent-{intent}"), count=str(count))
             for intent, count in found.intents.items()]  # fmt: skip
    undecided = say.label("call-desk-of", intent=say.label(f"call-desk-intent-{UNDECIDED}"),
                          count=str(found.undecided))  # fmt: skip
    return ", ".join([*named, undecided])


def _joint(found: Overview, say: Say) -> Markup | None:
    """Say how many apply together, and how many seek or offer a partnership; None if nobody does."""
    if not found.consortia and not found.offers:
        return None
    return say("call-desk-joint", consortia=str(found.consortia), offers=str(found.offers))


def title(call: Call, say: Say) -> Markup:
    """Say which call it is."""
    return say("call-title", title=words.title(call, say))
