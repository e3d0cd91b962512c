"""What the bot sends and changes, and what is refused in Telegram's words."""

import asyncio

import aiohttp
import pytest

from tests.bot.demo.telegram.phone import KEYS, TOKEN, Line

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001000505f4"
    "2d0000000049454e44ae426082"
)
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


async def test_a_message_arrives_as_it_was_sent(line: Line) -> None:
    ana = await line.person()
    sent = await line.ok("sendMessage", chat_id=ana, text="Živjo", reply_markup=KEYS)
    seen = (await line.chat(ana))[-1]
    assert seen["message_id"] == sent["message_id"]
    assert (seen["text"], seen["reply_markup"]) == ("Živjo", KEYS)
    assert seen["from"]["is_bot"]


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>Ž</b> 😀 <i>x</i>", "Ž 😀 x", [("bold", 0, 1), ("italic", 5, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("a &lt;b&gt; &amp; c", "a <b> & c", []),
        ('<a href="https://x.si/">tu</a>', "tu", [("text_link", 0, 2)]),
        ('🏛 <a href="tg://user?id=7">Ana</a>', "🏛 Ana", [("text_mention", 3, 3)]),
        ("<tg-spoiler>s</tg-spoiler><code>c</code>", "sc", [("spoiler", 0, 1), ("code", 1, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
        (
            "/dogodki in https://example.org",
            "/dogodki in https://example.org",
            [("bot_command", 0, 8), ("url", 12, 19)],
        ),
        ("  <b> x </b> ", "x", [("bold", 0, 1)]),
    ],
)
async def test_html_becomes_entities(line: Line, source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    ana = await line.person()
    sent = await line.ok("sendMessage", chat_id=ana, text=source, parse_mode="HTML")
    assert sent["text"] == text
    assert [(one["type"], one["offset"], one["length"]) for one in sent.get("entities", [])] == entities


async def test_markdown_becomes_entities(line: Line) -> None:
    ana = await line.person()
    sent = await line.ok("sendMessage", chat_id=ana, text=r"*a _b_* [č](https://x.si) 1\.", parse_mode="MarkdownV2")
    assert sent["text"] == "a b č 1."
    assert [one["type"] for one in sent["entities"]] == ["bold", "italic", "text_link"]


@pytest.mark.parametrize(
    ("source", "mode", "words"),
    [
        ("<b>a", "HTML", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("č<x>a</x>", "HTML", 'can\'t parse entities: Unsupported start tag "x" at byte offset 2'),
        (
            "<b>a</i>",
            "HTML",
            'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
        ),
        (
            "a.",
            "MarkdownV2",
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ("*a", "MarkdownV2", "can't parse entities: Can't find end of Bold entity at byte offset 2"),
        ("a", "Word", "unsupported parse_mode"),
    ],
)
async def test_broken_formatting_is_refused(line: Line, source: str, mode: str, words: str) -> None:
    ana = await line.person()
    assert await line.words("sendMessage", chat_id=ana, text=source, parse_mode=mode) == f"Bad Request: {words}"


async def test_a_text_of_4096_passes_and_4097_does_not(line: Line) -> None:
    ana = await line.person()
    await line.ok("sendMessage", chat_id=ana, text="<b>" + "č" * 4096 + "</b>", parse_mode="HTML")
    assert await line.words("sendMessage", chat_id=ana, text="č" * 4097) == "Bad Request: message is too long"
    assert await line.words("sendMessage", chat_id=ana, text=" \n ") == "Bad Request: message text is empty"


async def test_a_button_carries_64_bytes(line: Line) -> None:
    ana = await line.person()

    def keys(data: str) -> dict[str, object]:
        return {"inline_keyboard": [[{"text": "x", "callback_data": data}]]}

    await line.ok("sendMessage", chat_id=ana, text="x", reply_markup=keys("č" * 32))
    refused = await line.words("sendMessage", chat_id=ana, text="x", reply_markup=keys("č" * 32 + "a"))
    assert refused == "Bad Request: BUTTON_DATA_INVALID"


async def test_who_cannot_be_written_to(line: Line) -> None:
    new = await line.person(started=False)
    assert await line.words("sendMessage", chat_id=7, text="x") == "Bad Request: chat not found"
    assert await line.words("sendMessage", text="x") == "Bad Request: chat_id is empty"
    assert (
        await line.words("sendMessage", chat_id=new, text="x")
        == "Forbidden: bot can't initiate conversation with a user"
    )
    ana = await line.person()
    await line.ask("POST", f"/people/{ana}/block")
    assert await line.words("sendMessage", chat_id=ana, text="x") == "Forbidden: bot was blocked by the user"
    await line.ask("POST", f"/people/{ana}/unblock")
    await line.ok("sendMessage", chat_id=ana, text="x")


async def test_an_edit_shows_in_place(line: Line) -> None:
    ana = await line.person()
    sent = await line.ok("sendMessage", chat_id=ana, text="a", reply_markup=KEYS)
    number = sent["message_id"]
    edited = await line.ok("editMessageText", chat_id=ana, message_id=number, text="b")
    assert edited["edit_date"] >= sent["date"]
    seen = await line.chat(ana, after=number)
    assert [(one["message_id"], one["text"]) for one in seen] == [(number, "b")]
    assert "reply_markup" not in seen[0]


async def test_edits_that_are_refused(line: Line) -> None:
    ana = await line.person()
    sent = (await line.ok("sendMessage", chat_id=ana, text="a", reply_markup=KEYS))["message_id"]
    same = {"chat_id": ana, "message_id": sent, "text": "a", "reply_markup": KEYS}
    assert await line.words("editMessageText", **same) == NOT_MODIFIED
    assert await line.words("editMessageText", chat_id=ana, message_id=99, text="b") == (
        "Bad Request: message to edit not found"
    )
    own = (await line.chat(ana))[0]["message_id"]
    assert await line.words("editMessageText", chat_id=ana, message_id=own, text="b") == (
        "Bad Request: message can't be edited"
    )
    await line.ok("editMessageReplyMarkup", chat_id=ana, message_id=sent)
    assert await line.words("editMessageReplyMarkup", chat_id=ana, message_id=sent) == NOT_MODIFIED


async def test_a_deleted_message_is_gone(line: Line) -> None:
    ana = await line.person()
    sent = (await line.ok("sendMessage", chat_id=ana, text="a"))["message_id"]
    await line.ok("deleteMessage", chat_id=ana, message_id=sent)
    gone = (await line.chat(ana, after=sent))[0]
    assert (gone["message_id"], gone["deleted"]) == (sent, True)
    assert await line.words("deleteMessage", chat_id=ana, message_id=sent) == (
        "Bad Request: message to delete not found"
    )


async def test_files_go_up_and_down_and_are_used_again(line: Line) -> None:
    ana = await line.person()
    form = aiohttp.FormData({"chat_id": str(ana), "caption": "<b>Slika</b>", "parse_mode": "HTML"})
    form.add_field("photo", PNG, filename="a.png", content_type="image/png")
    async with line.http.post(f"/bot{TOKEN}/sendPhoto", data=form) as answer:
        photo = (await answer.json())["result"]["photo"][-1]
    assert (photo["width"], photo["height"], photo["file_size"]) == (1, 1, len(PNG))
    seen = (await line.chat(ana))[-1]
    assert (seen["caption"], seen["caption_entities"][0]["type"]) == ("Slika", "bold")
    async with line.http.get(seen["photo"][-1]["url"]) as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", PNG)
    again = await line.ok("sendDocument", chat_id=ana, document=photo["file_id"])
    assert again["document"]["file_id"] == photo["file_id"]
    path = (await line.ok("getFile", file_id=photo["file_id"]))["file_path"]
    async with line.http.get(f"/file/bot{TOKEN}/{path}") as answer:
        assert await answer.read() == PNG
    assert await line.words("sendDocument", chat_id=ana, document="nothing") == (
        "Bad Request: wrong file identifier/HTTP URL specified"
    )


async def test_a_caption_has_1024_characters(line: Line) -> None:
    ana = await line.person()
    for caption, ok in (("č" * 1024, True), ("č" * 1025, False)):
        form = aiohttp.FormData({"chat_id": str(ana), "caption": caption})
        form.add_field("document", b"x", filename="a.txt", content_type="text/plain")
        async with line.http.post(f"/bot{TOKEN}/sendDocument", data=form) as answer:
            body = await answer.json()
        assert body["ok"] is ok
        assert ok or body["description"] == "Bad Request: message caption is too long"


async def test_an_album_has_two_to_ten_parts(line: Line) -> None:
    ana = await line.person()
    form = aiohttp.FormData({"chat_id": str(ana)})
    form.add_field(
        "media", '[{"type":"photo","media":"attach://a","caption":"x"},{"type":"photo","media":"attach://a"}]'
    )
    form.add_field("a", PNG, filename="a.png", content_type="image/png")
    async with line.http.post(f"/bot{TOKEN}/sendMediaGroup", data=form) as answer:
        sent = (await answer.json())["result"]
    assert len({one["media_group_id"] for one in sent}) == 1
    one = {"type": "photo", "media": sent[0]["photo"][0]["file_id"]}
    for count in (1, 11):
        assert await line.words("sendMediaGroup", chat_id=ana, media=[one] * count) == (
            "Bad Request: there must be from 2 to 10 media to send as an album"
        )


async def test_the_menu_follows_scope_and_language(line: Line) -> None:
    ana = await line.person(language="sl")
    everywhere = [{"command": "events", "description": "Events"}]
    slovene = [{"command": "dogodki", "description": "Dogodki"}]
    own = [{"command": "urad", "description": "Urad"}]
    await line.ok("setMyCommands", commands=everywhere)
    assert await line.ask("GET", f"/people/{ana}/commands") == everywhere
    await line.ok("setMyCommands", commands=slovene, language_code="sl", scope={"type": "all_private_chats"})
    assert await line.ask("GET", f"/people/{ana}/commands") == slovene
    await line.ok("setMyCommands", commands=own, scope={"type": "chat", "chat_id": ana})
    assert await line.ask("GET", f"/people/{ana}/commands") == own
    assert await line.words("setMyCommands", commands=[{"command": "Č", "description": "x"}]) == (
        "Bad Request: BOT_COMMAND_INVALID"
    )


async def test_methods_that_are_not_there(line: Line) -> None:
    assert (await line.call("sendDice", chat_id=1))["error_code"] == 501
    assert "sendDice" in await line.words("sendDice", chat_id=1)
    assert (await line.call("noSuchThing"))["error_code"] == 404
    async with line.http.post("/bot1:WRONG/getMe") as answer:
        assert (answer.status, (await answer.json())["description"]) == (401, "Unauthorized")
    async with line.http.post("/bot4242%3ATEST/getMe") as answer:
        assert (await answer.json())["result"]["is_bot"]


async def test_parameters_come_as_json_form_and_multipart(line: Line) -> None:
    ana = await line.person()
    as_text = '{"inline_keyboard": [[{"text": "Da", "callback_data": "yes"}]]}'
    form = {"chat_id": str(ana), "text": "x", "reply_markup": as_text}
    async with line.http.post(f"/bot{TOKEN}/SENDMESSAGE", data=form) as answer:
        assert (await answer.json())["result"]["reply_markup"]["inline_keyboard"][0][0]["text"] == "Da"
    async with line.http.post(f"/bot{TOKEN}/sendMessage", json=form) as answer:
        assert (await answer.json())["ok"]
    async with line.http.get(f"/bot{TOKEN}/sendMessage", params={"chat_id": ana, "text": "y"}) as answer:
        assert (await answer.json())["ok"]


async def test_somebody_who_looks_is_woken_by_a_message(line: Line) -> None:
    ana = await line.person()
    version = (await line.chat(ana))[-1]["version"]
    look = asyncio.gather(line.chat(ana, after=version, wait=20))
    await line.ok("sendMessage", chat_id=ana, text="pozno")
    assert [one["text"] for one in (await look)[0]] == ["pozno"]
