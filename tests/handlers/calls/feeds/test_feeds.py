"""The office adds feeds, and decides on what they suggest, as it sees it on a telephone."""

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from handlers.calls.feeds.push import PUSHES
from storage.calls import books as call_books
from storage.calls import desk, following
from storage.calls.feeds import notices, reading
from storage.calls.feeds.rules import (
    Document,
    Entry,
    Failed,
    Feed,
    Fetched,
    Kind,
    Looked,
    Source,
    State,
    Trouble,
    Unchanged,
)
from storage.calls.rules import Topic, When
from storage.database import Database
from storage.people import Person, Role
from tests.handlers.phone import NOW, TEXTS, Phone
from tests.storage.calls.feeds import sample
from tests.storage.calls.feeds.sample import END, HOUR, finds, look, read
from tests.storage.membership.association import put, two_libraries

OTHER = read(
    "2", title_sl="Bralna značka za <vse> & vsakogar", link="https://www.gov.si/razpisi/2", summary_sl="<b>Ne</b>"
)
LATER = When(date(2027, 5, 15))


@pytest.fixture
async def cvetka(books: Database) -> Phone:
    """Somebody from the office."""
    await books.transact(two_libraries)
    await put(books, 1, Role.STAFF, name="Cvetka")
    return Phone(books, 1, "Cvetka")


@pytest.fixture
async def feed(cvetka: Phone) -> Feed:
    """A feed."""
    return await sample.add(cvetka.db)


def leads_to(phone: Phone, looked: Looked) -> list[Source]:
    """Let every address lead to the same; return those that are asked for."""
    asked: list[Source] = []

    async def find(source: Source) -> Looked:
        asked.append(source)
        return looked

    phone.reach = dataclasses.replace(phone.reach, find_feed=find)
    return asked


async def entries(phone: Phone) -> Sequence[Entry]:
    return await sample.entries(phone.db)


async def me(phone: Phone) -> Person:
    found = await phone.me()
    assert found is not None
    return found


async def _follows(phone: Phone) -> None:
    """Let somebody follow the topic of the feed."""
    await phone.db.transact(following.follow, (await me(phone)).id, Topic.DIGITAL, on=True)


async def test_a_feed_is_added_by_pasting_its_address(cvetka: Phone) -> None:
    found = Fetched(Source("https://www.gov.si/rss"), Document(Kind.XML, "Razpisi MK", (read(), OTHER)))
    asked = leads_to(cvetka, found)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri")
    assert "Virov še ni" in cvetka.reads
    await cvetka.taps("Dodaj vir")
    await cvetka.says("gov.si/rss")
    assert asked == [Source("https://gov.si/rss")]
    assert cvetka.reads.splitlines()[:3] == ["Razpisi MK", "🔗 https://www.gov.si/rss", "V njem sta 2 zapisa."]
    await cvetka.taps("Bralna kultura", "Digitalizacija", "✓ Bralna")
    assert "Vir »Razpisi MK« je dodan." in await cvetka.taps("Dodaj")
    (line,) = await cvetka.db.read(reading.listed)
    assert (line.feed.source.url, line.feed.topics) == ("https://www.gov.si/rss", (Topic.DIGITAL,))
    assert line.feed.next_at == NOW
    await cvetka.taps("Kartica vira")
    assert "🕑 Vir še ni bil pregledan." in cvetka.reads


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("hej", "To ni spletni naslov: »hej«"),
        ("https://ana:geslo@gov.si/rss", "To ni spletni naslov"),
        ("file:///etc/passwd", "To ni spletni naslov"),
    ],
)
async def test_what_is_no_address_is_said_to_be_none(cvetka: Phone, said: str, answer: str) -> None:
    asked = leads_to(cvetka, Failed(Trouble.UNREACHABLE))
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Dodaj vir")
    assert answer in await cvetka.says(said)
    assert asked == []


@pytest.mark.parametrize("trouble", Trouble)
@pytest.mark.parametrize("language", ["sl", "en"])
async def test_every_trouble_with_an_address_gets_a_clear_answer(
    cvetka: Phone, trouble: Trouble, language: str
) -> None:
    say = TEXTS.say(language)
    heard = say.label("feed-not-read", trouble=str(trouble), status="403")
    others = {say.label("feed-not-read", trouble=str(other), status="403") for other in Trouble if other is not trouble}
    assert heard not in others
    assert say.label("feed-why", trouble=str(trouble), status="403")
    if language == "sl":
        leads_to(cvetka, Failed(trouble, 403))
        await cvetka.says("/urad")
        await cvetka.taps("Razpisi", "Viri", "Dodaj vir")
        assert heard in await cvetka.says("https://www.gov.si/rss")
        leads_to(cvetka, Fetched(Source("https://www.gov.si/rss"), Document(Kind.XML, None, ())))
        await cvetka.says("https://www.gov.si/rss")
        assert "www.gov.si" in cvetka.reads


