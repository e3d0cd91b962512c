"""The people side: what somebody does at a telephone, as plain JSON over HTTP."""

import asyncio
import contextlib
import json
import secrets
from typing import Any

from aiohttp import web

from bot.demo.telegram import entities, faults, messages
from bot.demo.telegram.errors import ApiError, bad
from bot.demo.telegram.parameters import Upload
from bot.demo.telegram.state import Chat, Person, Query, Telegram

JSON = dict[str, Any]

ANSWER_WITHIN = 10.0
LONGEST_LOOK = 60.0
routes = web.RouteTableDef()
KEY: web.AppKey[Telegram] = web.AppKey("telegram", Telegram)


def world(request: web.Request) -> Telegram:
    """Find the world that a request is about."""
    return request.app[KEY]


def person_of(request: web.Request) -> Person:
    """Find the person in the address."""
    person = world(request).people.get(int(request.match_info["id"]))
    if person is None:
        raise ApiError(404, "There is no such person.")
    return person


def chat_of(request: web.Request, person: Person, chat_id: Any) -> Chat:  # noqa: ANN401 - JSON
    """Find the chat that is meant: a group by its number, else the person's own with the bot."""
    chat = world(request).chats.get(int(chat_id or person.id))
    if chat is None or (chat.title is not None and person.id not in chat.members):
        raise ApiError(404, "There is no such chat for this person.")
    return chat


async def body_of(request: web.Request) -> JSON:
    """Read the JSON of a request."""
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise bad("a JSON object is expected")
    return body


def _person_json(person: Person) -> JSON:
    return {"id": person.id, "first_name": person.first_name, "language_code": person.language_code,
            "blocked": person.blocked}  # fmt: skip


@routes.get("/me")
async def me(request: web.Request) -> web.Response:
    """The bot."""
    return web.json_response(world(request).me)


@routes.get("/people")
async def everybody(request: web.Request) -> web.Response:
    """All people."""
    return web.json_response([_person_json(person) for person in world(request).people.values()])


@routes.post("/people")
async def add(request: web.Request) -> web.Response:
    """A new person."""
    body = await body_of(request)
    name = str(body.get("first_name") or "").strip()
    if not name:
        raise bad("first_name is empty")
    person = world(request).add_person(name, str(body.get("language_code") or "sl"))
    return web.json_response(_person_json(person))


@routes.patch(r"/people/{id:\d+}")
async def change(request: web.Request) -> web.Response:
    """Another name or language."""
    person, body = person_of(request), await body_of(request)
    person.first_name = str(body.get("first_name") or person.first_name)
    person.language_code = str(body.get("language_code") or person.language_code)
    world(request).dirty.set()
    return web.json_response(_person_json(person))


@routes.delete(r"/people/{id:\d+}")
async def remove(request: web.Request) -> web.Response:
    """Somebody's telephone goes, with its chat."""
    person, telegram = person_of(request), world(request)
    del telegram.people[person.id], telegram.chats[person.id]
    telegram.dirty.set()
    return web.json_response({"ok": True})


def member(telegram: Telegram, status: str) -> JSON:
    """Return the Bot API's ChatMember of the bot."""
    return {"user": telegram.me, "status": status} | ({"until_date": 0} if status == "kicked" else {})


def _membership(telegram: Telegram, person: Person, before: str, after: str) -> None:
    content = {
        "chat": telegram.chat_json(telegram.chats[person.id]),
        "from": person.user(),
        "date": telegram.seconds(),
        "old_chat_member": member(telegram, before),
        "new_chat_member": member(telegram, after),
    }
    telegram.update("my_chat_member", content)


@routes.post(r"/people/{id:\d+}/block")
async def block(request: web.Request) -> web.Response:
    """The person blocks the bot."""
    person = person_of(request)
    if not person.blocked:
        person.blocked = True
        _membership(world(request), person, "member", "kicked")
    return web.json_response({"ok": True})


@routes.post(r"/people/{id:\d+}/unblock")
async def unblock(request: web.Request) -> web.Response:
    """The person lets the bot in again."""
    person = person_of(request)
    if person.blocked:
        person.blocked = False
        _membership(world(request), person, "kicked", "member")
    return web.json_response({"ok": True})


@routes.post(r"/people/{id:\d+}/send")
async def send(request: web.Request) -> web.Response:
    """The person sends a text, a file, or presses Start."""
    telegram, person = world(request), person_of(request)
    if request.content_type == "multipart/form-data":
        form = await request.post()
        content = _file(telegram, form)
        chat, thread = chat_of(request, person, form.get("chat_id")), form.get("message_thread_id")
    else:
        body = await body_of(request)
        text = f"/start {body['start']}".strip() if "start" in body else str(body.get("text") or "")
        plain, found = entities.parse(text, None, None)
        if not plain:
            raise bad("message text is empty")
        content = {"text": plain} | ({"entities": found} if found else {})
        chat, thread = chat_of(request, person, body.get("chat_id")), body.get("message_thread_id")
    if person.blocked and chat.title is None:
        person.blocked = False
        _membership(telegram, person, "kicked", "member")
    person.started = person.started or chat.title is None
    content |= _in_topic(chat, thread)
    message = telegram.add_message(chat, person.user(), content)
    telegram.update("message", {key: value for key, value in message.items() if key != "version"})
    return web.json_response({"message_id": message["message_id"]})


