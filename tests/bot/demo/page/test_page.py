"""The page around the phones: people, languages, the clock, the keyboard, narrow screens, a bad connection."""

from datetime import timedelta
from time import perf_counter

import pytest
from playwright.async_api import Locator, Page, expect

from tests.bot.demo.page.stage import MONDAY, Stage, buttons

pytestmark = [pytest.mark.long, pytest.mark.asyncio(loop_scope="session")]

LONG_POLL = 25
"""Seconds that the page waits for news; with no connection left, so long does a tap."""


async def tab_to(page: Page, target: Locator, most: int = 60) -> None:
    for _ in range(most):
        await page.keyboard.press("Tab")
        if await target.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"not reached with Tab: {target}")


async def test_a_person_is_added_and_removed(stage: Stage) -> None:
    page = stage.page
    await page.get_by_role("button", name="Nova oseba").click()
    await page.get_by_role("textbox", name="Ime").fill("Črt")
    await page.get_by_role("radio", name="English").check()
    await page.get_by_role("dialog").get_by_role("button", name="Dodati").click()
    phone = page.get_by_role("region", name="Telefon: Črt")
    await expect(phone.get_by_role("button", name="Start")).to_be_visible()
    await expect(phone.get_by_role("textbox")).to_be_focused()
    people = await stage.wire.get("/people")
    assert [(one["first_name"], one["language_code"]) for one in people][-1] == ("Črt", "en")
    await phone.get_by_role("button", name="Odstraniti: Črt").click()
    await page.get_by_role("dialog", name="Odstranim osebo Črt?").get_by_role("button", name="Nazaj").click()
    await expect(phone).to_be_visible()
    await phone.get_by_role("button", name="Odstraniti: Črt").click()
    await page.get_by_role("dialog").get_by_role("button", name="Odstraniti").click()
    await expect(phone).to_have_count(0)
    assert len(await stage.wire.get("/people")) == 2


async def test_enter_in_the_name_adds_the_person(stage: Stage) -> None:
    page = stage.page
    await page.get_by_role("button", name="Nova oseba").press("Enter")
    await expect(page.get_by_role("textbox", name="Ime")).to_be_focused()
    await page.keyboard.type("Črt")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("region", name="Telefon: Črt").get_by_role("textbox")).to_be_focused()


