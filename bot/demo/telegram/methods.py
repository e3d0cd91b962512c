"""The Bot API's methods, a small function each."""

import asyncio
from collections.abc import Callable
from typing import Any

from bot.demo.telegram import messages
from bot.demo.telegram.errors import ApiError, bad
from bot.demo.telegram.parameters import Parameters
from bot.demo.telegram.state import Chat, Telegram

JSON = dict[str, Any]
Method = Callable[[Telegram, Parameters], Any]

METHODS: dict[str, Method] = {}
SENDING = {"sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup", "copyMessage", "editMessageText",
           "editMessageReplyMarkup", "editMessageCaption"}  # fmt: skip
"""What counts toward the limits."""

KEPT = 48 * 3600
"""Seconds for which a message can be deleted."""

ALBUM = range(2, 11)
QUERY_LIVES = 60.0


def method(function: Method) -> Method:
    """Register a method under its Bot API name."""
    head, *rest = function.__name__.strip("_").split("_")
    METHODS[head + "".join(part.capitalize() for part in rest)] = function
    return function


def chat_of(telegram: Telegram, call: Parameters) -> Chat:
    """Find a chat that the bot may write to."""
    chat = telegram.chats.get(call.number("chat_id")) if call.text("chat_id").lstrip("-").isdigit() else None
    if not call.text("chat_id"):
        raise bad("chat_id is empty")
    if chat is None:
        raise bad("chat not found")
    if chat.moved_to is not None:
        raise ApiError(
            400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to
        )
    if not chat.bot_inside:
        kind = telegram.chat_json(chat)["type"]
        raise ApiError(403, f"Forbidden: bot was kicked from the {kind} chat")
    person = telegram.people.get(chat.id)
    if person and person.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if person and not person.started:
        raise ApiError(403, "Forbidden: bot can't initiate conversation with a user")
    return chat


def place_of(chat: Chat, call: Parameters) -> JSON:
    """Find the topic that a message is for, if any."""
    thread_id = call.number("message_thread_id")
    if thread_id and thread_id not in chat.topics:
        raise bad("message thread not found")
    return chat.place(thread_id)


def message_of(chat: Chat, call: Parameters, what: str) -> JSON:
    """Find a message of a chat."""
    message = chat.messages.get(call.number("message_id"))
    if message is None or message.get("deleted"):
        raise bad(f"message to {what} not found")
    return message


def _editable(telegram: Telegram, chat: Chat, call: Parameters) -> JSON:
    message = message_of(chat, call, "edit")
    if message["from"]["id"] != telegram.me["id"]:
        raise bad("message can't be edited")
    return message


def _edit(telegram: Telegram, chat: Chat, message: JSON, gone: set[str], new: JSON) -> JSON:
    before = {key: value for key, value in message.items() if key in gone}
    if before == new:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    for key in gone:
        message.pop(key, None)
    message.update(new, edit_date=telegram.seconds())
    telegram.change(chat, message)
    return message


@method
def get_me(telegram: Telegram, _call: Parameters) -> JSON:
    """Say who the bot is."""
    return telegram.me | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


@method
def send_message(telegram: Telegram, call: Parameters) -> JSON:
    """Send a text."""
    chat = chat_of(telegram, call)
    content = messages.text(call) | messages.markup(call) | place_of(chat, call)
    return telegram.add_message(chat, telegram.me, content)


@method
def send_photo(telegram: Telegram, call: Parameters) -> JSON:
    """Send a picture."""
    chat = chat_of(telegram, call)
    content = messages.caption(call) | messages.markup(call) | place_of(chat, call)
    return telegram.add_message(chat, telegram.me, messages.photo(telegram, call.upload("photo")) | content)


@method
def send_document(telegram: Telegram, call: Parameters) -> JSON:
    """Send a file."""
    chat = chat_of(telegram, call)
    content = messages.caption(call) | messages.markup(call) | place_of(chat, call)
    return telegram.add_message(chat, telegram.me, messages.document(telegram, call.upload("document")) | content)


@method
def send_media_group(telegram: Telegram, call: Parameters) -> list[JSON]:
    """Send an album."""
    chat = chat_of(telegram, call)
    media = call.json("media") or []
    if len(media) not in ALBUM:
        raise bad("there must be from 2 to 10 media to send as an album")
    contents = []
    for one in media:
        part = Parameters({**one, "media": one.get("media")}, call.uploads)
        make = messages.photo if one.get("type") == "photo" else messages.document
        contents.append(make(telegram, part.upload("media")) | messages.caption(part))
    same = {"media_group_id": str(next(telegram.numbers)), **place_of(chat, call)}
    return [telegram.add_message(chat, telegram.me, {**same, **one}) for one in contents]


@method
def send_chat_action(telegram: Telegram, call: Parameters) -> bool:
    """Take note of nothing."""
    chat_of(telegram, call)
    return True


