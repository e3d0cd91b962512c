"""Updates as Telegram sends them, Bot API JSON, and what they mean to handlers. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import ChatMember, Message
from telegram.constants import ChatType

from handlers.buttons import sealed_tag, stays
from handlers.context import Arrival, Group, Tapped
from storage.drafts import Draft
from storage.people import Person

KINDS = ("message", "callback_query", "my_chat_member")
"""The updates that are asked for."""

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
OUT = (ChatMember.LEFT, ChatMember.BANNED)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who has done something, in their own chat with the bot or in a group."""

    telegram_id: int
    first_name: str
    language_code: str | None


def sender_of(update: Mapping[str, Any]) -> Sender | None:
    """Find who has done it; None if that is nobody's business here (a channel's)."""
    content, chat = _content(update), _message(update).get("chat", {})
    user = content.get("from")
    if chat.get("type") in GROUPS:
        user = user or {"id": chat["id"], "first_name": chat["title"]}
    elif user is None or chat.get("type") != ChatType.PRIVATE:
        return None
    return Sender(user["id"], user["first_name"], user.get("language_code"))


def arrival_of(
    update_id: int, update: Mapping[str, Any], sender: Sender, who: Person | None, draft: Draft | None, language: str,
    now: datetime,
) -> Arrival:  # fmt: skip
    """Say what an update is to handlers; in groups no conversation listens."""
    message, query, change = (update.get(kind) for kind in KINDS)
    group = _group(update)
    return Arrival(
        update_id=update_id,
        telegram_id=sender.telegram_id,
        chat_id=_message(update)["chat"]["id"],
        first_name=sender.first_name,
        language=language,
        who=who,
        draft=None if group else draft,
        now=now,
        message=Message.de_json(message, None) if message else None,
        tapped=_tapped(query) if query else None,
        blocked=change["new_chat_member"]["status"] == ChatMember.BANNED if change and not group else None,
        group=group,
    )


def chat_of(update: Mapping[str, Any]) -> int:
    """Find the chat of an update; what belongs to none shares a lane."""
    for kind in KINDS:
        if content := update.get(kind):
            message = content if kind != "callback_query" else content.get("message") or {"chat": content["from"]}
            return int(message["chat"]["id"])
    return 0


def needed(update: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out what nobody reads: of a card that was tapped, all but where it is and whether it holds text."""
    query = update.get("callback_query")
    if not query or not query.get("message"):
        return update
    kept = ("message_id", "chat", "message_thread_id", "is_topic_message")
    card = {key: query["message"][key] for key in kept if key in query["message"]}
    if "text" in query["message"]:
        card["text"] = ""
    return {**update, "callback_query": {**query, "message": card}}


def written(update: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out what is never written down: of a sealed button, all but its tag."""
    query = update.get("callback_query") or {}
    tag = sealed_tag(query.get("data", ""))
    return update if tag is None else {**update, "callback_query": {**query, "data": tag}}


def _content(update: Mapping[str, Any]) -> Mapping[str, Any]:
    return next((update[kind] for kind in KINDS if update.get(kind)), {})


def _message(update: Mapping[str, Any]) -> Mapping[str, Any]:
    """Find what is in a chat: a message, or a change of who is in it."""
    query = update.get("callback_query")
    return (query.get("message") or {}) if query else _content(update)


def _group(update: Mapping[str, Any]) -> Group | None:
    message = _message(update)
    chat = message["chat"]
    if chat["type"] not in GROUPS:
        return None
    return Group(
        chat_id=chat["id"],
        title=_title(message),
        thread_id=message.get("message_thread_id", 0) if message.get("is_topic_message") else 0,
        forum=bool(chat.get("is_forum")),
        added=_added(update["my_chat_member"]) if update.get("my_chat_member") else None,
        moved_to=message.get("migrate_to_chat_id"),
    )


def _title(message: Mapping[str, Any]) -> str:
    """Name a group, and its topic: what is written in a topic answers the message that has made it."""
    made = message.get("reply_to_message", {}).get("forum_topic_created") if message.get("is_topic_message") else None
    title = str(message["chat"]["title"])
    return f"{title} · {made['name']}" if made else title


def _added(change: Mapping[str, Any]) -> bool | None:
    """Tell whether the bot has come in or gone; None if something else about it has changed."""
    before, after = (_inside(change[which]) for which in ("old_chat_member", "new_chat_member"))
    return None if before == after else after


def _inside(member: Mapping[str, Any]) -> bool:
    return member["status"] not in OUT and bool(member.get("is_member", True))


def _tapped(query: Mapping[str, Any]) -> Tapped:
    card, data = query["message"], query.get("data", "")
    return Tapped(query["id"], data, card["message_id"] if "text" in card and not stays(data) else None)