async def test_a_feed_that_is_there_already_is_not_added_twice(cvetka: Phone, feed: Feed) -> None:
    leads_to(cvetka, Fetched(feed.source, Document(Kind.XML, "Razpisi", ())))
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Dodaj vir")
    await cvetka.says(feed.source.url)
    assert "je že na seznamu" in await cvetka.taps("Dodaj")


async def test_a_feed_that_was_left_to_be_finished_later_goes_on_where_it_was(cvetka: Phone) -> None:
    leads_to(cvetka, Fetched(Source("https://www.gov.si/rss"), Document(Kind.XML, "Razpisi MK", ())))
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Dodaj vir")
    await cvetka.says("gov.si/rss")
    assert "Nadaljujete lahko" in await cvetka.taps("Digitalizacija", "Končaj pozneje")
    await cvetka.says("/urad")
    assert "Razpisi MK" in await cvetka.taps("Razpisi", "Viri", "Dodaj vir")
    assert "✓ Digitalizacija" in cvetka.keys
    assert "Prilepite spletni naslov" in await cvetka.taps("Nazaj")


async def test_one_message_of_a_look_leads_to_what_it_found(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read(), OTHER, read("3", title_sl="Tretji", link="https://a.si/3"))
    facts = await cvetka.db.read(notices.found_facts, (await me(cvetka)).id, {"feed": feed.id}, NOW)
    shown = PUSHES[notices.FOUND].show(facts, TEXTS.say("sl"), NOW)
    assert shown.text == "<b>Razpisi</b>\n📥 3 razpisi čakajo na vašo odločitev."  # type: ignore[union-attr]
    (row,) = shown.keys  # type: ignore[union-attr]
    await cvetka.forges(row[0].press.pack())  # type: ignore[union-attr]
    assert "Na odločitev čakajo 3 predlogi." in cvetka.reads
    assert [key for key in cvetka.keys if key.startswith(("Javni", "Bralna", "Tretji"))] == [
        "Javni razpis za digitalizacijo…", "Bralna značka za <vse> & vsakogar", "Tretji",
    ]  # fmt: skip


async def test_a_suggestion_is_published_with_one_tap_and_leads_to_the_call(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", END), OTHER)
    await _follows(cvetka)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (2)", "Javni razpis")
    assert cvetka.reads.splitlines() == [
        "Javni razpis za digitalizacijo knjižnic 2027", "Ministrstvo za kulturo",
        "🗓 Oddaja prijave: četrtek, 15.\u00a0aprila, do 12.00", "🔗 https://www.gov.si/razpisi/1", "🏷 Digitalizacija",
        "📥 Vir: Razpisi", "", "Do 80 odstotkov stroškov.", "", "📣 Takoj izve 1 oseba.",
    ]  # fmt: skip
    await cvetka.taps("Objava")
    assert cvetka.reads.startswith("Razpis »Javni razpis za digitalizacijo knjižnic 2027« je objavljen.")
    assert "Na odločitev čaka 1 predlog." in cvetka.reads
    await cvetka.taps("Razpis")
    assert "Ministrstvo za kulturo" in cvetka.reads
    entry = (await entries(cvetka))[0]
    assert entry.call is not None
    assert await cvetka.db.read(desk.overview, entry.call) is not None


async def test_what_a_feed_writes_is_shown_as_it_is_and_never_as_markup(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, OTHER)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "Bralna")
    assert "Bralna značka za <vse> & vsakogar" in cvetka.reads
    assert "<b>Ne</b>" in cvetka.reads
    assert "🗓 Rok v viru ni naveden, zato opomnikov ne bo. Dodate ga z gumbom »Uredi«." in cvetka.reads


async def test_an_old_card_of_an_entry_that_has_changed_publishes_nothing(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, OTHER)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "Bralna")
    await finds(cvetka.db, feed, read("2", END, title_sl="Nekaj drugega"), now=NOW + HOUR)
    await cvetka.taps("Objava")
    assert "se je zapis v viru medtem spremenil" in cvetka.reads
    assert "Nekaj drugega" in cvetka.reads
    assert [one.state for one in await entries(cvetka)] == [State.NEW]
    await cvetka.taps("Objava")
    assert [one.state for one in await entries(cvetka)] == [State.PUBLISHED]


