"""What a message looks like: formatting, links, pictures, files."""

import io
import re

import pytest
from PIL import Image
from playwright.async_api import FilePayload, expect

from tests.bot.demo.page.stage import Stage

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="session")]

STEPS = "Prvi odstavek obrazložitve je dolg. " * 8


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), "#7a4b2b").save(buffer, "JPEG")
    return buffer.getvalue()


async def test_every_kind_of_formatting_becomes_its_element(stage: Stage) -> None:
    sent = await stage.wire.say(
        stage.ana,
        "<b>krepko <i>in ležeče</i></b> <u>črta</u> <s>staro</s> <code>x = 1</code>\n"
        '<pre><code class="language-python">def f(): ...</code></pre>\n'
        '<blockquote>navedek</blockquote>\n<a href="https://example.org/a">povezava</a>',
    )
    words = stage.message(stage.ana, sent).locator(".words")
    await expect(words.locator("strong")).to_have_text("krepko in ležeče")
    await expect(words.locator("strong em")).to_have_text("in ležeče")
    await expect(words.locator("u")).to_have_text("črta")
    await expect(words.locator("s")).to_have_text("staro")
    await expect(words.locator(":scope > code")).to_have_text("x = 1")
    await expect(words.locator("pre")).to_have_text("def f(): ...")
    await expect(words.locator("blockquote")).to_have_text("navedek")
    await expect(words.get_by_role("link", name="povezava")).to_have_attribute("href", "https://example.org/a")


async def test_offsets_count_emoji_and_carons_as_telegram_does(stage: Stage) -> None:
    sent = await stage.wire.say(stage.ana, "👩‍👩‍👧 čšž 📅 <b>četrtek</b>, 🗳 <i>glas</i>")
    words = stage.message(stage.ana, sent).locator(".words")
    await expect(words.locator("strong")).to_have_text("četrtek")
    await expect(words.locator("em")).to_have_text("glas")


async def test_hostile_text_is_shown_as_text(stage: Stage) -> None:
    nasty = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
    await stage.wire.post(f"/people/{stage.ana}/send", {"text": nasty})
    name = await stage.wire.post("/people", {"first_name": "<b>Bobby</b>", "language_code": "en"})
    await expect(stage.log(stage.ana)).to_contain_text(nasty)
    await stage.page.reload()
    await expect(stage.phone(name["id"]).get_by_role("heading", level=2)).to_have_text("<b>Bobby</b>")
    await expect(stage.page.locator(".words img, .words script, h2 b")).to_have_count(0)
    await expect(stage.page).to_have_title("Glasnik – predstavitev")


async def test_a_spoiler_hides_its_words_until_asked(stage: Stage) -> None:
    await stage.wire.say(stage.ana, "Zmaga <tg-spoiler>Maribor</tg-spoiler>.")
    cover = stage.log(stage.ana).get_by_role("button", name="Skrito besedilo, pokazati")
    await expect(stage.log(stage.ana).locator(".spoiler")).to_have_css("color", "rgba(0, 0, 0, 0)")
    await cover.press("Enter")
    await expect(cover).to_have_count(0)
    await expect(stage.log(stage.ana).locator(".spoiler")).to_have_css("color", "rgb(43, 37, 32)")


async def test_a_long_quotation_unfolds(stage: Stage) -> None:
    await stage.wire.say(stage.ben, f"<blockquote expandable>{STEPS}</blockquote>")
    quote = stage.log(stage.ben).locator("blockquote > div")
    folded = await quote.evaluate("e => e.clientHeight")
    more = stage.log(stage.ben).get_by_role("button", name="Show all")
    await expect(more).to_have_attribute("aria-expanded", "false")
    await more.click()
    assert await quote.evaluate("e => e.clientHeight") > folded
    await expect(stage.log(stage.ben).get_by_role("button", name="Show less")).to_be_visible()


async def test_an_unsafe_address_is_only_text(stage: Stage) -> None:
    await stage.wire.say(stage.ana, "Varno: https://example.org/x.")
    found = await stage.page.evaluate(
        """async () => {
          const { safeAddress, deepLink } = await import("/page/links.js");
          return ["javascript:alert(1)", "data:text/html,x", "https://a.si/b", "a.si"].map(safeAddress)
            .concat(deepLink("https://t.me/Other?start=a", "GlasnikBot"));
        }"""
    )
    assert found == [None, None, "https://a.si/b", "https://a.si/", None]
    link = stage.log(stage.ana).get_by_role("link", name="https://example.org/x")
    await expect(link).to_have_attribute("rel", "noopener noreferrer")


async def test_a_picture_opens_large_and_escape_closes_it(stage: Stage) -> None:
    files = {"photo": ("polica.jpg", picture(), "image/jpeg")}
    await stage.wire.upload("sendPhoto", files, chat_id=stage.ana, caption="Polica")
    small = stage.log(stage.ana).get_by_role("button", name="Slika, pokazati v celoti")
    await small.click()
    large = stage.page.get_by_role("dialog").get_by_role("img", name="Polica")
    await expect(large).to_be_visible()
    assert await large.evaluate("async e => { await e.decode(); return e.naturalWidth }") > 0
    await stage.page.keyboard.press("Escape")
    await expect(large).to_be_hidden()
    await expect(small).to_be_focused()


