"""Show what a handler answered: a tap's card changes in place, all else is a new message."""

import asyncio
import contextlib
from collections.abc import Sequence
from typing import assert_never

from telegram import Bot, BotCommandScopeChat, CallbackQuery, InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.context import Arrival
from handlers.screen import File, Menu, Picture, Screen, Shown, keyboard

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Answer = Shown | Menu | Sequence[Shown | Menu] | None
"""What a handler answers."""


async def show(bot: Bot, arrival: Arrival, answer: Answer) -> None:
    """Answer an arrival; a tap is always acknowledged, even when there is nothing to show."""
    given = () if answer is None else answer if isinstance(answer, Sequence) else (answer,)
    for menu in given:
        if isinstance(menu, Menu):
            await bot.set_my_commands(menu.commands, BotCommandScopeChat(arrival.chat_id))
    parts = [part for part in given if not isinstance(part, Menu)]
    query = arrival.update.callback_query
    if query is None:
        for part in parts:
            await send(bot, arrival.chat_id, part)
        return
    alert = next((part.alert for part in parts if isinstance(part, Screen) and part.alert), None)
    await asyncio.gather(_acknowledge(query, alert), _in_place(bot, arrival, parts))


async def _acknowledge(query: CallbackQuery, alert: str | None) -> None:
    with contextlib.suppress(BadRequest):  # too old to be answered: the card below says it all
        await query.answer(alert, show_alert=True if alert else None)


async def _in_place(bot: Bot, arrival: Arrival, parts: Sequence[Shown]) -> None:
    """Edit the card that was tapped if it can hold a card, and send the rest."""
    rest = list(parts)
    if rest and isinstance(rest[0], Screen) and arrival.card is not None:
        try:
            await bot.edit_message_text(
                rest[0].text, arrival.chat_id, arrival.card, parse_mode=ParseMode.HTML,
                reply_markup=keyboard(rest[0].keys), link_preview_options=NO_PREVIEW,
            )  # fmt: skip
            rest.pop(0)
        except BadRequest as error:
            if "not modified" in error.message:
                rest.pop(0)
            elif "to edit not found" not in error.message and "can't be edited" not in error.message:
                raise
    for part in rest:
        await send(bot, arrival.chat_id, part)


async def send(bot: Bot, chat_id: int, part: Shown) -> int:
    """Send one message and return its number."""
    match part:
        case Screen(text, keys):
            message = await bot.send_message(
                chat_id, text, parse_mode=ParseMode.HTML, reply_markup=keyboard(keys), link_preview_options=NO_PREVIEW
            )
        case Picture(png, caption, keys):
            message = await bot.send_photo(
                chat_id, InputFile(png, filename="glasnik.png"), caption=caption, parse_mode=ParseMode.HTML,
                reply_markup=keyboard(keys),
            )  # fmt: skip
        case File(name, content, caption):
            message = await bot.send_document(
                chat_id, InputFile(content, filename=name), caption=caption, parse_mode=ParseMode.HTML
            )
        case _:
            assert_never(part)
    return message.message_id
