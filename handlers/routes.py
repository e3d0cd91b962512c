"""From an arrival to the function that answers it, with the check of rights in between.

Decorators make the routes: `@on_tap(Register, may=Role.LIBRARIAN)`, `@on_command("events", "dogodki", may=…)`,
`@on_link("e_", may=…)`. Without `may` strangers are let in; with `former`, former members beside those who `may`; with
`of_library`, nobody from the association's office. What happens in groups is for routes with `in_groups` only.
"""

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Generic, TypeVar

import structlog
from telegram.ext import Application, BaseHandler, CallbackContext

from handlers import reply
from handlers.buttons import Button
from handlers.context import Arrival, Ask, Command, Reach, Tap
from handlers.reply import Answer
from handlers.screen import Alert, Refusal, Screen, in_rows
from storage.people import Person, Role

log = structlog.get_logger(__name__)

B = TypeVar("B", bound=Button)

Context = CallbackContext[Any, Any, Any, Any]


class Route(BaseHandler[Arrival, Context, None]):
    """A handler of one kind of arrival, open to those who `may`, and to `former` members if it says so.

    With `of_library` it is for people of libraries only. It hears what happens in people's own chats, and with
    `in_groups` in groups too.
    """

    def __init__(
        self, name: str, may: Role | None, *, former: bool = False, in_groups: bool = False, of_library: bool = False
    ) -> None:
        super().__init__(self.answer)
        self.name, self.may, self.former, self.in_groups, self.of_library = name, may, former, in_groups, of_library

    def lets_in(self, who: Person | None) -> bool:
        """Tell whether it is open to somebody (None: a stranger)."""
        if self.may is None:
            return True
        if who is None or (self.of_library and not who.role.of_library):
            return False
        return who.may(self.may) or (self.former and who.former)

    @abstractmethod
    def matches(self, arrival: Arrival) -> Callable[[Reach], Ask] | None:
        """Tell whether the arrival is for this route; if so, how to ask."""

    @abstractmethod
    async def call(self, ask: Any) -> Answer:  # noqa: ANN401 - each route has its own kind of Ask
        """Answer whoever is let in."""

    def check_update(self, update: object) -> Any:  # noqa: ANN401 - as python-telegram-bot has it
        """Tell python-telegram-bot whether this route is the one."""
        if not isinstance(update, Arrival) or (update.group is not None and not self.in_groups):
            return None
        return self.matches(update)

    async def handle_update(
        self, update: Arrival, application: Application[Any, Any, Any, Any, Any, Any], check_result: Any,  # noqa: ANN401
        context: Context,  # noqa: ARG002 - as python-telegram-bot has it
    ) -> None:  # fmt: skip
        """Check rights, answer, show."""
        reach: Reach = application.bot_data["reach"]
        ask = check_result(reach)
        let_in = self.lets_in(update.who)
        shown: Answer = await self.call(ask) if let_in else refusal(ask) if update.group is None else quiet_refusal(ask)
        if isinstance(shown, Refusal) or not let_in:
            log.warning("refused", route=self.name, role=update.who and update.who.role)
        await reply.show(reach.telegram, update, shown)

    async def answer(self, update: Arrival, context: Context) -> None:
        """Is never called: `handle_update` does the work."""
        raise NotImplementedError


def refusal(ask: Ask) -> Refusal:
    """Say that this is not for whoever asks, and what to do."""
    if ask.who is not None and ask.who.former:
        card = former_card(ask)
        return Refusal(card.text, card.keys)
    return Refusal(ask.say("stranger" if ask.who is None else "not-allowed"))


def quiet_refusal(ask: Ask) -> Alert:
    """Say so to whoever tapped in a group, and to nobody else there."""
    known = ask.who is not None and not ask.who.former
    return Alert(ask.say.label("group-not-allowed" if known else "group-stranger"))


def former_card(ask: Ask) -> Screen:
    """Tell a former member what is left to them."""
    keys = [key for feature in ask.reach.features if feature.former for key in feature.former(ask.say)]
    return Screen(ask.say("former"), in_rows(keys, 2))


class TapRoute(Route, Generic[B]):
    """Taps on one kind of button."""

    def __init__(
        self, button: type[B], may: Role | None, answer: Callable[[Tap[B]], Awaitable[Answer]], *, former: bool,
        in_groups: bool, of_library: bool,
    ) -> None:  # fmt: skip
        super().__init__(button.__name__, may, former=former, in_groups=in_groups, of_library=of_library)
        self.button, self._answer = button, answer
        self._start = button.tag + ":"

    def matches(self, arrival: Arrival) -> Callable[[Reach], Tap[B]] | None:
        """Match the button's tag and fields."""
        if arrival.tapped is None:
            return None
        data = arrival.tapped.data
        if not data.startswith(self._start) and data != self.button.tag:
            return None
        button = self.button.unpack(data)
        return None if button is None else lambda reach: Tap(reach, arrival, button)

    async def call(self, ask: Tap[B]) -> Answer:
        """Answer the tap."""
        return await self._answer(ask)


class CommandRoute(Route):
    """Commands by their names, and links that start with a prefix."""

    def __init__(
        self, names: Sequence[str], prefix: str, may: Role | None, answer: Callable[[Command], Awaitable[Answer]], *,
        in_groups: bool = False,
    ) -> None:  # fmt: skip
        super().__init__("/" + names[0] + (f" {prefix}" if prefix else ""), may, in_groups=in_groups)
        self.names, self.prefix, self._answer = names, prefix, answer

    def matches(self, arrival: Arrival) -> Callable[[Reach], Command] | None:
        """Match `/name`, `/name@bot` and what follows."""
        text = arrival.message.text if arrival.message else None
        if not text or not text.startswith("/"):
            return None
        command, _, argument = text[1:].partition(" ")
        if command.split("@")[0].lower() not in self.names or not argument.startswith(self.prefix):
            return None
        return lambda reach: Command(reach, arrival, argument.strip().removeprefix(self.prefix))

    async def call(self, ask: Command) -> Answer:
        """Answer the command."""
        return await self._answer(ask)


def on_tap(
    button: type[B], *, may: Role | None = None, former: bool = False, in_groups: bool = False,
    of_library: bool = False,
) -> Callable[[Callable[[Tap[B]], Awaitable[Answer]]], TapRoute[B]]:  # fmt: skip
    """Answer taps on `button` from those who `may`."""
    return lambda answer: TapRoute(button, may, answer, former=former, in_groups=in_groups, of_library=of_library)


def on_command(
    *names: str, may: Role | None = None, in_groups: bool = False
) -> Callable[[Callable[[Command], Awaitable[Answer]]], CommandRoute]:
    """Answer the command of these names, English and Slovene."""
    return lambda answer: CommandRoute(names, "", may, answer, in_groups=in_groups)


def on_link(
    prefix: str, *, may: Role | None = None
) -> Callable[[Callable[[Command], Awaitable[Answer]]], CommandRoute]:
    """Answer links `t.me/<bot>?start=<prefix>…`; `argument` is what follows the prefix."""
    return lambda answer: CommandRoute(["start"], prefix, may, answer)
