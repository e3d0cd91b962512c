"""A seat goes to a colleague, as both of them, and the delegate, see it."""

import pytest

from storage.database import Database
from storage.events import publishing
from storage.events.questions import Question
from storage.events.rules import Event
from storage.people import Role
from tests.handlers.events.test_member import person_id, speak_english
from tests.handlers.events.test_seats import DAY, opens
from tests.handlers.phone import Phone
from tests.handlers.post import deliver
from tests.storage.events.sample import NOW, publish
from tests.storage.membership.association import KRANJ, put


@pytest.fixture
async def eva(association: Database) -> Phone:
    """A colleague of Ana's."""
    await put(association, 5, name="Eva")
    return Phone(association, 5, "Eva")


@pytest.fixture
async def delegate(association: Database) -> Phone:
    """Who speaks for the library in Kranj."""
    await put(association, 6, Role.DELEGATE, KRANJ, name="Darja")
    return Phone(association, 6, "Darja")


@pytest.fixture
async def full(association: Database, ana: Phone, bojan: Phone) -> Event:
    """An event with one seat, which is Ana's, and Bojan of another library waiting for one."""
    event = await publish(association, capacity=1)
    for phone in (ana, bojan):
        await opens(phone, event)
        await phone.taps("Prijava" if phone is ana else "V vrsto")
    return event


async def test_from_one_colleague_to_the_other(
    association: Database, ana: Phone, bojan: Phone, eva: Phone, full: Event
) -> None:
    await opens(ana, full)
    assert "Mesto je vaše, dokler ga ne sprejme." in await ana.taps("Zamenjava")
    assert list(ana.keys) == ["Eva", "Nazaj"]
    assert await ana.taps("Eva") == (
        "<b>Mesto ponujate: Eva</b>\nČas za odgovor ima do jutri, 20.00; dokler mesta ne sprejme, je vaše in si lahko "
        "premislite. Čakalna vrsta se ne spremeni."
    )
    assert (await ana.taps("Ponudim")).startswith("Mesto je ponujeno: Eva, čas za odgovor do jutri, 20.00.")
    assert "🔁 Mesto je ponujeno: Eva" in await opens(ana, full)
    assert "Obdržim mesto" in ana.keys
    heard = await deliver(association, NOW, ana, bojan, eva)
    assert heard == {"Ana": [], "Bojan": [], "Eva": [(
        "Delavnica: Lokalna zbirka na spletu\nSreda, 12. maj 2027, ob 9.30, Maribor.\n"
        "🔁 Ana vam prepušča mesto. Vaše je, če ga sprejmete do jutri, 20.00."
    )]}  # fmt: skip
    assert list(eva.keys) == ["Sprejmem", "Ne, hvala", "Dogodek"]
    assert "🎟 1 mesto čaka na vaš odgovor" in await eva.says("/moje")
    await eva.taps("🎟 12. 5.")
    assert (await eva.taps("Sprejmem")).startswith("Imate mesto.")
    heard = await deliver(association, NOW, ana, bojan, eva)
    assert [name for name, said in heard.items() if said] == ["Ana"]
    assert "🔁 Mesto, ki je bilo vaše, ima zdaj Eva. Hvala" in heard["Ana"][0]
    assert "✅ Imate mesto." not in await opens(ana, full)
    assert "V čakalni vrsti ste prvi;" in await opens(bojan, full)


async def test_the_seat_is_kept_before_it_is_taken(association: Database, ana: Phone, eva: Phone, full: Event) -> None:
    await opens(ana, full)
    await ana.taps("Zamenjava", "Eva", "Ponudim")
    await deliver(association, NOW, eva)
    await opens(ana, full)
    assert (await ana.taps("Obdržim mesto")).startswith("Ponudba je umaknjena, mesto ostane.")
    assert (await eva.taps("Sprejmem")).startswith("Ponudba mesta je umaknjena.")
    assert "Ponudba mesta je umaknjena." in (await deliver(association, NOW, eva))["Eva"][0]
    assert "✅ Imate mesto." in await opens(ana, full)


async def test_a_refusal_goes_back_to_whose_the_seat_is(
    association: Database, ana: Phone, eva: Phone, full: Event
) -> None:
    await opens(ana, full)
    await ana.taps("Zamenjava", "Eva", "Ponudim")
    await deliver(association, NOW, eva)
    assert (await eva.taps("Ne, hvala")).startswith("Mesto ostane, čigar je bilo.")
    assert "Eva mesta ne more prevzeti; še vedno je vaše." in (await deliver(association, NOW, ana))["Ana"][0]


async def test_silence_leaves_the_seat_where_it_is(association: Database, ana: Phone, eva: Phone, full: Event) -> None:
    await opens(ana, full)
    await ana.taps("Zamenjava", "Eva", "Ponudim")
    await deliver(association, NOW, eva)
    assert "Odgovora ni bilo: Eva." in (await deliver(association, NOW + 3 * DAY, ana, eva))["Ana"][0]
    assert (await eva.taps("Sprejmem")).startswith("Čas za odgovor je potekel")