def _in_topic(chat: Chat, thread: Any) -> JSON:  # noqa: ANN401 - JSON
    """Place a message in a topic: it answers the message that has made it."""
    if not thread:
        return {}
    number = int(thread)
    made = {**chat.messages[number], **chat.place(number)} if number in chat.topics else None
    if made is None:
        raise bad("message thread not found")
    return {**chat.place(number), "reply_to_message": made}


def _file(telegram: Telegram, form: Any) -> JSON:  # noqa: ANN401 - aiohttp's multi-dict
    for kind, make in (("photo", messages.photo), ("document", messages.document)):
        field = form.get(kind)
        if isinstance(field, web.FileField):
            upload = Upload(field.filename or kind, field.content_type, field.file.read())
            caption = str(form.get("caption") or "")
            return make(telegram, upload) | ({"caption": caption} if caption else {})
    raise bad("there is no file in the request")


@routes.post(r"/people/{id:\d+}/tap")
async def tap(request: web.Request) -> web.Response:
    """The person taps a button, or forges a tap; the answer is the bot's answer to the query."""
    telegram, person, body = world(request), person_of(request), await body_of(request)
    chat = chat_of(request, person, body.get("chat_id"))
    message = chat.messages.get(int(body.get("message_id", 0)))
    if message is None or message.get("deleted"):
        raise ApiError(404, "There is no such message.")
    data = body.get("data")
    if data is None:
        keys = [key for row in message.get("reply_markup", {}).get("inline_keyboard", []) for key in row]
        found = [key["callback_data"] for key in keys if key["text"] == body.get("text") and "callback_data" in key]
        if not found:
            raise ApiError(404, "There is no such button under this message.")
        data = found[0]
    loop = asyncio.get_running_loop()
    number = secrets.token_hex(8)
    query = telegram.queries[number] = Query(loop.time(), loop.create_future())
    shown = {key: value for key, value in message.items() if key != "version"}
    telegram.update(
        "callback_query",
        {"id": number, "from": person.user(), "message": shown, "chat_instance": str(chat.id), "data": str(data)},
    )
    try:
        return web.json_response(await asyncio.wait_for(asyncio.shield(query.answer), ANSWER_WITHIN))
    except TimeoutError:
        return web.json_response(None)


@routes.get(r"/people/{id:\d+}/chat")
async def look(request: web.Request) -> web.Response:
    """The messages of a chat that have changed, as they stand now."""
    person = person_of(request)
    chat = chat_of(request, person, request.query.get("chat_id"))
    after = int(request.query.get("after", 0))
    wait = min(float(request.query.get("wait", 0)), LONGEST_LOOK)
    closing = world(request).closing
    loop = asyncio.get_running_loop()
    until = loop.time() + wait
    while not (found := chat.since(after)) and not closing.is_set() and (left := until - loop.time()) > 0:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(chat.changed.wait(), left)
    return web.json_response({"version": chat.version, "messages": [_with_links(message) for message in found]})


def _with_links(message: JSON) -> JSON:
    """Add to each file where it can be had."""
    shown = dict(message)
    if "document" in shown:
        shown["document"] = _link(shown["document"], shown["document"]["file_name"])
    if "photo" in shown:
        shown["photo"] = [_link(size, "photo") for size in shown["photo"]]
    return shown


def _link(file: JSON, name: str) -> JSON:
    return {**file, "url": f"/files/{file['file_id']}/{name}"}


@routes.get(r"/people/{id:\d+}/commands")
async def commands(request: web.Request) -> web.Response:
    """The command menu as this person has it: the narrowest scope first, then the person's language."""
    telegram, person = world(request), person_of(request)
    for scope in (f"chat/{person.id}", "all_private_chats", "default"):
        for language in (person.language_code[:2], ""):
            if found := telegram.commands.get(f"{scope}/{language}"):
                return web.json_response(found)
    return web.json_response([])


@routes.get("/files/{file}/{name}")
async def file(request: web.Request) -> web.Response:
    """A file that was sent; a browser shows pictures, and keeps all else from running."""
    found = world(request).files.get(request.match_info["file"])
    if found is None:
        raise ApiError(404, "There is no such file.")
    headers = {"Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
               "X-Content-Type-Options": "nosniff"}  # fmt: skip
    return web.Response(body=found.content, content_type=found.mime_type.split(";")[0], headers=headers)


@routes.get("/faults")
async def list_faults(request: web.Request) -> web.Response:
    """The faults that are still to come."""
    return web.json_response([fault.as_json() for fault in world(request).faults])


@routes.post("/faults")
async def add_fault(request: web.Request) -> web.Response:
    """Let something go wrong."""
    fault = faults.read(await body_of(request))
    if fault is None:
        raise bad(f"a method and a kind of {', '.join(faults.KINDS)} are expected")
    world(request).faults.append(fault)
    return web.json_response({"ok": True})


@routes.delete("/faults")
async def drop_faults(request: web.Request) -> web.Response:
    """Let nothing go wrong any more."""
    world(request).faults.clear()
    return web.json_response({"ok": True})


@routes.get("/log")
async def log(request: web.Request) -> web.Response:
    """Every request of the bot, with its time and outcome."""
    after = int(request.query.get("after", 0))
    entries = [entry for entry in world(request).log if entry["n"] > after]
    return web.json_response({"n": entries[-1]["n"] if entries else after, "entries": entries},
                             dumps=lambda body: json.dumps(body, ensure_ascii=False))  # fmt: skip