async def test_a_dismissal_can_be_undone(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, OTHER)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "Bralna", "Zavrnitev")
    assert cvetka.reads.startswith("1 predlog je zavrnjen.")
    await cvetka.taps("Razveljavi")
    assert "Bralna značka" in cvetka.reads
    await cvetka.taps("Objava")
    assert [one.state for one in await entries(cvetka)] == [State.PUBLISHED]


async def test_all_of_a_feed_is_dismissed_once_it_was_asked_about(cvetka: Phone, feed: Feed) -> None:
    many = [read(str(number), title_sl=f"Razpis {number}", link=f"https://a.si/{number}") for number in range(8)]
    await finds(cvetka.db, feed, *many)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Razpisi", "Predlogi (8)")
    assert "Stran 1 od 2." in cvetka.reads
    await cvetka.taps("Naprej", "Zavrnitev vseh")
    assert "Zavrnitev vseh predlogov iz vira »Razpisi«" in cvetka.reads
    await cvetka.taps("Zavrnitev vseh")
    assert cvetka.reads.startswith("8 predlogov je zavrnjenih.")
    assert "Ničesar ni, kar bi čakalo na odločitev." in cvetka.reads


async def test_a_suggestion_is_edited_in_the_conversation_of_calls(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", END))
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "Javni razpis", "Uredi")
    assert "Javni razpis za digitalizacijo knjižnic 2027" in cvetka.reads
    await cvetka.taps("Predogled", "Objava")
    (entry,) = await entries(cvetka)
    assert entry.state is State.PUBLISHED
    assert entry.call is not None
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Razpisi")
    assert "Na odločitev" not in cvetka.reads


async def test_another_call_that_is_being_written_is_not_thrown_away_unasked(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", END))
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Nov razpis")
    await cvetka.says("Moj razpis")
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "Javni razpis", "Uredi")
    assert "Vnos drugega razpisa še ni končan." in cvetka.reads
    await cvetka.taps("Začni znova")
    assert "Javni razpis za digitalizacijo knjižnic 2027" in cvetka.reads


async def test_a_change_of_a_published_call_is_shown_old_and_new_and_taken_over(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", END))
    await _follows(cvetka)
    await sample.published(cvetka.db, (await entries(cvetka))[0], (await me(cvetka)).id)
    await finds(cvetka.db, feed, read("1", LATER, amount=5000, title_sl="Podaljšan razpis"), now=NOW + HOUR)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "↻ Podaljšan")
    assert cvetka.reads.splitlines() == [
        "Javni razpis za digitalizacijo knjižnic 2027", "↻ Zapis v viru »Razpisi« je drugačen, kot je bil:", "",
        "🗓 Oddaja prijave: četrtek, 15.\u00a0aprila, do 12.00 → sobota, 15.\u00a0maja, do konca dneva",
        "• Naslov: Javni razpis za digitalizacijo knjižnic 2027 → Podaljšan razpis",
        "💶 ni naveden → do 5.000\u00a0EUR", "", "📣 V desetih minutah izve 1 oseba.",
    ]  # fmt: skip
    await cvetka.taps("Sprejmi spremembo")
    assert cvetka.reads.startswith("Razpis »Podaljšan razpis« je spremenjen.\nKdor se zanaša na staro, izve")
    (entry,) = await entries(cvetka)
    assert entry.call is not None
    call = await cvetka.db.read(call_books.find, entry.call)
    assert call is not None
    assert (call.version, call.details.amount, call.deadlines[0].when) == (2, 5000, LATER)


async def test_a_change_on_which_nobody_relies_is_said_to_tell_nobody(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", END))
    await _follows(cvetka)
    await sample.published(cvetka.db, (await entries(cvetka))[0], (await me(cvetka)).id)
    await finds(cvetka.db, feed, read("1", END, title_sl="Drug naslov"), now=NOW + HOUR)
    await cvetka.says("/urad")
    quietly = "Na to se ne zanaša nihče, zato obvestila ne prejme nihče."
    assert (await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "↻")).endswith(quietly)
    assert f"je spremenjen.\n{quietly}" in await cvetka.taps("Sprejmi spremembo")


async def test_a_suggestion_that_is_over_by_now_is_said_to_tell_nobody(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", END))
    await _follows(cvetka)
    cvetka.now = NOW + timedelta(days=90)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "Javni razpis")
    over = "🏁 Zadnji rok je že minil: razpis je le za evidenco, obvestila ne prejme nihče."
    assert cvetka.reads.endswith(over)
    assert f"je objavljen.\n{over}" in await cvetka.taps("Objava")