async def test_the_delegate_gives_a_seat_of_the_library_and_whose_it_was_is_told(
    association: Database, ana: Phone, eva: Phone, delegate: Phone, full: Event
) -> None:
    await opens(delegate, full)
    assert "Vaša knjižnica ima 1 mesto." in await delegate.taps("Naša mesta")
    assert "Kdo naj dobi mesto namesto: Ana?" in await delegate.taps("Ana")
    assert "<b>Zamenjava: Ana → Eva</b>" in await delegate.taps("Eva")
    await delegate.taps("Ponudim")
    await opens(delegate, full)
    assert "🔁 Mesto je ponujeno: Eva" in await delegate.taps("Naša mesta", "Ana")
    assert "Umik ponudbe" in delegate.keys
    asked = await deliver(association, NOW, eva)
    assert "🔁 Knjižnica vam ponuja mesto, ki ga ima zdaj Ana. Vaše je, če ga sprejmete" in asked["Eva"][0]
    await eva.taps("Sprejmem")
    heard = await deliver(association, NOW, ana, delegate)
    assert "🔁 Vaše mesto ima zdaj Eva. Zamenjavo je uredila vaša knjižnica." in heard["Ana"][0]
    assert "🔁 Zamenjava je opravljena: Ana → Eva." in heard["Darja"][0]


async def test_once_it_stays_where_it_is_it_can_be_given_to_another(
    association: Database, ana: Phone, eva: Phone, delegate: Phone, full: Event
) -> None:
    await opens(ana, full)
    await ana.taps("Zamenjava", "Eva", "Ponudim", "Nazaj", "Obdržim mesto")
    assert "Zamenjava" in ana.keys
    await opens(delegate, full)
    await delegate.taps("Naša mesta", "Ana", "Eva", "Ponudim", "Nazaj", "Naša mesta", "Ana", "Umik ponudbe")
    assert "Naša mesta" in delegate.keys


async def test_whoever_waits_is_told_that_the_place_goes(
    association: Database, ana: Phone, eva: Phone, full: Event
) -> None:
    await opens(eva, full)
    await eva.taps("V vrsto")
    await opens(ana, full)
    await ana.taps("Zamenjava", "Eva", "Ponudim")
    await deliver(association, NOW, eva)
    assert (await eva.taps("Sprejmem")).startswith("Vaše mesto v čakalni vrsti je s tem sproščeno.\nImate mesto.")


async def test_the_colleague_answers_the_questions(association: Database, ana: Phone, eva: Phone) -> None:
    event = await publish(association, questions=(Question("1", "Kaj boste jedli?"),))
    await opens(ana, event)
    await ana.taps("Prijava")
    await ana.says("Vse")
    await ana.taps("Prijava")
    await opens(ana, event)
    await ana.taps("Zamenjava", "Eva", "Ponudim")
    await deliver(association, NOW, eva)
    assert "Kaj boste jedli?" in await eva.taps("Sprejmem")
    assert "Mesto dobite, ko ga sprejmete." in await eva.says("Brez mesa")
    assert (await eva.taps("Sprejmem")).startswith("Imate mesto.")


async def test_without_colleagues_there_is_nobody_to_give_it_to(ana: Phone, full: Event) -> None:
    await opens(ana, full)
    assert "ni nikogar, ki bi mu mesto lahko prepustili" in await ana.taps("Zamenjava")


async def test_a_forged_button_gives_no_seat_of_others(
    association: Database, ana: Phone, bojan: Phone, eva: Phone, full: Event
) -> None:
    eva_id = await person_id(eva)
    for phone in (bojan, eva):
        for forged in ("sg:1:0", f"sgt:1:{eva_id}:0", f"sgt:1:{eva_id}:1"):
            assert (await phone.forges(forged)).startswith("Tega mesta ni več mogoče prepustiti ali prevzeti.")
    await opens(ana, full)
    await ana.taps("Zamenjava", "Eva", "Ponudim")
    for forged in ("sgy:1", "sgn:1", "sgk:1"):
        assert (await bojan.forges(forged)).startswith("Tega mesta ni več mogoče prepustiti ali prevzeti.")
    assert "🔁 Mesto je ponujeno: Eva" in await opens(ana, full)


async def test_after_the_event_is_off_the_swap_is_too(
    association: Database, ana: Phone, eva: Phone, cvetka: Phone, full: Event
) -> None:
    await opens(ana, full)
    await ana.taps("Zamenjava", "Eva", "Ponudim")
    await association.transact(publishing.cancel_event, full.id, await person_id(cvetka), NOW)
    assert await deliver(association, NOW, eva) == {"Eva": []}
    assert "Dogodek je odpovedan." in await eva.forges("sgy:1")


async def test_in_english(association: Database, ana: Phone, eva: Phone, full: Event) -> None:
    await association.transact(speak_english, 1)
    await association.transact(speak_english, 5)
    await ana.says(f"/start e_{full.id}")
    await ana.taps("Swap")
    assert "They can answer until 20:00 tomorrow;" in await ana.taps("Eva")
    await ana.taps("Offer it")
    heard = await deliver(association, NOW, eva)
    assert "🔁 Ana is handing you a seat. It is yours if you accept it until 20:00 tomorrow." in heard["Eva"][0]