async def test_a_tall_picture_leaves_room_for_its_caption(stage: Stage) -> None:
    page, caption = io.BytesIO(), "\n".join(f"{number}. vrsta" for number in range(9))
    Image.new("RGB", (1240, 1754), "white").save(page, "PNG")
    files = {"photo": ("plakat.png", page.getvalue(), "image/png")}
    await stage.wire.upload("sendPhoto", files, chat_id=stage.ana, caption=caption)
    await stage.log(stage.ana).get_by_role("button", name="Slika, pokazati v celoti").click()
    await expect(stage.page.locator("#dialog-picture-image")).to_be_in_viewport(ratio=1)
    await expect(stage.page.locator("#dialog-picture-caption")).to_be_in_viewport(ratio=1)


async def test_an_album_is_one_bubble(stage: Stage) -> None:
    media = [{"type": "photo", "media": f"attach://p{n}", "caption": f"Polica {n}"} for n in range(3)]
    files = {f"p{n}": (f"p{n}.jpg", picture(), "image/jpeg") for n in range(3)}
    await stage.wire.upload("sendMediaGroup", files, chat_id=stage.ana, media=media)
    album = stage.log(stage.ana).locator(".album")
    await expect(album).to_have_count(1)
    await expect(album.get_by_role("button")).to_have_count(3)
    await expect(album).to_contain_text("Polica 2")


async def test_a_file_card_opens_the_file(stage: Stage) -> None:
    files = {"document": ("osnutek.txt", "Prvi člen".encode(), "text/plain; charset=utf-8")}
    await stage.wire.upload("sendDocument", files, chat_id=stage.ana, caption="Čistopis")
    card = stage.log(stage.ana).get_by_role("link", name="Datoteka osnutek.txt, 10 B")
    async with stage.page.context.expect_page() as opened:
        await card.click()
    tab = await opened.value
    await expect(tab.locator("body")).to_contain_text("Prvi")


async def test_a_person_sends_a_file_with_words(stage: Stage) -> None:
    phone = stage.phone(stage.ana)
    upload = FilePayload(name="seznam.csv", mimeType="text/csv", buffer=b"a;b")
    async with stage.page.expect_file_chooser() as chooser:
        await phone.get_by_role("button", name="Priloga").click()
    await (await chooser.value).set_files(upload)
    await expect(phone.get_by_text("Priloga: seznam.csv")).to_be_visible()
    await phone.get_by_role("textbox").fill("Naš seznam")
    await phone.get_by_role("textbox").press("Enter")
    await expect(phone.get_by_role("link", name=re.compile("seznam.csv"))).to_be_visible()
    message = await stage.wire.next_update("message")
    assert message["document"]["file_name"] == "seznam.csv"
    assert message["caption"] == "Naš seznam"


async def test_what_the_bot_deletes_goes_from_the_chat(stage: Stage) -> None:
    sent = await stage.wire.say(stage.ana, "Pomota")
    await expect(stage.message(stage.ana, sent)).to_be_visible()
    await stage.wire.bot("deleteMessage", chat_id=stage.ana, message_id=sent)
    await expect(stage.message(stage.ana, sent)).to_have_count(0)


async def test_days_stand_between_messages(stage: Stage) -> None:
    await stage.wire.say(stage.ana, "Prvi dan")
    await stage.page.get_by_role("button", name="+1 dan").click()
    await stage.wire.say(stage.ana, "Drugi dan")
    days = stage.log(stage.ana).get_by_role("heading", level=3)
    await expect(days).to_have_text(["ponedeljek, 1. marec 2027", "torek, 2. marec 2027"])
    await expect(stage.log(stage.ana).locator("time").last).to_have_text("9.00")


async def test_the_chat_stays_at_its_end_unless_one_reads_back(stage: Stage) -> None:
    log, phone = stage.log(stage.ana), stage.phone(stage.ana)
    for n in range(12):
        await stage.wire.say(stage.ana, f"Obvestilo {n}\n\n\n")
    await expect(log.get_by_text("Obvestilo 11")).to_be_in_viewport()
    await phone.get_by_role("textbox").fill("ena\ndve\ntri")
    await expect(log.get_by_text("Obvestilo 11")).to_be_in_viewport(ratio=1)
    await log.evaluate("e => e.scrollTo(0, 0)")
    jump = phone.get_by_role("button", name="Na konec pogovora")
    await expect(jump).to_be_visible()
    sent = await stage.wire.say(stage.ana, "Novo")
    await expect(stage.message(stage.ana, sent)).to_be_attached()
    await expect(stage.message(stage.ana, sent)).not_to_be_in_viewport()
    await jump.click()
    await expect(log).to_be_focused()
    await expect(stage.message(stage.ana, sent)).to_be_in_viewport()