async def test_many_deadlines_of_an_entry_fit_a_message_and_their_number_is_said(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", *(When(END.day + timedelta(days=day)) for day in range(90))))
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "Javni razpis")
    assert "in še 84 rokov" in cvetka.reads
    assert "Tega predloga še ni mogoče objaviti." in await cvetka.taps("Objava")
    await cvetka.taps("Uredi")
    assert "⚠️ Rokov je preveč." in cvetka.reads
    assert len(cvetka.reads) < 2000


async def test_many_deadlines_that_move_fit_a_message(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", *(When(END.day + timedelta(days=day)) for day in range(20))))
    await sample.published(cvetka.db, (await entries(cvetka))[0], (await me(cvetka)).id)
    later = (When(END.day + timedelta(days=day)) for day in range(100, 120))
    await finds(cvetka.db, feed, read("1", *later), now=NOW + HOUR)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "↻")
    assert cvetka.reads.count("🗓") == 6
    assert "• in še 14 sprememb" in cvetka.reads
    await cvetka.taps("Sprejmi spremembo")
    assert "je spremenjen" in cvetka.reads


async def test_a_change_can_be_ignored(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, read("1", END))
    call = await sample.published(cvetka.db, (await entries(cvetka))[0], (await me(cvetka)).id)
    await finds(cvetka.db, feed, read("1", LATER), now=NOW + HOUR)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Predlogi (1)", "↻", "Prezri")
    assert cvetka.reads.startswith("Razpis ostane, kot je.")
    assert await cvetka.db.read(call_books.find, call.id) == call


async def test_the_card_of_a_feed_says_how_it_is(cvetka: Phone, feed: Feed) -> None:
    await look(cvetka.db, feed, Unchanged(feed.source), NOW - HOUR)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Razpisi")
    assert "🕑 Zadnji pregled: danes ob 9.00" in cvetka.reads
    await look(cvetka.db, feed, Failed(Trouble.STATUS, 500), NOW)
    await cvetka.taps("Nazaj")
    await cvetka.taps("⚠ Razpisi")
    assert "⚠ Vira ni mogoče prebrati: strežnik odgovarja z napako 500. Poskusi se nadaljujejo." in cvetka.reads
    await look(cvetka.db, feed, Failed(Trouble.GONE, 410), NOW)
    await cvetka.taps("Nazaj")
    await cvetka.taps("⚠ Razpisi")
    assert "Poskusi so ustavljeni." in cvetka.reads
    await cvetka.taps("Preglej zdaj")
    assert "bo pregledan v nekaj sekundah" in cvetka.reads


async def test_a_feed_is_removed_once_it_was_asked_about(cvetka: Phone, feed: Feed) -> None:
    await finds(cvetka.db, feed, OTHER)
    await cvetka.says("/urad")
    await cvetka.taps("Razpisi", "Viri", "Razpisi", "Odstranitev")
    assert "Z njim izgine 1 predlog." in cvetka.reads
    assert await cvetka.db.read(reading.listed) != []
    await cvetka.taps("Odstranitev")
    assert await cvetka.db.read(reading.listed) == []
    await cvetka.taps("Nazaj")
    assert "Virov še ni" in cvetka.reads


@pytest.mark.parametrize("language", ["sl", "en"])
async def test_word_of_trouble_and_its_end(cvetka: Phone, feed: Feed, language: str) -> None:
    say, number = TEXTS.say(language), (await me(cvetka)).id
    for hour in range(3):
        await look(cvetka.db, feed, Failed(Trouble.SLOW), NOW + timedelta(hours=hour))
    told = await cvetka.db.read(PUSHES[notices.TROUBLE].load, number, {"feed": feed.id}, NOW)
    shown = PUSHES[notices.TROUBLE].show(told, say, NOW)
    assert ("prepočasi" if language == "sl" else "slowly") in shown.text  # type: ignore[union-attr]
    await look(cvetka.db, feed, Unchanged(feed.source), NOW + timedelta(hours=4))
    assert await cvetka.db.read(PUSHES[notices.TROUBLE].load, number, {"feed": feed.id}, NOW) is None
    works = await cvetka.db.read(PUSHES[notices.WORKS].load, number, {"feed": feed.id}, NOW)
    assert "Razpisi" in PUSHES[notices.WORKS].show(works, say, NOW).text  # type: ignore[union-attr]