async def test_the_page_speaks_two_languages_and_remembers(stage: Stage) -> None:
    page = stage.page
    await expect(page.locator("html")).to_have_attribute("lang", "sl")
    await page.get_by_role("group", name="Jezik strani").get_by_role("button", name="EN", exact=True).click()
    await expect(page.get_by_role("button", name="New person")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("lang", "en")
    await page.reload()
    await expect(page.get_by_role("button", name="+1 hour")).to_be_visible()
    await expect(page.get_by_role("region", name="Phone: Ana").get_by_role("textbox", name="Sporočilo")).to_be_visible()


async def test_a_person_changes_language_and_the_phone_with_them(stage: Stage) -> None:
    sent = await stage.wire.say(stage.ana, "Dober dan")
    await expect(stage.message(stage.ana, sent).locator("time")).to_have_text("9.00")
    await stage.page.get_by_role("group", name="Jezik: Ana").get_by_role("button", name="EN", exact=True).click()
    await expect(stage.phone(stage.ana).get_by_role("textbox", name="Message")).to_be_visible()
    await expect(stage.message(stage.ana, sent).locator("time")).to_have_text("09:00")
    people = {one["id"]: one for one in await stage.wire.get("/people")}
    assert people[stage.ana]["language_code"] == "en"


async def test_both_languages_say_the_same_things(stage: Stage) -> None:
    differing = await stage.page.evaluate(
        """async () => {
          const { TEXTS } = await import("/page/texts.js");
          const slots = (text) => [...text.matchAll(/\\{\\w+\\}/g)].map(String).sort().join();
          const keys = new Set([...Object.keys(TEXTS.sl), ...Object.keys(TEXTS.en)]);
          const differ = (sl, en) => !sl || !en || slots(sl) !== slots(en);
          return [...keys].filter((key) => differ(TEXTS.sl[key], TEXTS.en[key]));
        }"""
    )
    assert differing == []


async def test_the_role_stands_by_the_name(stage: Stage) -> None:
    stage.desk.roles[str(stage.ana)] = {"sl": "knjižničarka, Kranj", "en": "librarian, Kranj"}
    await stage.page.reload()
    await expect(stage.phone(stage.ana)).to_contain_text("knjižničarka, Kranj")
    await expect(stage.phone(stage.ben).locator(".owner")).to_contain_text("brez vloge")


async def test_the_clock_moves_by_an_hour_a_day_and_to_the_next_due(stage: Stage) -> None:
    page, clock = stage.page, stage.page.get_by_role("region", name="Ura predstavitve")
    await expect(clock.locator("time")).to_have_text("9.00")
    await expect(clock).to_contain_text("ponedeljek, 1. marec 2027")
    await expect(clock.get_by_role("button", name="Nič ne čaka")).to_be_disabled()
    await clock.get_by_role("button", name="+1 ura").click()
    await expect(clock.locator("time")).to_have_text("10.00")
    stage.desk.due = MONDAY + timedelta(days=2, hours=3, minutes=30)
    await clock.get_by_role("button", name="+1 dan").click()
    await expect(clock).to_contain_text("torek, 2. marec 2027")
    await clock.get_by_role("button", name="Naslednje: 3. mar., 12.30").click()
    await expect(clock.locator("time")).to_have_text("12.30")
    await expect(clock.get_by_role("button", name="+1 ura")).to_be_focused()
    await expect(clock).to_contain_text("sreda, 3. marec 2027")
    await expect(clock.get_by_role("button", name="Nič ne čaka")).to_be_disabled()
    await expect(page.get_by_role("status").filter(has_text="Ura kaže sreda")).to_have_count(1)


async def test_a_reload_keeps_everything(stage: Stage) -> None:
    card = await stage.wire.say(stage.ana, "<b>Kartica</b>", buttons(["Prijava"]))
    await stage.wire.edit(stage.ana, card, "<b>Sveža</b> kartica", buttons(["Odpoved"]))
    await expect(stage.log(stage.ana)).to_contain_text("Sveža kartica")
    before = await stage.log(stage.ana).inner_html()
    await stage.page.reload()
    await expect(stage.log(stage.ana)).to_contain_text("Sveža kartica")
    assert await stage.log(stage.ana).inner_html() == before


async def test_the_keyboard_alone_is_enough(stage: Stage) -> None:
    page = stage.page
    card = await stage.wire.say(stage.ana, "Delavnica", buttons(["Prijava", "Nazaj"]))
    message = stage.message(stage.ana, card)
    await expect(message).to_be_visible()
    await tab_to(page, message.get_by_role("button", name="Prijava"))
    await page.keyboard.press("ArrowRight")
    await expect(message.get_by_role("button", name="Nazaj")).to_be_focused()
    await page.keyboard.press("Space")
    query = await stage.wire.next_update("callback_query")
    assert query["data"] == "Nazaj"
    await stage.wire.edit(stage.ana, card, "Doma", None)
    await stage.wire.answer(query)
    await expect(message).to_contain_text("Doma")
    await tab_to(page, stage.phone(stage.ana).get_by_role("textbox"))
    await page.keyboard.type("Dober dan")
    await page.keyboard.press("Enter")
    assert (await stage.wire.next_update("message"))["text"] == "Dober dan"
    await tab_to(page, stage.phone(stage.ben).get_by_role("button", name="EN", exact=True))
    outline = (
        await stage.phone(stage.ben)
        .get_by_role("button", name="EN", exact=True)
        .evaluate("e => getComputedStyle(e).outlineStyle")
    )
    assert outline == "solid"


async def test_regions_and_logs_have_names(stage: Stage) -> None:
    await expect(stage.page.get_by_role("region", name="Telefon: Ana")).to_be_visible()
    await expect(stage.page.get_by_role("log", name="Pogovor: Glasnik")).to_be_visible()
    await expect(stage.page.get_by_role("log", name="Chat: Glasnik")).to_be_visible()
    nameless = await stage.page.locator("button:visible").evaluate_all(
        "all => all.filter((e) => !(e.getAttribute('aria-label') || e.textContent).trim()).map((e) => e.outerHTML)"
    )
    assert nameless == []


async def test_a_narrow_screen_shows_one_phone_at_a_time(stage: Stage) -> None:
    page = stage.page
    await page.set_viewport_size({"width": 375, "height": 812})
    ana, ben = page.get_by_role("tab", name="Ana"), page.get_by_role("tab", name="Ben")
    await expect(stage.phone(stage.ana)).to_be_visible()
    await expect(stage.phone(stage.ben)).to_be_hidden()
    await stage.wire.say(stage.ben, "News")
    await expect(page.get_by_role("tab", name="Ben, novo sporočilo")).to_be_visible()
    await ana.focus()
    await page.keyboard.press("ArrowRight")
    await expect(ben).to_be_focused()
    await expect(ben).to_have_attribute("aria-selected", "true")
    await expect(page.get_by_role("tabpanel", name="Telefon: Ben")).to_contain_text("News")
    await expect(stage.phone(stage.ana)).to_be_hidden()
    assert await page.evaluate("document.documentElement.scrollWidth") == 375


async def test_on_a_narrow_screen_the_tab_of_somebody_new_comes_into_view(stage: Stage) -> None:
    page = stage.page
    await page.set_viewport_size({"width": 375, "height": 812})
    for number in range(4):
        await stage.wire.meet(f"Oseba {number}", "sl")
    await page.reload()
    await page.locator("#add-person").click()
    await page.locator("#dialog-add-name").fill("Filip")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("tab", name="Filip")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("tab", name="Ana")).not_to_be_in_viewport()