@method
def copy_message(telegram: Telegram, call: Parameters) -> JSON:
    """Send again what a message holds."""
    chat = chat_of(telegram, call)
    source = telegram.chats.get(call.number("from_chat_id"))
    message = source.messages.get(call.number("message_id")) if source else None
    if message is None or message.get("deleted"):
        raise bad("message to copy not found")
    kept = {"text", "entities", "caption", "caption_entities", "photo", "document"}
    content = {key: value for key, value in message.items() if key in kept} | place_of(chat, call)
    return {"message_id": telegram.add_message(chat, telegram.me, content | messages.markup(call))["message_id"]}


@method
def edit_message_text(telegram: Telegram, call: Parameters) -> JSON:
    """Put another text and keyboard into a message."""
    chat = chat_of(telegram, call)
    message = _editable(telegram, chat, call)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _edit(
        telegram, chat, message, {"text", "entities", "reply_markup"}, messages.text(call) | messages.markup(call)
    )


@method
def edit_message_caption(telegram: Telegram, call: Parameters) -> JSON:
    """Put another caption and keyboard under a picture or file."""
    chat = chat_of(telegram, call)
    message = _editable(telegram, chat, call)
    gone = {"caption", "caption_entities", "reply_markup"}
    return _edit(telegram, chat, message, gone, messages.caption(call) | messages.markup(call))


@method
def edit_message_reply_markup(telegram: Telegram, call: Parameters) -> JSON:
    """Put another keyboard under a message."""
    chat = chat_of(telegram, call)
    return _edit(telegram, chat, _editable(telegram, chat, call), {"reply_markup"}, messages.markup(call))


@method
def delete_message(telegram: Telegram, call: Parameters) -> bool:
    """Take a message away."""
    chat = chat_of(telegram, call)
    message = message_of(chat, call, "delete")
    if telegram.seconds() - message["date"] > KEPT:
        raise bad("message can't be deleted")
    telegram.delete_message(chat, message)
    return True


@method
def answer_callback_query(telegram: Telegram, call: Parameters) -> bool:
    """Answer a tap."""
    query = telegram.queries.pop(call.text("callback_query_id"), None)
    if query is None or asyncio.get_running_loop().time() - query.asked_at > QUERY_LIVES:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(call.text("text")) > 200:  # noqa: PLR2004 - Telegram's
        raise bad("MESSAGE_TOO_LONG")
    if not query.answer.done():
        query.answer.set_result(
            {"text": call.text("text") or None, "show_alert": call.flag("show_alert"), "url": call.text("url") or None}
        )
    return True


@method
def get_file(telegram: Telegram, call: Parameters) -> JSON:
    """Say where a file can be had."""
    file = telegram.files.get(call.text("file_id"))
    if file is None:
        raise bad("invalid file_id")
    if len(file.content) > 20 * 2**20:
        raise bad("file is too big")
    return messages.sized(file) | {"file_path": f"files/{file.file_id}"}


@method
def get_chat(telegram: Telegram, call: Parameters) -> JSON:
    """Describe a chat."""
    chat = telegram.chats.get(call.number("chat_id"))
    if chat is None:
        raise bad("chat not found")
    return telegram.chat_json(chat) | {"accent_color_id": 0, "max_reaction_count": 11,
                                       "accepted_gift_types": {}}  # fmt: skip


def _scope(call: Parameters) -> str:
    scope = call.json("scope") or {"type": "default"}
    parts = [scope["type"], *(str(scope[key]) for key in ("chat_id", "user_id") if key in scope)]
    return "/".join([*parts, call.text("language_code")])


@method
def set_my_commands(telegram: Telegram, call: Parameters) -> bool:
    """Set the command menu for a scope and language."""
    commands = call.json("commands") or []
    if len(commands) > 100:  # noqa: PLR2004 - Telegram's
        raise bad("too many commands specified")
    for one in commands:
        name = str(one.get("command", "")).lstrip("/")
        if not name or len(name) > 32 or not name.replace("_", "a").isalnum() or name != name.lower():  # noqa: PLR2004
            raise bad("BOT_COMMAND_INVALID")
        if not one.get("description"):
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    telegram.commands[_scope(call)] = commands
    telegram.dirty.set()
    return True


@method
def get_my_commands(telegram: Telegram, call: Parameters) -> list[JSON]:
    """Return the command menu of a scope and language."""
    return telegram.commands.get(_scope(call), [])


@method
def delete_my_commands(telegram: Telegram, call: Parameters) -> bool:
    """Drop the command menu of a scope and language."""
    telegram.commands.pop(_scope(call), None)
    return True


def _own_text(name: str) -> None:
    """Register a pair of methods that set and get one of the bot's own texts."""
    key = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}[name]

    def setter(telegram: Telegram, call: Parameters) -> bool:
        telegram.texts[f"{key}/{call.text('language_code')}"] = call.text(key)
        return True

    def getter(telegram: Telegram, call: Parameters) -> JSON:
        return {key: telegram.texts.get(f"{key}/{call.text('language_code')}", "")}

    METHODS[f"setMy{name}"], METHODS[f"getMy{name}"] = setter, getter


for _name in ("Name", "Description", "ShortDescription"):
    _own_text(_name)
