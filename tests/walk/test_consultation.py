"""The walk through a consultation, from a draft to the position, and a pseudonymous one; in Slovene and in English."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Page

from bot.demo.sample import DATA
from storage.people import Role
from tests.walk.crowd import join, others_vote
from tests.walk.hand import OFFICE, TEXTS, Album, Hand, jump, now_of, office, take

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]

MARIBOR = "Mariborska knjižnica"
TITLES = {"sl": "Skupna izkaznica in izposoja", "en": "One card for all libraries"}
SEALED = {"sl": "Letna skupščina", "en": "Annual meeting"}
QUESTIONS = ("Skupščina naj bo jeseni.", "Članarina naj ostane enaka.")
AMENDMENT = {
    "sl": "Ta zakon ureja sodelovanje splošnih in šolskih knjižnic.",
    "en": "This act governs cooperation between public and school libraries.",
}
AT_NOON = {"sl": "%-d. %-m. %Y ob 12.00", "en": "%-d %B %Y 12:00"}
ONLY_DRAWN = ("en",)
"""The longest walk goes in English only when it is drawn; the shorter ones go in both languages each time."""

SECOND = 2
"""The consultation that the walk writes; the demo begins with the first."""


async def _begin(staff: Hand, titles: dict[str, str]) -> None:
    """Begin a consultation, up to its draft."""
    await staff.types(OFFICE[staff.say.language])
    await staff.taps("key-consultations")
    await staff.taps("key-new-consultation")
    await staff.sees("consult-ask-title-sl")
    await staff.types(titles["sl"])
    await staff.sees("consult-ask-title-en")
    await staff.types(titles["en"])
    await staff.sees("consult-ask-draft")


async def _open(staff: Hand) -> None:
    await staff.sees("consult-ready")
    await staff.taps("key-open")
    await staff.sees("consult-opened-told", count=4)


async def _write(staff: Hand, ends: datetime, album: Album) -> None:
    """Write a consultation from the sample draft, without its last article."""
    await _begin(staff, TITLES)
    await staff.sends("osnutek.txt", (DATA / "osnutek.txt").read_bytes())
    await staff.sees("consult-ask-outline")
    await album.takes(staff, "outline")
    await staff.taps("key-outline-list")
    await staff.sees("consult-ask-list")
    await staff.taps("key-next-page")
    await staff.taps_button("12. člen")
    await staff.taps("key-question-out")
    await staff.sees("consult-question-out")
    await staff.taps("key-outline-done")
    await staff.sees("consult-left-out", count=1)
    await staff.taps("key-keep")
    await staff.sees("consult-ask-day")
    await staff.types(ends.strftime(AT_NOON[album.language]))
    await staff.sees("consult-ask-terms")
    await staff.taps("key-keep")
    await staff.sees("consult-ready")
    await album.takes(staff, "ready")
    await _open(staff)


async def _begin_to_answer(hand: Hand, title: str, way: str) -> None:
    """Follow the message that a consultation has opened."""
    await hand.sees("push-opened", title=title)
    await hand.taps("key-open-consultation")
    await hand.taps(way)


async def _propose(eva: Hand, ana: Hand, album: Album) -> None:
    """Let a librarian take a stance and write an amendment, which a colleague elsewhere supports."""
    await _begin_to_answer(eva, TITLES[album.language], "key-take-stances")
    await eva.taps("key-choice-change")
    await eva.sees("stance-consultative")
    await eva.taps("key-write-amendment")
    await eva.sees("remark-ask-amendment", label="1. člen")
    await eva.types(AMENDMENT[album.language])
    await eva.taps("key-keep-remark")
    await eva.has("key-remarks")
    await _begin_to_answer(ana, TITLES["sl"], "key-take-stances")
    await ana.taps("key-remarks")
    await ana.taps("key-support", place="1")
    await ana.has("key-unsupport", place="1")
    await eva.taps("key-remarks")
    await eva.reads(eva.say.label("remark-supports", count=1))
    await album.takes(eva, "supported")


async def _vote(bojan: Hand, filip: Hand, album: Album) -> str:
    """Let the delegate vote on the first article and the deputy on the second; give the receipt of the first."""
    await _begin_to_answer(bojan, TITLES[album.language], "key-cast")
    await bojan.sees("question-colleagues", counts=bojan.say.label("choice-count-change", count=1))
    await album.takes(bojan, "article")
    await bojan.taps("key-choice-change")
    receipt = (
        await (await bojan.reads(bojan.say("vote-receipt", receipt="").split(":")[0])).locator("code").inner_text()
    )
    await album.takes(bojan, "voted")
    await _begin_to_answer(filip, TITLES[album.language], "key-cast")
    await filip.taps("key-choice-against")
    await filip.sees("vote-left", count=9)
    return receipt


async def _finish(bojan: Hand, receipt: str, album: Album) -> None:
    """Let the delegate, who is reminded, vote for all the rest, and look whether the first vote stands."""
    await bojan.sees("push-waits-vote", count=9)
    await bojan.taps("key-open-consultation")
    await bojan.taps("key-cast")
    await bojan.taps("key-vote-rest")
    await bojan.sees("rest-means", count=9)
    await album.takes(bojan, "rest")
    await bojan.taps("key-rest-sure", count=9)
    await bojan.has("key-questions")
    await bojan.taps("key-back")
    await bojan.taps("key-check-receipt")
    await bojan.sees("check-ask")
    await bojan.types(receipt)
    await bojan.sees("check-found", count=1)
    await album.takes(bojan, "checked")


async def _look(staff: Hand, album: Album) -> None:
    """Look at the results, as numbers, as pictures and as files."""
    await staff.sees("push-log-means")
    await album.takes(staff, "log")
    await staff.taps("key-open-consultation")
    await staff.taps("key-results")
    await staff.has("key-results-map")
    pictures = staff.phone.locator(".photo img")
    before = await pictures.count()
    await staff.taps_button("2. člen")
    await staff.taps("key-results-chart")
    await pictures.nth(before).wait_for()
    await album.takes(staff, "chart")
    await staff.taps("key-back")
    await staff.has("key-results-chart")
    await staff.taps("key-back")
    await staff.taps("key-results-map")
    await staff.sees("results-map-pages")
    await album.takes(staff, "map")
    await staff.taps("key-back")
    for file in ("xlsx", "json"):
        await staff.taps(f"key-results-{file}")
        await staff.phone.locator("a.file").filter(has_text=f".{file}").wait_for()


async def _publish(staff: Hand, bojan: Hand, album: Album) -> None:
    """Make the position document, send it back as it was edited, publish it, and say that it was sent."""
    await staff.taps("key-position")
    await staff.taps(f"key-position-make-{album.language}")
    made = staff.phone.locator("a.file").filter(has_text=".docx")
    await made.wait_for()
    content = await (await staff.page.request.get(await made.get_attribute("href") or "")).body()
    await album.takes(staff, "document")
    await staff.taps("key-position-send")
    await staff.sees("position-ask-file", title=TITLES[album.language])
    await staff.sends("mnenje.docx", content)
    await staff.taps("key-position-keep")
    await staff.page.locator("#dialog-alert-ok").click()
    await staff.taps("key-position-published")
    await staff.sees("position-ask-publish", count=4)
    await staff.taps("key-position-published")
    await bojan.phone.locator("a.file").wait_for()
    await album.takes(bojan, "published")
    await staff.taps("key-position-sent")
    await staff.sees("position-ask-tell", count=4)
    await staff.taps("key-position-sent")
    await bojan.sees("position-followed-sent", title=TITLES[album.language])


async def _write_sealed(staff: Hand, ends: datetime) -> None:
    """Write a pseudonymous consultation of two typed questions."""
    await _begin(staff, SEALED)
    await staff.taps("key-type-questions")
    await staff.sees("consult-ask-typed")
    for question in QUESTIONS:
        await staff.types(question)
    await staff.taps("key-keep")
    await staff.sees("consult-ask-outline")
    await staff.taps("key-keep")
    await staff.sees("consult-ask-day")
    await staff.types(ends.strftime(AT_NOON[staff.say.language]))
    await staff.taps("key-consult-ballot")
    await staff.taps("key-ballot-pseudonymous")
    await staff.sees("consult-ballot-pseudonymous")
    await staff.taps("key-keep")
    await _open(staff)


async def _vote_sealed(bojan: Hand, album: Album) -> None:
    """Let the delegate read what it means, take a key, vote, and change the vote with the key."""
    await _begin_to_answer(bojan, SEALED[album.language], "key-ballots")
    await bojan.sees("ballots-about-final")
    await album.takes(bojan, "sealed")
    await bojan.taps("key-new-key")
    await bojan.sees("ballots-key-means")
    await album.takes(bojan, "key")
    await bojan.taps("key-use-key")
    await bojan.taps("key-choice-for")
    await bojan.sees("vote-left", count=1)
    await bojan.taps("key-back")
    await bojan.sees("question-vote", library=MARIBOR, choice=bojan.say.label("choice-for"))
    await bojan.taps("key-choice-against")
    await bojan.sees("vote-counted", label="1. vprašanje", choice=bojan.say.label("choice-against"))


@pytest.mark.asyncio(loop_scope="session")
async def test_consultation(page: Page, album: Album, language: str, tmp_path: Path) -> None:
    album.walk = "consultation-"
    bojan = await take(page, "Bojan", "en", language)
    staff = await office(page, language)
    await page.locator("#hint-close").click()
    await bojan.types("/start")
    await bojan.sees("home-waits-vote", count=1, left=bojan.say.label("consultation-days-left", days=14))
    await album.takes(bojan, "waits")
    await join(page, tmp_path, bojan.name, language, {"Eva": Role.LIBRARIAN, "Filip": Role.DEPUTY})
    eva, filip = (Hand(page, name, TEXTS.say(language)) for name in ("Eva", "Filip"))

    now = await now_of(page)
    ends = now.replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=10)
    await _write(staff, ends, album)
    await _propose(eva, Hand(page, "Ana", TEXTS.say("sl")), album)
    receipt = await _vote(bojan, filip, album)
    await others_vote(tmp_path, SECOND)
    await jump(page, now + (ends - now) / 2 + timedelta(minutes=5))
    await _finish(bojan, receipt, album)
    await jump(page, ends + timedelta(minutes=1))
    await bojan.sees("push-closed-means")
    await _look(staff, album)
    await _publish(staff, bojan, album)

    await _write_sealed(staff, ends + timedelta(days=14))
    await _vote_sealed(bojan, album)
