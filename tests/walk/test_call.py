"""The walk through a call's life: written, followed, decided on, two libraries as partners, extended, granted."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Page

from storage.people import Role
from tests.walk.crowd import join
from tests.walk.hand import OFFICE, TEXTS, Album, Hand, jump, now_of, office, take

pytestmark = [pytest.mark.long, pytest.mark.timeout(400)]

MARIBOR, KRANJ = "Mariborska knjižnica", "Mestna knjižnica Kranj"
TITLE = "Digitalni zakladi"
CALLER = "Ministrstvo za kulturo"
SUMMARY = "Za digitalizacijo starih razglednic in časopisov ter njihovo objavo na spletu."
BRINGS = {
    "sl": "Imamo skener za velike formate in znanje. Iščemo knjižnico z zanimivo zbirko.",
    "en": "We have a large scanner and know how to use it, and look for a library with a collection.",
}
CONTACT = "bojan@maribor.example"
CONSORTIUM = {"sl": "Razglednice dveh mest", "en": "Postcards of two towns"}
REPORT = {"sl": "Vmesno poročilo", "en": "Interim report"}
DATE = {"sl": "%-d. %-m. %Y", "en": "%-d %B %Y"}
AT = {"sl": "%-d. %-m. %Y ob 14.00", "en": "%-d %B %Y 14:00"}
CALLS = {"sl": "/razpisi", "en": "/calls"}
EIGHT = time(8, 1)


async def _write(staff: Hand, ends: datetime, album: Album) -> None:
    """Write a call with two deadlines, and publish it."""
    language = staff.say.language
    await staff.types(OFFICE[language])
    await staff.taps("key-calls")
    await staff.taps("key-new-call")
    await staff.sees("call-ask-title-sl")
    for asked, text in (("caller", TITLE), ("summary-sl", CALLER), ("link", SUMMARY)):
        await staff.types(text)
        await staff.sees(f"call-ask-{asked}")
    await staff.types("https://example.org/zakladi")
    await staff.taps("call-topic-digital")
    await staff.sees("call-write-topics", topics=staff.say.label("call-topic-digital"))
    await staff.taps("key-keep")
    await staff.sees("call-ask-amount")
    await staff.types("60.000" if language == "sl" else "60,000")
    await staff.sees("call-ask-deadlines")
    await staff.taps("key-call-add", name=staff.say.label("call-deadline-questions"))
    await staff.types((ends - timedelta(days=20)).strftime(DATE[language]))
    await staff.taps("key-whole-day")
    await staff.sees("call-ask-more-deadlines")
    await staff.taps("key-call-add", name=staff.say.label("call-deadline-submission"))
    await staff.types(ends.strftime(AT[language]))
    await staff.sees("call-ask-more-deadlines")
    await album.takes(staff, "deadlines")
    await staff.taps("key-all-deadlines")
    await staff.taps("key-preview-call")
    await staff.sees("call-tells", count=2)
    await album.takes(staff, "preview")
    await staff.taps("key-publish")
    await staff.sees("call-published", title=TITLE)


async def _decide(ana: Hand, eva: Hand, album: Album) -> None:
    """Let a librarian read the call and propose to apply, and the delegate decide so."""
    await ana.sees("news-published", title=TITLE)
    await ana.taps("key-open-call")
    await ana.sees("call-ours", intent=ana.say.label("call-intent-none"))
    await ana.taps("key-propose")
    await ana.taps("key-intent-applying")
    await ana.sees("intent-proposed", intent=ana.say.label("call-intent-applying"), names="Eva")
    await eva.sees("push-decide", library=KRANJ)
    await album.takes(eva, "proposed")
    await eva.taps("key-intent-applying")
    await eva.sees("intent-means-applying")
    await eva.taps("key-open-call")
    await album.takes(eva, "card")


async def _agree(bojan: Hand, eva: Hand, album: Album) -> None:
    """Let one library offer to be a partner and another answer: contacts are shared once both agreed."""
    language = bojan.say.language
    await bojan.sees("news-published", title=TITLE)
    await bojan.taps("key-open-call")
    await bojan.taps("key-partners")
    await bojan.taps("key-partner-new")
    await bojan.taps("key-partner-offers-partner")
    await bojan.sees("partner-ask-brings")
    await bojan.types(BRINGS[language])
    await bojan.sees("partner-ask-line")
    await bojan.types(CONTACT)
    await album.takes(bojan, "offer")
    await bojan.taps("key-partner-say")
    await bojan.sees("partner-said")
    await eva.taps("key-partners")
    await eva.taps("key-offer-offers-partner", mark="", library=MARIBOR)
    assert await eva.log.get_by_text(CONTACT).count() == 0
    await eva.taps("key-partner-answer")
    await eva.sees("partner-answered")
    await bojan.sees("partner-accept-means")
    await album.takes(bojan, "answered")
    await bojan.taps("key-partner-accept")
    await eva.reads(CONTACT)
    await album.takes(eva, "agreed")


async def _found(bojan: Hand, eva: Hand, album: Album) -> None:
    """Let the library that applies found a consortium, and the other one join."""
    language = eva.say.language
    await _opens(eva)
    await eva.taps("key-consortium-new")
    await eva.sees("consortium-ask-name")
    await eva.types(CONSORTIUM[language])
    await eva.taps("key-consortium-found")
    await eva.sees("consortium-founded")
    await eva.taps("key-consortium-invite")
    await eva.taps_button(f"🤝 {MARIBOR}")
    await eva.taps("key-consortium-invite")
    await eva.sees("consortium-invited", library=MARIBOR)
    await bojan.sees("consortium-invitation", name=CONSORTIUM[language], library=KRANJ)
    await bojan.taps("key-consortium-join")
    await bojan.sees("consortium-joined", name=CONSORTIUM[language])
    await eva.sees("consortium-has-joined", name=CONSORTIUM[language], library=MARIBOR)
    await eva.taps("key-consortium")
    await album.takes(eva, "consortium")


async def _opens(hand: Hand) -> None:
    """Open the call from the list."""
    await hand.types(CALLS[hand.say.language])
    await hand.presses(hand.keys(TITLE))
    await hand.has("key-partners-count", count=1)


async def _extend(staff: Hand, ends: datetime, album: Album) -> None:
    """Move the submission, knowing what that tells to whom."""
    await _desk(staff)
    await staff.taps("key-move-deadline")
    await staff.sees("call-move-which")
    await staff.presses(staff.keys().nth(1))
    await staff.sees("call-move-day")
    await staff.types(ends.strftime(AT[staff.say.language]))
    await staff.sees("call-move-sure")
    await album.takes(staff, "extend")
    await staff.taps("key-extend")
    await staff.sees("call-desk-moved")


async def _desk(staff: Hand) -> None:
    """Open the office's card of the call."""
    await staff.types(OFFICE[staff.say.language])
    await staff.taps("key-calls")
    await staff.presses(staff.keys(TITLE))
    await staff.has("key-move-deadline")


