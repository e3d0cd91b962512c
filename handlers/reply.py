"""Show what a handler answered: a tap's card changes in place, all else is a new message.

A message is laid out as the Bot API takes it, in plain JSON: no objects are made only to be taken apart again.
"""

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, assert_never

from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.context import Arrival, Tapped
from handlers.screen import Alert, File, Menu, Picture, Ready, Screen, Shown, keyboard

HTML: Mapping[str, Any] = {"parse_mode": ParseMode.HTML}
CARD: Mapping[str, Any] = {**HTML, "link_preview_options": {"is_disabled": True}}

Answer = Shown | Alert | Menu | Sequence[Shown | Menu] | None
"""What a handler answers."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes with a call, as the value of `field`."""

    field: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a method that makes so many `messages`; one that makes none can be repeated without harm.

    Where a call is to `spare`, what follows it goes on when Telegram refuses it.
    """

    method: str
    parameters: Mapping[str, Any]
    upload: Upload | None = None
    messages: int = 1
    spare: bool = False


class Telegram(Protocol):
    """The methods of the Bot API, by their names."""

    async def call(self, method: str, parameters: Mapping[str, Any], upload: Upload | None = None) -> Any:  # noqa: ANN401 - whatever the method gives
        """Call a method and return its result; parameters that are None are left out.

        Raises:
            TelegramError: Telegram refused, or could not be reached.
        """


class Files(Telegram, Protocol):
    """The same, and the files that people have sent."""

    async def fetch(self, file_id: str) -> bytes:
        """Return the content of a file that somebody has sent.

        Raises:
            BadRequest: Telegram does not have it, or it is larger than a bot may fetch.
            TelegramError: Telegram could not be reached.
        """


async def show(telegram: Telegram, arrival: Arrival, answer: Answer) -> None:
    """Answer an arrival; a tap is always acknowledged, even when there is nothing to show."""
    if isinstance(answer, Alert):
        if arrival.tapped is not None:
            await _acknowledge(telegram, arrival.tapped, answer.text)
        return
    thread = arrival.group.thread_id if arrival.group else 0
    given = () if answer is None else answer if isinstance(answer, Sequence) else (answer,)
    for menu in given:
        if isinstance(menu, Menu):
            call = menu_call(arrival.chat_id, menu)
            await telegram.call(call.method, call.parameters)
    parts = [part for part in given if not isinstance(part, Menu)]
    if arrival.tapped is None:
        for part in parts:
            await send(telegram, arrival.chat_id, part, thread)
        return
    alert = next((part.alert for part in parts if isinstance(part, Screen) and part.alert), None)
    await asyncio.gather(
        _acknowledge(telegram, arrival.tapped, alert),
        _in_place(telegram, arrival.chat_id, arrival.tapped.card, parts, thread),
    )


async def _acknowledge(telegram: Telegram, tapped: Tapped, alert: str | None) -> None:
    with contextlib.suppress(BadRequest):  # too old to be answered: the card below says it all
        said = {"text": alert, "show_alert": True} if alert else {}
        await telegram.call("answerCallbackQuery", {"callback_query_id": tapped.query_id, **said})


async def _in_place(telegram: Telegram, chat_id: int, card: int | None, parts: Sequence[Shown], thread_id: int) -> None:
    """Edit the card that was tapped if it can hold a card, and send the rest."""
    rest = list(parts)
    if rest and isinstance(rest[0], Screen) and card is not None:
        edit = edit_of(chat_id, card, rest[0])
        try:
            await telegram.call(edit.method, edit.parameters)
            rest.pop(0)
        except BadRequest as error:
            if "not modified" in error.message:
                rest.pop(0)
            elif "to edit not found" not in error.message and "can't be edited" not in error.message:
                raise
    for part in rest:
        await send(telegram, chat_id, part, thread_id)


def edit_of(chat_id: int, message_id: int, screen: Screen) -> Call:
    """Lay a card out in place of another."""
    content = {"text": screen.text, "reply_markup": keyboard(screen.keys), **CARD}
    return Call("editMessageText", {"chat_id": chat_id, "message_id": message_id, **content}, messages=0)


async def send(telegram: Telegram, chat_id: int, part: Shown, thread_id: int = 0) -> None:
    """Send what is shown as a new message; what is laid out already, Telegram may refuse."""
    try:
        for call in calls_of(chat_id, part, thread_id):
            await telegram.call(call.method, call.parameters, call.upload)
    except BadRequest as error:
        if not isinstance(part, Ready):
            raise
        await send(telegram, chat_id, part.otherwise(error.message), thread_id)


def calls_of(chat_id: int, part: Shown, thread_id: int = 0) -> Sequence[Call]:
    """Lay out what is shown as a new message, in a topic if `thread_id` is not 0."""
    to = {"chat_id": chat_id} | ({"message_thread_id": thread_id} if thread_id else {})
    match part:
        case Screen(text, keys):
            return [Call("sendMessage", {**to, "text": text, "reply_markup": keyboard(keys), **CARD})]
        case Picture(png, caption, keys):
            parameters = {**to, "caption": caption, "reply_markup": keyboard(keys), **HTML}
            return [Call("sendPhoto", parameters, Upload("photo", "glasnik.png", png))]
        case File(name, content, caption):
            return [Call("sendDocument", {**to, "caption": caption, **HTML}, Upload("document", name, content))]
        case Ready(calls):
            return [Call(one.method, {**one.parameters, **to}, one.upload, one.messages) for one in calls]
        case _:
            assert_never(part)


def menu_call(chat_id: int, menu: Menu) -> Call:
    """Lay out the command menu of a chat."""
    commands = [one.to_dict() for one in menu.commands]
    scope = {"type": "chat", "chat_id": chat_id}
    return Call("setMyCommands", {"commands": commands, "scope": scope}, messages=0, spare=True)


def numbers(result: Any) -> list[int]:  # noqa: ANN401 - whatever a method gives
    """Find the numbers of the messages that a call has made."""
    made = result if isinstance(result, list) else [result]
    return [one["message_id"] for one in made if isinstance(one, dict)]
