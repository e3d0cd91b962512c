"""The home card, the office card, help, and an answer to whatever no feature takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from telegram import BotCommand

from handlers.buttons import Button, sealed_tag
from handlers.context import Arrival, Ask, Command, Push, Reach, Tap, Tile
from handlers.conversation import GoOn
from handlers.reply import Answer
from handlers.routes import Route, former_card, on_command, on_tap
from handlers.screen import Key, Menu, Refusal, Screen, in_rows, lines
from handlers.texts import Say
from storage import counters, drafts, people
from storage.database import Tx
from storage.people import Person, PersonId, Role

STRANGERS_COUNTED_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Home(Button):
    """Back to the home card."""

    tag = "h"


@dataclass(frozen=True, slots=True)
class Office(Button):
    """Back to the office card."""

    tag = "o"


@dataclass(frozen=True, slots=True)
class LeaveDraft(Button):
    """Leave the conversation under way; it is kept."""

    tag = "hl"


def _tiles(tx: Tx, tiles: list[Tile], person: Person, now: datetime) -> list[Any]:
    return [tile.load(tx, person, now) for tile in tiles]


async def home_card(ask: Ask) -> Screen:
    """Draw the home card: who you are, what waits for you, where you can go."""
    say, person = ask.say, ask.person
    tiles = [feature.tile for feature in ask.reach.features if feature.tile]
    facts = await ask.db.read(_tiles, tiles, person, ask.now)
    news = [line for tile, fact in zip(tiles, facts, strict=True) if (line := tile.line(fact, say))]
    keys = [key for feature in ask.reach.features if feature.home for key in feature.home(person, say)]
    if person.may(Role.STAFF):
        keys.append(Key(say.label("key-office"), Office()))
    place = person.library.name if person.library else say("office-of-association")
    text = lines(say("home-greeting", name=person.first_name), say("home-place", place=place), "", *news)
    return Screen(text.rstrip(), in_rows(keys, 2))


async def stranger_card(ask: Ask) -> Screen:
    """Say politely what this is and how to be invited; only a counter remembers the visit."""
    await ask.db.transact(counters.count, "strangers", 0, ask.now + STRANGERS_COUNTED_FOR, ask.now)
    return Screen(ask.say("stranger"))


async def _start_card(ask: Ask) -> Screen:
    if ask.who is None:
        return await stranger_card(ask)
    return former_card(ask) if ask.who.former else await home_card(ask)


@on_command("start")
async def start(command: Command) -> Answer:
    """/start without an invite: home, or a word for strangers; nobody keeps the menu of a role they have lost."""
    staff = command.who is not None and command.who.may(Role.STAFF)
    return [await _start_card(command), Menu(menu(command.say, staff=staff))]


@on_tap(Home, may=Role.LIBRARIAN, former=True)
async def home(tap: Tap[Home]) -> Answer:
    """Back to the home card."""
    return await _start_card(tap)


def office_card(ask: Ask) -> Screen:
    """Draw the office card: everything staff do."""
    say = ask.say
    keys = [key for feature in ask.reach.features if feature.office for key in feature.office(ask.person, say)]
    return Screen(say("office-card"), [*in_rows(keys, 2), [Key(say.label("key-back"), Home())]])


@on_command("office", "urad", may=Role.STAFF)
async def office(command: Command) -> Answer:
    """/office: everything staff do."""
    return office_card(command)


@on_tap(Office, may=Role.STAFF)
async def office_again(tap: Tap[Office]) -> Answer:
    """Back to the office card."""
    return office_card(tap)


@on_command("help", "pomoc")
async def help_(command: Command) -> Answer:
    """/help: what this person can do here."""
    if command.who is None or command.who.former:
        return await _start_card(command)
    staff = command.person.may(Role.STAFF)
    text = command.say("help-staff" if staff else "help-member")
    return Screen(text, [[Key(command.say.label("key-home"), Home())]])


@on_command("cancel", "preklic")
async def cancel(command: Command) -> Answer:
    """/cancel: leave the conversation under way; what was said is kept."""
    return await _leave(command)


@on_tap(LeaveDraft, may=Role.LIBRARIAN)
async def leave(tap: Tap[LeaveDraft]) -> Answer:
    """Leave the conversation under way; what was said is kept."""
    return await _leave(tap)


async def _leave(ask: Ask) -> Screen:
    if ask.who is None or ask.who.former:
        return await _start_card(ask)
    home, left = Key(ask.say.label("key-home"), Home()), ask.arrival.draft
    if left is None:
        return Screen(ask.say("nothing-to-cancel"), [[home]])
    await ask.db.transact(drafts.silence, ask.person.id)
    return Screen(ask.say("conversation-left"), [[Key(ask.say.label("key-take-up"), GoOn(left.id))], [home]])


class LostTap(Route):
    """A tap on a sealed button that came before the program ended: what it said is gone."""

    def __init__(self) -> None:
        super().__init__("lost-tap", Role.LIBRARIAN)

    def matches(self, arrival: Arrival) -> Callable[[Reach], Ask] | None:
        """Match the bare tag of a sealed button."""
        data = arrival.tapped.data if arrival.tapped else None
        return (lambda reach: Ask(reach, arrival)) if data and sealed_tag(data) == data else None

    async def call(self, ask: Ask) -> Answer:
        """Ask for the tap once more; the card above is still there."""
        return Screen(ask.say("tap-lost"))


class AnythingElse(Route):
    """What no feature takes: an old or forged button, or text out of the blue."""

    def __init__(self) -> None:
        super().__init__("anything else", None)

    def matches(self, arrival: Arrival) -> Callable[[Reach], Ask] | None:
        """Match every tap and message that is left."""
        if arrival.tapped is None and arrival.message is None:
            return None
        return lambda reach: Ask(reach, arrival)

    async def call(self, ask: Ask) -> Answer:
        """Show the home card, with a word on why."""
        card = await _start_card(ask)
        tapped = ask.arrival.tapped is not None
        if ask.who is not None and not ask.who.former:
            why = ask.say("button-stale" if tapped else "not-understood")
            card = Screen(lines(why, "", card.text), card.keys)
        return Refusal(card.text, card.keys) if tapped else card


class Blocking(Route):
    """A person blocks the bot or comes back."""

    def __init__(self) -> None:
        super().__init__("blocking", None)

    def matches(self, arrival: Arrival) -> Callable[[Reach], Ask] | None:
        """Match Telegram's word on the bot's own membership in a private chat."""
        return (lambda reach: Ask(reach, arrival)) if arrival.blocked is not None else None

    async def call(self, ask: Ask) -> Answer:
        """Remember it, so that nothing is sent in vain."""
        blocked_at = ask.now if ask.arrival.blocked else None
        await ask.db.transact(people.mark_blocked, ask.arrival.telegram_id, blocked_at)
        return None


COMMANDS = (
    ("start", "start", "command-start", False),
    ("events", "dogodki", "command-events", False),
    ("consultations", "obravnave", "command-consultations", False),
    ("calls", "razpisi", "command-calls", False),
    ("mine", "moje", "command-mine", False),
    ("settings", "nastavitve", "command-settings", False),
    ("office", "urad", "command-office", True),
    ("cancel", "preklic", "command-cancel", False),
    ("help", "pomoc", "command-help", False),
)
"""The menu: name in English and Slovene, its text, whether it is for staff only."""


def menu(say: Say, *, staff: bool) -> list[BotCommand]:
    """Make the command menu in one language."""
    return [
        BotCommand(slovene if say.language == "sl" else english, say.label(text))
        for english, slovene, text, for_staff in COMMANDS
        if staff or not for_staff
    ]


def own_menu(person: Person, say: Say) -> Menu:
    """Make the command menu of one person: in their language, with what their role may."""
    return Menu(menu(say, staff=person.may(Role.STAFF)))


def _given(_tx: Tx, _person: PersonId, args: Mapping[str, Any], _now: datetime) -> Mapping[str, Any]:
    return args


def _dead_letter(args: Mapping[str, Any], say: Say, _now: datetime) -> Screen:
    return Screen(say("dead-letter", reference=args["reference"]))


def _sorry(args: Mapping[str, Any], say: Say, _now: datetime) -> Screen:
    return Screen(say("sorry", reference=args["reference"]))


def _due_failed(args: Mapping[str, Any], say: Say, _now: datetime) -> Screen:
    return Screen(say("due-failed", kind=args["kind"]))


PUSHES = {
    "dead_letter": Push(_given, _dead_letter),
    "sorry": Push(_given, _sorry),
    "due_failed": Push(_given, _due_failed),
}

FIRST = (start, home, office, office_again, help_, cancel, leave, Blocking())
LAST = (LostTap(), AnythingElse())
