"""What a person does on a phone: taps, commands, links, typing."""

import pytest
from playwright.async_api import expect

from tests.bot.demo.page.stage import Stage, buttons

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="session")]

LINK = "https://t.me/GlasnikBot?start=i_abc-1"


async def test_a_tap_edits_the_message_in_place(stage: Stage) -> None:
    card = await stage.wire.say(stage.ana, "<b>Delavnica</b>", buttons(["Prijava", "Nazaj"]))
    await stage.wire.say(stage.ana, "Pozneje")
    key = stage.message(stage.ana, card).get_by_role("button", name="Prijava")
    await key.click()
    await expect(key).to_have_attribute("aria-busy", "true")
    query = await stage.wire.next_update("callback_query")
    assert query["data"] == "Prijava"
    assert query["message"]["message_id"] == card
    await stage.wire.edit(stage.ana, card, "Imate mesto.", buttons(["Odpoved"]))
    await stage.wire.answer(query)
    message = stage.message(stage.ana, card)
    await expect(message.locator(".words")).to_have_text("Imate mesto.")
    await expect(message).to_contain_text("popravljeno")
    await expect(message.get_by_role("button")).to_have_text(["Odpoved"])
    await expect(stage.log(stage.ana).locator(".message").last).to_contain_text("Pozneje")


async def test_two_keys_of_a_row_are_equally_wide(stage: Stage) -> None:
    card = await stage.wire.say(stage.ana, "Osebe", buttons(["Vloga", "Druga knjižnica"]))
    keys = stage.message(stage.ana, card).get_by_role("button")
    await expect(keys).to_have_count(2)
    widths = [round(await key.evaluate("key => key.getBoundingClientRect().width")) for key in await keys.all()]
    assert widths[0] == widths[1]


async def test_focus_stays_where_the_key_was(stage: Stage) -> None:
    card = await stage.wire.say(stage.ana, "Mesec", buttons(["‹", "maj", "›"]))
    await stage.message(stage.ana, card).get_by_role("button", name="›").press("Enter")
    query = await stage.wire.next_update("callback_query")
    await stage.wire.edit(stage.ana, card, "Mesec", buttons(["‹", "junij", "›"]))
    await stage.wire.answer(query)
    await expect(stage.message(stage.ana, card)).to_contain_text("junij")
    await expect(stage.message(stage.ana, card).get_by_role("button", name="›")).to_be_focused()


async def test_an_alert_is_a_dialog_that_keeps_and_gives_back_the_focus(stage: Stage) -> None:
    card = await stage.wire.say(stage.ana, "Delavnica", buttons(["Prijava"]))
    key = stage.message(stage.ana, card).get_by_role("button", name="Prijava")
    await key.press("Enter")
    query = await stage.wire.next_update("callback_query")
    await stage.wire.answer(query, text="Vsa mesta so zasedena.", show_alert=True)
    dialog = stage.page.get_by_role("dialog", name="Ana")
    await expect(dialog).to_contain_text("Vsa mesta so zasedena.")
    await stage.page.keyboard.press("Tab")
    await expect(stage.phone(stage.ana).locator(":focus")).to_have_count(0)
    await stage.page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(key).to_be_focused()
    await expect(key).not_to_have_attribute("aria-busy", "true")


async def test_a_short_answer_is_a_notice_in_that_phone(stage: Stage) -> None:
    card = await stage.wire.say(stage.ana, "Delavnica", buttons(["Prijava"]))
    await stage.message(stage.ana, card).get_by_role("button", name="Prijava").click()
    await stage.wire.answer(await stage.wire.next_update("callback_query"), text="Zabeleženo.")
    await expect(stage.phone(stage.ana).get_by_role("status").filter(has_text="Zabeleženo.")).to_be_visible()
    await expect(stage.phone(stage.ben).get_by_text("Zabeleženo.")).to_have_count(0)


async def test_of_two_keys_with_the_same_words_the_one_tapped_counts(stage: Stage) -> None:
    keys = {"inline_keyboard": [[{"text": "1", "callback_data": "a"}, {"text": "1", "callback_data": "b"}]]}
    card = await stage.wire.say(stage.ana, "Kateri?", keys)
    await stage.message(stage.ana, card).get_by_role("button", name="1").nth(1).click()
    query = await stage.wire.next_update("callback_query")
    await stage.wire.answer(query)
    assert query["data"] == "b"


