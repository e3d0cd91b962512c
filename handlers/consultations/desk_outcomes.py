"""What the office asks before it acts on a consultation, and what came of it. Pure."""

from datetime import datetime
from typing import assert_never

from handlers.consultations import desk_buttons, words
from handlers.consultations import desk_screens as screens
from handlers.dates import writing
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.consultations.desk import Board, Reminded, RemindedToday
from storage.consultations.opening import Extended, NotYet, Revised, Withdrawn
from storage.consultations.rules import Closed, ConsultationId
from storage.consultations.voting import NoSuch


def _asks(number: ConsultationId, text: str, sure: Key, say: Say) -> Screen:
    return Screen(text, [[sure, screens.to_card(number, say)]])


def ask_remind(board: Board, say: Say) -> Screen:
    """Ask whether those who have not finished are to be reminded."""
    sure = Key(say.label("key-remind"), desk_buttons.RemindVoters(board.one.id, 1))
    text = lines(say("board-ask-remind", count=len(board.behind)), say("board-remind-whom"))
    return _asks(board.one.id, text, sure, say)


def reminded(number: ConsultationId, outcome: Reminded | RemindedToday | Closed | NoSuch, say: Say) -> Screen:
    """Say who is reminded, or why nobody is."""
    match outcome:
        case Reminded(told):
            text = say("board-reminded", count=told) if told else say("board-reminded-nobody")
        case RemindedToday(at):
            text = say("board-reminded-today", hour=writing.hour(at, say.language))
        case Closed():
            return screens.closed(number, say)
        case NoSuch():
            return screens.no_such(say)
        case _:
            assert_never(outcome)
    return Screen(text, [[screens.to_card(number, say)]])


def ask_withdraw(board: Board, told: int, say: Say) -> Screen:
    """Ask whether a consultation is to be called off, and say what that means."""
    sure = Key(say.label("key-withdraw"), desk_buttons.WithdrawConsultation(board.one.id, 1))
    text = lines(
        say("board-ask-withdraw", title=board.one.title(say.language)),
        say("board-withdraw-means"),
        say("board-told", count=told) if told else None,
    )
    return _asks(board.one.id, text, sure, say)


def withdrawn(number: ConsultationId, outcome: Withdrawn | Closed | NoSuch, say: Say) -> Screen:
    """Say what became of calling a consultation off."""
    match outcome:
        case Withdrawn(one, told):
            text = lines(say("board-withdrawn", title=one.title(say.language)),
                         say("board-telling", count=told) if told else None)  # fmt: skip
            return Screen(text, [[screens.to_card(number, say)]])
        case Closed():
            return screens.closed(number, say)
        case NoSuch():
            return screens.no_such(say)
        case _:
            assert_never(outcome)


def extended(outcome: Extended | NotYet | NoSuch | Closed, say: Say, now: datetime) -> Screen:
    """Say what became of moving the end on."""
    match outcome:
        case Extended(one, told):
            text = lines(say("board-extended", until=words.until(one, say, now)),
                         say("board-telling", count=told) if told else None)  # fmt: skip
            return Screen(text, [[screens.to_card(one.id, say)]])
        case NotYet():
            return Screen(say("board-ends-earlier"), [[screens.to_list(say)]])
        case Closed():
            return Screen(say("board-closed"), [[screens.to_list(say)]])
        case NoSuch():
            return screens.no_such(say)
        case _:
            assert_never(outcome)


def version_waits(number: ConsultationId, say: Say) -> Screen:
    """Say that a new version waits, and ask what to do with it."""
    keys: Keys = [
        [Key(say.label("key-resume"), desk_buttons.ResumeVersion()),
         Key(say.label("key-anew"), desk_buttons.NewVersion(number, 1))],
        [screens.to_card(number, say)],
    ]  # fmt: skip
    return Screen(say("version-waits"), keys)


def revised(outcome: Revised, say: Say) -> Screen:
    """Say that members have the new version."""
    counts = {"changed": outcome.changed, "new": outcome.new, "gone": outcome.gone}
    text = lines(
        say("version-put", version=str(outcome.one.version)),
        *(say(f"version-{kind}", count=count) for kind, count in counts.items() if count),
        say("board-telling", count=outcome.told) if outcome.told else None,
    )
    return Screen(text, [[screens.to_card(outcome.one.id, say)]])


def overtaken(say: Say) -> Screen:
    """Say that the consultation is over or has got another version meanwhile."""
    return Screen(say("version-overtaken"), [[screens.to_list(say)]])
