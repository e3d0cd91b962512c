"""The waiting list, offers, late cancelling and series, as members live through them."""

from datetime import timedelta

from storage.database import Database
from storage.events import publishing
from storage.events.publishing import Published
from storage.events.rules import Event, Lead
from tests.handlers.events.test_member import person_id, speak_english
from tests.handlers.phone import Phone
from tests.handlers.post import deliver
from tests.storage.events.sample import NOW, START, publish, workshop
from tests.storage.membership.association import put

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


async def phones(books: Database, count: int) -> list[Phone]:
    """So many librarians of Kranj."""
    made = []
    for number in range(count):
        await put(books, 200 + number, name=f"Oseba {number}")
        made.append(Phone(books, 200 + number, f"Oseba {number}"))
    return made


async def opens(phone: Phone, event: Event) -> str:
    """Open an event by its link."""
    return await phone.says(f"/start e_{event.id}")


async def test_from_the_waiting_list_to_a_seat(association: Database, ana: Phone, bojan: Phone) -> None:
    event = await publish(association, capacity=1)
    await opens(bojan, event)
    await bojan.taps("Prijava")
    assert "Vsa mesta so zasedena." in await opens(ana, event)
    assert (await ana.taps("V vrsto")).startswith("Vsa mesta so zasedena. V čakalni vrsti ste prvi;")
    assert "⏳ Ste v 1 čakalni vrsti" in await ana.says("/start")
    await ana.says("/moje")
    assert "⏳ V čakalni vrsti ste prvi; ko se mesto sprosti, vam ga ponudimo." in await ana.taps("⏳ 12. 5.")
    await bojan.taps("Odpoved", "Odpoved")
    heard = await deliver(association, NOW, ana, bojan)
    assert heard == {"Bojan": [], "Ana": [(
        "🎟 Prosto mesto za vas: »Delavnica: Lokalna zbirka na spletu«\n"
        "Sreda, 12. maj 2027, ob 9.30, Maribor.\n"
        "🎟 Mesto je vaše do jutri, 20.00. Do takrat ga sprejmite ali prepustite naslednjim."
    )]}  # fmt: skip
    assert list(ana.keys) == ["Sprejmem", "Ne, hvala", "Dogodek"]
    assert "🎟 1 mesto čaka na vaš odgovor" in await ana.says("/start")
    await ana.says("/moje")
    await ana.taps("🎟 12. 5.")
    assert (await ana.taps("Sprejmem")).startswith("Imate mesto. Opomnili vas bomo")
    assert "V čakalni vrsti ste" not in await opens(ana, event)


async def test_an_offer_is_refused_once_it_was_asked_about_and_taken_back(
    association: Database, ana: Phone, bojan: Phone
) -> None:
    event = await publish(association, capacity=1)
    await opens(bojan, event)
    await bojan.taps("Prijava")
    await opens(ana, event)
    await ana.taps("V vrsto")
    await opens(bojan, event)
    await bojan.taps("Odpoved", "Odpoved")
    await opens(ana, event)
    assert "takoj ponudimo naslednjim. Premislite si lahko do jutri, 20.00." in await ana.taps("Ne, hvala")
    assert list(ana.keys) == ["Prepustim mesto", "Sprejmem"]
    assert (await ana.taps("Prepustim mesto")).startswith("Mesto ste prepustili naslednjim.")
    assert "Premislite si lahko do jutri, 20.00." in await opens(ana, event)
    again = await ana.taps("Premislim si")
    assert "Spet čakate" not in again
    assert "Mesto je vaše do jutri, 20.00." in again  # there is nobody else, so it is offered again
    assert list(ana.keys)[:2] == ["Sprejmem", "Ne, hvala"]
    assert await deliver(association, NOW, ana) == {"Ana": []}
    ana.now = NOW + 3 * DAY
    assert (await ana.forges(f"sw:{event.id}")).startswith("Ta ponudba ne velja več.")


