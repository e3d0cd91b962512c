"""Groups on the people's side: the bot comes and goes, forums have topics, a group becomes a supergroup."""

from typing import Any

from aiohttp import web

from bot.demo.telegram.errors import ApiError
from bot.demo.telegram.people import body_of, member, world
from bot.demo.telegram.state import Chat, Telegram

JSON = dict[str, Any]

routes = web.RouteTableDef()


def _group(request: web.Request) -> Chat:
    chat = world(request).chats.get(int(request.match_info["id"]))
    if chat is None or chat.title is None:
        raise ApiError(404, "There is no such group.")
    return chat


def _actor(telegram: Telegram, chat: Chat, by: Any) -> JSON:  # noqa: ANN401 - JSON
    """Find who does something to a group: somebody by their number, else its first member."""
    person = telegram.people.get(int(by or next(iter(chat.members), 0)))
    return person.user() if person else {"id": chat.id, "is_bot": True, "first_name": "Group"}


def _presence(telegram: Telegram, chat: Chat, by: Any, before: str, after: str) -> None:  # noqa: ANN401 - JSON
    telegram.update("my_chat_member", {
        "chat": telegram.chat_json(chat), "from": _actor(telegram, chat, by), "date": telegram.seconds(),
        "old_chat_member": member(telegram, before), "new_chat_member": member(telegram, after),
    })  # fmt: skip


@routes.post("/groups")
async def add(request: web.Request) -> web.Response:
    """A new group with the bot in it, with topics if it is a forum."""
    telegram, body = world(request), await body_of(request)
    members = [int(one) for one in body.get("members", [])]
    chat = telegram.add_group(str(body.get("title") or "Group"), members, forum=bool(body.get("forum")))
    _presence(telegram, chat, body.get("by"), "left", "member")
    return web.json_response({"id": chat.id})


@routes.post(r"/groups/{id:-\d+}/remove")
async def remove(request: web.Request) -> web.Response:
    """Somebody throws the bot out."""
    telegram, chat, body = world(request), _group(request), await body_of(request)
    if chat.bot_inside:
        chat.bot_inside = False
        _presence(telegram, chat, body.get("by"), "member", "kicked")
    return web.json_response({"ok": True})


@routes.post(r"/groups/{id:-\d+}/add")
async def add_again(request: web.Request) -> web.Response:
    """Somebody lets the bot in again."""
    telegram, chat, body = world(request), _group(request), await body_of(request)
    if not chat.bot_inside:
        chat.bot_inside = True
        _presence(telegram, chat, body.get("by"), "kicked", "member")
    return web.json_response({"ok": True})


@routes.post(r"/groups/{id:-\d+}/topics")
async def add_topic(request: web.Request) -> web.Response:
    """A new topic of a forum."""
    telegram, chat, body = world(request), _group(request), await body_of(request)
    if not chat.forum:
        raise ApiError(400, "Bad Request: the chat is not a forum")
    made = {"name": str(body.get("name") or "Topic"), "icon_color": 7322096}
    number = chat.version + 1
    where = {"message_thread_id": number, "is_topic_message": True}
    message = telegram.add_message(chat, _actor(telegram, chat, body.get("by")), {**where, "forum_topic_created": made})
    chat.topics[number] = made
    telegram.update("message", {key: value for key, value in message.items() if key != "version"})
    return web.json_response({"message_thread_id": number})


@routes.post(r"/groups/{id:-\d+}/migrate")
async def migrate(request: web.Request) -> web.Response:
    """The group becomes a supergroup with another number; what was said stays in the old one."""
    telegram, old, body = world(request), _group(request), await body_of(request)
    if old.moved_to is not None:
        raise ApiError(400, "Bad Request: the group has become a supergroup already")
    new = telegram.move(old)
    by = _actor(telegram, old, body.get("by"))
    for chat, service in ((old, {"migrate_to_chat_id": new.id}), (new, {"migrate_from_chat_id": old.id})):
        message = telegram.add_message(chat, by, service)
        telegram.update("message", {key: value for key, value in message.items() if key != "version"})
    return web.json_response({"id": new.id})