@pytest.mark.parametrize("way", ["text", "link", "button", "typed"])
async def test_a_deep_link_starts_the_bot_in_the_phone_where_it_is_used(stage: Stage, way: str) -> None:
    phone = stage.phone(stage.ben)
    match way:
        case "text":
            await stage.wire.say(stage.ben, f"Invite: {LINK}")
            await phone.get_by_role("link", name=LINK).click()
        case "link":
            await stage.wire.say(stage.ben, f'<a href="{LINK}">Invite</a>')
            await phone.get_by_role("link", name="Invite").click()
        case "button":
            await stage.wire.say(stage.ben, "Invite", {"inline_keyboard": [[{"text": "Join", "url": LINK}]]})
            await phone.get_by_role("link", name="Join").click()
        case _:
            await phone.get_by_role("textbox").fill(f"  {LINK} ")
            await phone.get_by_role("textbox").press("Enter")
    message = await stage.wire.next_update("message")
    assert message["text"] == "/start i_abc-1"
    assert message["from"]["id"] == stage.ben
    assert len(stage.page.context.pages) == 1


async def test_a_url_button_opens_a_new_tab(stage: Stage) -> None:
    address = f"{stage.wire.http._base_url}page/icon.svg"
    await stage.wire.say(stage.ana, "Slika", {"inline_keyboard": [[{"text": "Odpreti", "url": address}]]})
    async with stage.page.context.expect_page() as opened:
        await stage.phone(stage.ana).get_by_role("link", name="Odpreti").click()
    assert (await opened.value).url == address


async def test_typing_sends_and_a_new_line_does_not(stage: Stage) -> None:
    box = stage.phone(stage.ana).get_by_role("textbox", name="Sporočilo")
    await box.fill("prva")
    await box.press("Shift+Enter")
    await box.press_sequentially("druga")
    await box.press("Enter")
    assert (await stage.wire.next_update("message"))["text"] == "prva\ndruga"
    await expect(box).to_have_value("")
    await expect(stage.log(stage.ana)).to_contain_text("prva\ndruga")


async def test_words_that_could_not_be_sent_are_kept(stage: Stage) -> None:
    await stage.page.route("**/send", lambda route: route.abort())
    box = stage.phone(stage.ana).get_by_role("textbox")
    await box.fill("Dolga pripomba")
    await box.press("Enter")
    await expect(stage.phone(stage.ana)).to_contain_text("Sporočilo ni poslano; besedilo je ohranjeno.")
    await expect(box).to_have_value("Dolga pripomba")


async def test_the_command_menu_opens_by_slash_and_by_button(stage: Stage) -> None:
    commands = [{"command": "dogodki", "description": "Dogodki"}, {"command": "moje", "description": "Moje prijave"}]
    await stage.wire.bot("setMyCommands", commands=commands)
    phone = stage.phone(stage.ana)
    box = phone.get_by_role("textbox")
    await box.press_sequentially("/do")
    await expect(phone.locator(".commands").get_by_role("button")).to_have_text(["/dogodkiDogodki"])
    await box.press("Escape")
    await expect(phone.locator(".commands")).to_be_hidden()
    await box.fill("")
    await phone.get_by_role("button", name="Ukazi").press("Enter")
    await expect(phone.get_by_role("button", name="/dogodki Dogodki")).to_be_focused()
    await stage.page.keyboard.press("ArrowDown")
    await stage.page.keyboard.press("Enter")
    assert (await stage.wire.next_update("message"))["text"] == "/moje"
    await expect(box).to_be_focused()


async def test_start_stands_in_an_empty_chat_and_after_a_stop(stage: Stage) -> None:
    cvetka = (await stage.wire.post("/people", {"first_name": "Cvetka", "language_code": "sl"}))["id"]
    await stage.page.reload()
    phone = stage.phone(cvetka)
    await expect(phone.get_by_text("Tu se začne pogovor")).to_be_visible()
    await phone.get_by_role("button", name="Začetek").click()
    assert (await stage.wire.next_update("message"))["text"] == "/start"
    await expect(phone.get_by_role("button", name="Začetek")).to_be_hidden()
    await phone.get_by_role("button", name="Ustaviti Glasnika").click()
    await expect(phone.get_by_text("Glasnik je ustavljen")).to_be_visible()
    await expect(phone.get_by_role("button", name="Začetek")).to_be_focused()
    await expect(phone.get_by_role("textbox")).to_be_hidden()
    await phone.get_by_role("button", name="Začetek").click()
    assert (await stage.wire.next_update("message"))["text"] == "/start"
    await expect(phone.get_by_role("textbox")).to_be_visible()