async def test_whoever_takes_a_refusal_back_waits_at_the_old_place(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await publish(association, capacity=1)
    for phone in (bojan, ana, cvetka):
        await opens(phone, event)
        await phone.taps("Prijava" if phone is bojan else "V vrsto")
    await opens(bojan, event)
    await bojan.taps("Odpoved", "Odpoved")
    await opens(ana, event)
    await ana.taps("Ne, hvala", "Prepustim mesto")
    assert (await ana.taps("Premislim si")).startswith("Spet čakate na svojem starem mestu v vrsti.")
    assert "V čakalni vrsti ste prvi;" in ana.sees


async def test_an_offer_that_nobody_answers_ends_and_says_how_to_wait_again(
    association: Database, ana: Phone, bojan: Phone
) -> None:
    event = await publish(association, capacity=1)
    for phone in (bojan, ana):
        await opens(phone, event)
        await phone.taps("Prijava" if phone is bojan else "V vrsto")
    await opens(bojan, event)
    await bojan.taps("Odpoved", "Odpoved")
    await deliver(association, NOW, ana)
    heard = await deliver(association, NOW + 2 * DAY, ana)
    assert heard["Ana"][0].startswith("Ponudba mesta je potekla:")
    assert "Mesto je zdaj prosto." in heard["Ana"][0]
    assert list(ana.keys) == ["Prijava", "Dogodek"]
    assert (await ana.forges(f"sa:{event.id}")).startswith("Ta ponudba ne velja več. Mesto je zdaj prosto;")
    assert (await ana.taps("Prijava")).startswith("Imate mesto.")


async def test_an_offer_that_has_ended_and_went_to_the_next_leaves_the_list(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await publish(association, capacity=1)
    for phone in (bojan, ana, cvetka):
        await opens(phone, event)
        await phone.taps("Prijava" if phone is bojan else "V vrsto")
    await opens(bojan, event)
    await bojan.taps("Odpoved", "Odpoved")
    await deliver(association, NOW, ana)
    heard = await deliver(association, NOW + 2 * DAY, ana)
    assert "Mesto smo ponudili naslednjemu v vrsti." in heard["Ana"][0]
    assert (await ana.forges(f"sa:{event.id}")).startswith("Ta ponudba ne velja več. Spet se lahko prijavite")
    assert (await ana.taps("V vrsto")).startswith("Vsa mesta so zasedena. V čakalni vrsti ste prvi;")


async def test_shortly_before_the_start_the_seat_is_for_the_first(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await publish(association, capacity=1)
    for phone in (cvetka, ana, bojan):
        await opens(phone, event)
        await phone.taps("Prijava" if phone is cvetka else "V vrsto")
    now = START - HOUR
    for phone in (ana, bojan, cvetka):
        phone.now = now
    await deliver(association, now - HOUR - timedelta(minutes=5), ana)
    cvetka.now = now
    await opens(cvetka, event)
    await cvetka.taps("Odpoved", "Odpoved")
    heard = await deliver(association, now, ana, bojan)
    assert [said[-1].splitlines()[0] for said in heard.values()] == [
        "🎟 Prosto mesto: »Delavnica: Lokalna zbirka na spletu«"
    ] * 2
    assert "Eno mesto je prosto: dobi ga, kdor ga prvi vzame." in await ana.taps("Dogodek")
    assert (await bojan.taps("Vzamem mesto")).startswith("Imate mesto.")
    late = "Do začetka je malo časa: če se mesto sprosti, ga dobi, kdor ga prvi vzame."
    taken = await ana.taps("Vzamem mesto")
    assert taken.startswith("Mesto je pravkar dobil nekdo drug. V čakalni vrsti ostanete.")
    assert taken.endswith(late)


async def test_whoever_joins_the_list_shortly_before_the_start_is_promised_no_offer(
    association: Database, ana: Phone, bojan: Phone
) -> None:
    event = await publish(association, capacity=1, closes_at=START)
    for phone in (bojan, ana):
        phone.now = START - HOUR
        await opens(phone, event)
        await phone.taps("Prijava" if phone is bojan else "V vrsto")
    assert ana.sees.startswith("Vsa mesta so zasedena, ste v čakalni vrsti. Do začetka je malo časa:")


async def test_a_library_with_all_its_seats_is_told_so(association: Database, ana: Phone, bojan: Phone) -> None:
    event = await publish(association, per_library=1)
    (other,) = await phones(association, 1)
    await opens(other, event)
    await other.taps("Prijava")
    seen = await opens(ana, event)
    assert seen.endswith("1 mesto vaše knjižnice je že oddano. Prijavite se lahko v čakalno vrsto.")
    assert "Prijava" not in ana.keys
    assert (await ana.taps("V vrsto")).startswith("Vaša knjižnica že ima vsa svoja mesta.")
    assert "prostih mest" in await opens(bojan, event)


async def test_registration_that_has_not_opened_says_when(association: Database, ana: Phone) -> None:
    event = await publish(association, opens_at=NOW + DAY)
    assert "Prijave se odprejo jutri ob 10.00. Mest je 30." in await opens(ana, event)
    assert "Prijava" not in ana.keys
    assert "Prijave se odprejo jutri ob 10.00." in await ana.forges(f"er:{event.id}")
    ana.now = NOW + DAY
    await opens(ana, event)
    assert (await ana.taps("Prijava")).startswith("Imate mesto.")


async def test_cancelling_is_free_until_a_moment_and_the_card_says_so(association: Database, ana: Phone) -> None:
    event = await publish(association, free_until=START - 2 * DAY)
    await opens(ana, event)
    assert "Odpoved brez razloga je mogoča do 10.\u00a0maja ob 9.30." in await ana.taps("Prijava")
    assert "Odpoved brez razloga je mogoča" in await opens(ana, event)
    assert (await ana.taps("Odpoved", "Odpoved")).startswith("Prijava je odpovedana, mesto lahko dobi kdo drug.")


async def test_cancelling_late_asks_for_a_reason_and_tells_the_office(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await publish(association, await person_id(cvetka), free_until=START - 2 * DAY)
    await opens(ana, event)
    await ana.taps("Prijava")
    ana.now = START - DAY
    assert "prosili vas bomo za razlog" in await opens(ana, event)
    assert "razlog sporočimo strokovni službi" in await ana.taps("Odpoved")
    assert list(ana.keys) == ["Bolezen", "Delo v knjižnici", "Težave s prevozom", "Nazaj"]
    assert "Razlog: bolezen" in await ana.taps("Bolezen")
    await ana.taps("Drug razlog")
    assert "Razlog: Zbolel mi je &lt;otrok&gt;" in await ana.says("Zbolel mi je <otrok>")
    assert (await ana.taps("Odpoved")).startswith("Prijava je odpovedana, strokovna služba je obveščena.")
    heard = await deliver(association, START - DAY, ana, cvetka)
    assert heard["Cvetka"] == [
        (
            "Pozna odpoved: »Delavnica: Lokalna zbirka na spletu«, jutri ob 9.30\n"
            "Ana, Mestna knjižnica Kranj\nRazlog: Zbolel mi je <otrok>"
        )
    ]
    assert "Dogodek" in cvetka.keys


async def test_a_reason_of_a_button_is_read_in_the_language_of_whoever_reads_it(
    association: Database, ana: Phone, cvetka: Phone
) -> None:
    event = await publish(association, await person_id(cvetka), free_until=START - 2 * DAY)
    await opens(ana, event)
    await ana.taps("Prijava")
    ana.now = START - DAY
    await opens(ana, event)
    await ana.taps("Odpoved", "Bolezen", "Odpoved")
    await association.transact(speak_english, 90)
    assert "Reason: illness" in (await deliver(association, START - DAY, cvetka))["Cvetka"][0]


async def test_without_a_reason_nobody_cancels_late(association: Database, ana: Phone) -> None:
    event = await publish(association, free_until=START - 2 * DAY)
    await opens(ana, event)
    await ana.taps("Prijava")
    ana.now = START - DAY
    assert "Zakaj ne morete priti?" in await ana.forges(f"ex:{event.id}:1")
    assert "Vse drugo je shranjeno." in await ana.says("x" * 201)
    assert "✅ Imate mesto." in await opens(ana, event)


async def test_leaving_the_list_is_asked_about_in_its_own_words(
    association: Database, ana: Phone, bojan: Phone
) -> None:
    event = await publish(association, capacity=1)
    for phone in (bojan, ana):
        await opens(phone, event)
        await phone.taps("Prijava" if phone is bojan else "V vrsto")
    await opens(ana, event)
    assert "Odpoved" not in ana.keys
    assert "Želite izstopiti iz vrste?" in await ana.taps("Iz vrste")
    assert (await ana.taps("Iz vrste")).startswith("Niste več v čakalni vrsti.")


async def test_all_dates_of_a_series_with_one_tap(association: Database, ana: Phone, bojan: Phone) -> None:
    done = await association.transact(
        publishing.publish, None, workshop(capacity=1), NOW, [START + 7 * DAY, START + 14 * DAY]
    )
    assert isinstance(done, Published)
    first, second, third = done.event, *done.others
    await opens(bojan, second)
    await bojan.taps("Prijava")
    await opens(ana, third)
    await ana.taps("Prijava")
    await opens(ana, first)
    assert await ana.taps("Prijava na vse (2)") == (
        "<b>Delavnica: Lokalna zbirka na spletu</b>\nVsi termini hkrati:\n"
        "• sreda, 12. maj 2027: imate mesto\n"
        "• sreda, 19. maj 2027: v čakalni vrsti ste 1.\n"
        "• sreda, 26. maj 2027: mesto ste že imeli"
    )
    assert "Prijava na vse" not in await opens(ana, first)
    await opens(bojan, second)
    assert "Še drugi termini (2)" in bojan.keys


async def test_the_position_is_an_ordinal_up_to_the_tenth(association: Database, ana: Phone) -> None:
    event = await publish(association, capacity=1)
    others = await phones(association, 11)
    for phone in others:
        await phone.forges(f"er:{event.id}")
    assert "V čakalni vrsti ste enajsti" not in await ana.forges(f"er:{event.id}")
    assert "V čakalni vrsti ste 11.;" in ana.sees
    assert "V čakalni vrsti ste deseti;" in await opens(others[10], event)
    assert "V čakalni vrsti ste tretji;" in await opens(others[3], event)
    await association.transact(speak_english, 203)
    assert "You are third in the waiting list;" in await opens(others[3], event)


async def test_only_the_leads_that_were_chosen_are_promised(association: Database, ana: Phone) -> None:
    event = await publish(association, leads=(Lead.MONTH, Lead.DAYS))
    await opens(ana, event)
    assert (await ana.taps("Prijava")).startswith("Imate mesto. Opomnili vas bomo mesec dni in tri dni prej.")


async def test_speakers_are_on_the_card_and_one_by_one_in_the_description(association: Database, ana: Phone) -> None:
    event = await publish(association, speakers=("dr. Neža Novak", "Jan <Kos>"))
    assert "🎤 dr. Neža Novak, Jan &lt;Kos&gt;" in await opens(ana, event)
    assert "🎤 Jan &lt;Kos&gt;\n" in await ana.taps("Opis")


async def test_a_change_is_told_with_what_was_and_what_is(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await publish(association, await person_id(cvetka), link="https://a.si/prej")
    await opens(ana, event)
    await ana.taps("Prijava")
    await opens(bojan, event)
    await bojan.taps("Prijava")
    await association.transact(speak_english, 2)
    moved = workshop(starts_at=START + DAY, ends_at=START + DAY + HOUR, place="Kranj", link="https://a.si/zdaj")
    await association.transact(publishing.change, event.id, 1, moved, await person_id(cvetka), NOW)
    heard = await deliver(association, NOW + timedelta(minutes=11), ana, bojan, cvetka)
    assert heard["Ana"] == [
        (
            "✏️ Sprememba: »Delavnica: Lokalna zbirka na spletu«\n"
            "🗓 četrtek, 13. maj 2027, 9.30–\u206010.30\nprej: sreda, 12. maj 2027, 9.30–\u206014.00\n"
            "📍 Kranj\nprej: Maribor\n"
            "🔗 Povezava je nova; kdor ima mesto, jo vidi na kartici dogodka.\n"
            "Ne morete priti? Odpovejte, da dobi mesto kdo drug."
        )
    ]
    assert list(ana.keys) == ["Odpoved", "V koledar", "Dogodek"]
    assert heard["Bojan"][0].startswith("✏️ Changed: “Workshop: Local collections online”\n🗓 Thursday, 13 May")
    assert "https://a.si/zdaj" in await ana.taps("Dogodek")
    assert "Would you like to cancel it?" in await bojan.taps("Cancel")


async def test_a_change_is_told_to_those_who_wait_without_the_words_for_seats(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    event = await publish(association, await person_id(cvetka), capacity=1)
    for phone, key in ((ana, "Prijava"), (bojan, "V vrsto")):
        await opens(phone, event)
        await phone.taps(key)
    moved = workshop(place="Kranj", capacity=1)
    await association.transact(publishing.change, event.id, 1, moved, await person_id(cvetka), NOW)
    heard = await deliver(association, NOW + timedelta(minutes=11), ana, bojan)
    assert [len(said) for said in heard.values()] == [1, 1]
    assert heard["Bojan"][0].endswith("prej: Maribor\nČe vam ne ustreza več, prijavo odpovejte.")
    assert list(bojan.keys) == ["Odpoved", "Dogodek"]
