"""A stranger becomes a member."""

import re
from datetime import timedelta

from storage.database import Database
from storage.people import Role
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRSKO, SECRET, invite, put


async def link_from(phone: Phone) -> str:
    """Return the payload of the link in the card that was just made."""
    found = re.search(r"https://t\.me/GlasnikBot\?start=([\w-]+)</code>", phone.sees)
    assert found is not None
    return found[1]


async def test_from_the_invite_to_the_home_card(cvetka: Phone, ana: Phone) -> None:
    await cvetka.says("/urad")
    await cvetka.taps("Vabila", "Novo vabilo", "Knjižničar/ka", "Mestna knjižnica Kranj", "5 oseb", "30 dni")
    assert "Namenjeno je 5 osebam. Velja 30 dni." in cvetka.sees
    poster = cvetka.bot.shown[1]
    assert poster["photo"].startswith(b"\x89PNG")
    assert poster["plain"].startswith("Mestna knjižnica Kranj\nDogodki, obravnave in razpisi Združenja")
    assert "Vabilo velja do 31.\u00a0marca." in poster["plain"]
    link = await link_from(cvetka)
    assert len(link) <= 64

    assert "Vabilo v Glasnik" in await ana.says(f"/start {link}")
    assert "knjižničar/ka, Mestna knjižnica Kranj" in ana.sees
    assert await ana.me() is None
    assert (await ana.taps("Pridružim se")).startswith("Dobrodošli, Ana!")
    assert "nastavitve" in ana.bot.menu
    assert "Mestna knjižnica Kranj" in await ana.taps("Domov")
    assert "nič ne spremeni" in await ana.says(f"/start {link}")


async def test_a_doubled_tap_makes_one_invite(association: Database, cvetka: Phone, ana: Phone) -> None:
    await cvetka.says("/urad")
    await cvetka.taps("Vabila", "Novo vabilo", "Knjižničar/ka", "Mestna knjižnica Kranj", "1 oseba")
    week, month = cvetka.keys["7 dni"], cvetka.keys["30 dni"]
    made = await cvetka.forges(week)
    link = await link_from(cvetka)
    for again in (week, month):
        assert await cvetka.forges(again) == made
    assert "Velja 1 vabilo." in await cvetka.taps("Vabila")
    await ana.says(f"/start {link}")
    await ana.taps("Pridružim se")
    assert "ne velja več" in await cvetka.forges(week)


async def test_nobody_takes_over_the_invite_of_another(cvetka: Phone, darja: Phone) -> None:
    data = f"mim:librarian:1:5:7:{SECRET}"
    assert "Vabilo je pripravljeno" in await cvetka.forges(data)
    assert "ne omogoča" in await darja.forges(data)
    assert "ne omogoča" in await cvetka.forges("mim:librarian:1:5:7:kratka")


async def test_not_now_changes_nothing(association: Database, ana: Phone) -> None:
    await invite(association, "skrivnost")
    await ana.says("/start i_skrivnost")
    assert "Nič se ni spremenilo" in await ana.taps("Ne zdaj")
    assert await ana.me() is None


async def test_each_link_that_does_not_hold_has_its_own_answer(association: Database, ana: Phone) -> None:
    staff = await put(association, 90, Role.STAFF)
    made = await invite(association, "enkratna", by=staff)
    assert "ne pripada nobenemu vabilu" in await ana.says("/start i_napačna")
    await ana.says("/start i_enkratna")
    ana.now += timedelta(days=8)
    assert "poteklo" in await ana.taps("Pridružim se")
    bojan = Phone(association, 2, "Bojan", "en")
    await bojan.says("/start i_enkratna")
    assert (await bojan.taps("Join")).startswith("Welcome, Bojan!")
    ana.now -= timedelta(days=8)
    assert "že uporabili vsi" in await ana.says("/start i_enkratna")
    cvetka = Phone(association, 90, "Cvetka")
    await invite(association, "preklicana", by=staff)
    await cvetka.says("/urad")
    assert (await cvetka.taps("Vabila", "knjižničar/ka", "Preklic vabila")).endswith("Nadaljujete?")
    await cvetka.taps("Preklic vabila")
    assert "preklicala" in await ana.says("/start i_preklicana")
    assert made.invite.id


async def test_too_many_tries_are_stopped(association: Database, ana: Phone) -> None:
    await invite(association, "prava")
    for number in range(10):
        await ana.says(f"/start i_napačna{number}")
    assert "Preveč poskusov" in await ana.says("/start i_prava")


async def test_whatever_stands_in_a_link_is_answered(ana: Phone) -> None:
    for payload in ("i_", "i_" + "x" * 62, "i_a:b:c", "i_💥", "i_ prazno"):
        assert "ne pripada nobenemu vabilu" in await ana.says(f"/start {payload}")


async def test_a_member_sees_what_another_librarys_invite_would_change(association: Database, ana: Phone) -> None:
    await put(association, 1, Role.DELEGATE)
    await invite(association, "krsko", library=KRSKO)
    card = await ana.says("/start i_krsko")
    assert "Zdaj: predstavnik/ca, Mestna knjižnica Kranj" in card
    assert "Po vabilu: knjižničar/ka, Valvasorjeva knjižnica Krško" in card
    assert "Vloga »predstavnik/ca« v dosedanji knjižnici preneha." in card
    await ana.taps("Pridružim se")
    me = await ana.me()
    assert me is not None
    assert (me.role, me.library) == (Role.LIBRARIAN, KRSKO)


async def test_a_delegate_hears_that_the_office_confirms(association: Database, ana: Phone) -> None:
    await invite(association, "predstavnik", Role.DELEGATE)
    assert "Vlogo potrdi strokovna služba" in await ana.says("/start i_predstavnik")
    assert "Odločitev vam sporočimo" in await ana.taps("Pridružim se")
    assert "Vloga »predstavnik/ca« čaka na potrditev" in await ana.taps("Domov")


async def test_strangers_get_a_polite_word_and_no_settings(ana: Phone) -> None:
    for text in ("/start", "/nastavitve", "/settings", "dober dan"):
        assert "Glasnik" in await ana.says(text)
        assert ana.keys == {}
