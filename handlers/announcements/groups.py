"""What happens in groups: the bot asks whether announcements may come there, an administrator lets them in."""

from collections.abc import Callable, Mapping
from datetime import datetime

from handlers.announcements import buttons, group_screens
from handlers.context import Arrival, Ask, AudienceKind, Command, Reach, Tap
from handlers.reply import Answer
from handlers.routes import Route, on_command, on_tap
from handlers.screen import Screen
from handlers.texts import Say
from storage import audience, groups
from storage.database import Tx
from storage.groups import Group, NoSuchGroup
from storage.people import Role


class Presence(Route):
    """The bot is brought into a group, or thrown out of it."""

    def __init__(self) -> None:
        super().__init__("presence", None, in_groups=True)

    def matches(self, arrival: Arrival) -> Callable[[Reach], Ask] | None:
        """Match Telegram's word on the bot's own membership in a group."""
        return (lambda reach: Ask(reach, arrival)) if arrival.group and arrival.group.added is not None else None

    async def call(self, ask: Ask) -> Answer:
        """Ask whether announcements may come here; where the bot is not any more, nothing goes."""
        here = ask.arrival.group
        if here is None or not here.added:
            await ask.db.transact(groups.left, ask.arrival.chat_id, ask.now)
            return None
        return group_screens.asks(await _asked(ask, anew=True), ask.say, forum=here.forum)


class Moved(Route):
    """A group becomes a supergroup, and gets another number."""

    def __init__(self) -> None:
        super().__init__("moved", None, in_groups=True)

    def matches(self, arrival: Arrival) -> Callable[[Reach], Ask] | None:
        """Match Telegram's word on it."""
        return (lambda reach: Ask(reach, arrival)) if arrival.group and arrival.group.moved_to is not None else None

    async def call(self, ask: Ask) -> Answer:
        """Remember the new number."""
        if ask.arrival.group and ask.arrival.group.moved_to is not None:
            await ask.db.transact(groups.migrated, ask.arrival.chat_id, ask.arrival.group.moved_to)
        return None


@on_command("here", "tukaj", may=Role.LIBRARIAN, in_groups=True)
async def here(command: Command) -> Answer:
    """/here in a group or topic: ask whether announcements may come here."""
    if command.arrival.group is None:
        return Screen(command.say("group-bring-me"))
    asked = await _asked(command)
    return group_screens.asks(asked, command.say, forum=command.arrival.group.forum)


@on_tap(buttons.LetIn, may=Role.ADMIN, in_groups=True)
async def let_in(tap: Tap[buttons.LetIn]) -> Answer:
    """An administrator lets announcements into the group of the card."""
    outcome: Group | NoSuchGroup = NoSuchGroup()
    if tap.arrival.group is not None:
        chat_id = tap.arrival.group.chat_id
        outcome = await tap.db.transact(groups.confirm, tap.button.group_id, chat_id, tap.person.id, tap.now)
    return group_screens.let_in(outcome, tap.say)


async def _asked(ask: Ask, *, anew: bool = False) -> Group:
    place = ask.arrival.group
    if place is None:
        raise RuntimeError("This is for groups.")
    asked: Group = await ask.db.transact(groups.asked, place.chat_id, place.thread_id, place.title, ask.now, anew=anew)
    return asked


def _options(tx: Tx, now: datetime) -> Mapping[int, Group]:  # noqa: ARG001 - as options are read
    return {group.id: group for group in groups.confirmed(tx)}


def _option(group: Group, say: Say, now: datetime) -> str:  # noqa: ARG001 - as options are named
    return group.title


KIND = AudienceKind(
    audience.GROUP, "group", lambda say: say.label("key-audience-group"), _options, groups.get, _option,
    lambda group, say: say.label("audience-group", title=group.title),
)  # fmt: skip

ROUTES = (Presence(), Moved(), here, let_in)