async def test_with_a_message_comes_the_new_role(stage: Stage) -> None:
    stage.desk.roles[str(stage.ana)] = {"sl": "predstavnica", "en": "delegate"}
    await stage.wire.say(stage.ana, "Vloga je potrjena.")
    await expect(stage.phone(stage.ana).locator(".role")).to_have_text("predstavnica", timeout=4000)


async def test_a_lost_connection_is_said_and_mends_itself(stage: Stage) -> None:
    notice = stage.phone(stage.ana).get_by_text("Povezava se vzpostavlja znova")
    await stage.page.route("**/chat?*", lambda route: route.abort())
    await stage.wire.say(stage.ana, "Prej")
    await expect(notice).to_be_visible()
    await stage.wire.say(stage.ana, "Med tem")
    await stage.page.unroute_all()
    await expect(stage.log(stage.ana)).to_contain_text("Med tem")
    await expect(notice).to_be_hidden()


async def test_with_ten_phones_a_tap_waits_for_no_long_poll(stage: Stage) -> None:
    others = [await stage.wire.meet(f"Oseba {n}", "sl") for n in range(8)]
    card = await stage.wire.say(others[0], "Delavnica", buttons(["Prijava"]))
    await stage.page.reload()
    key = stage.message(others[0], card).get_by_role("button", name="Prijava")
    await key.scroll_into_view_if_needed()
    began = perf_counter()
    await key.click()
    query = await stage.wire.next_update("callback_query")
    await stage.wire.edit(others[0], card, "Imate mesto.")
    await stage.wire.answer(query)
    await expect(stage.message(others[0], card)).to_contain_text("Imate mesto.")
    assert perf_counter() - began < LONG_POLL / 2
    await stage.phone(others[7]).scroll_into_view_if_needed()
    await stage.wire.say(others[7], "Tudi vam")
    await expect(stage.log(others[7])).to_contain_text("Tudi vam")