async def _confirm(staff: Hand, eva: Hand, bojan: Hand, album: Album) -> None:
    """Let those who know the old deadline read of the new one, and the one who applies confirm it."""
    await bojan.sees("news-later", title=TITLE)
    await eva.sees("news-depends")
    await album.takes(eva, "extended")
    await _desk(staff)
    await staff.sees("call-desk-unseen", count=2)
    await album.takes(staff, "desk")
    await eva.taps("key-saw")
    await eva.sees("call-seen")


def _morning(day: datetime) -> datetime:
    """Just after the hour of reminders."""
    return datetime.combine(day.date(), EIGHT, day.tzinfo)


async def _apply(page: Page, eva: Hand, ends: datetime, album: Album) -> None:
    """Let the morning's reminder come, and the application be handed in."""
    await jump(page, _morning(ends - timedelta(days=7)))
    await eva.sees("morning-reminders", count=2)
    await album.takes(eva, "reminded")
    await _opens(eva)
    await eva.taps("key-decide")
    await eva.taps("key-intent-applied")
    await eva.sees("intent-means-applied")


async def _report(page: Page, eva: Hand, ends: datetime, album: Album) -> None:
    """Let the project be granted and its report be reminded of."""
    language = eva.say.language
    await jump(page, ends + timedelta(days=30))
    await eva.types(CALLS[language])
    await eva.taps("key-our-calls")
    await eva.presses(eva.keys(TITLE))
    await eva.taps("key-decide")
    await eva.taps("key-intent-granted")
    await eva.sees("intent-means-granted")
    await eva.taps("key-open-call")
    await eva.taps("key-project")
    await eva.taps("key-project-new")
    await eva.taps("call-deadline-report")
    await eva.sees("project-ask-label")
    await eva.types(REPORT[language])
    await eva.sees("project-ask-day")
    due = ends + timedelta(days=120)
    await eva.types(due.strftime(AT[language]))
    await eva.taps("key-project-set")
    await eva.sees("project-set")
    await jump(page, _morning(due - timedelta(days=30)))
    await eva.sees("morning-reminders", count=1)
    await album.takes(eva, "report")


@pytest.mark.asyncio(loop_scope="session")
async def test_call(page: Page, album: Album, language: str, tmp_path: Path) -> None:
    album.walk = "call-"
    bojan = await take(page, "Bojan", "en", language)
    staff = await office(page, language)
    await page.locator("#hint-close").click()
    ana = Hand(page, "Ana", TEXTS.say("sl"))
    await join(page, tmp_path, ana.name, language, {"Eva": Role.DELEGATE})
    eva = Hand(page, "Eva", TEXTS.say(language))

    now = await now_of(page)
    ends = now.replace(hour=14, minute=0, second=0, microsecond=0) + timedelta(days=40)
    await _write(staff, ends, album)
    await _decide(ana, eva, album)
    await _agree(bojan, eva, album)
    await _found(bojan, eva, album)
    later = ends + timedelta(days=10)
    await _extend(staff, later, album)
    await jump(page, await now_of(page) + timedelta(minutes=11))
    await _confirm(staff, eva, bojan, album)
    await _apply(page, eva, later, album)
    await _report(page, eva, later, album)
