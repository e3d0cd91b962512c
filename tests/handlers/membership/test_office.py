"""What the office does with members."""

from dataclasses import fields
from typing import Any

import pytest

from handlers.membership import FEATURE, ROUTES, invites, staff
from handlers.routes import TapRoute
from storage import sending
from storage.database import Database
from storage.membership.libraries import import_libraries
from storage.people import Role
from tests.handlers.phone import NOW, TEXTS, Phone
from tests.storage.membership.association import SECRET, invite, put
from tests.storage.membership.test_libraries import FILE


async def test_a_delegate_is_confirmed_from_the_message(association: Database, cvetka: Phone, ana: Phone) -> None:
    await invite(association, "p", Role.DELEGATE)
    await ana.says("/start i_p")
    await ana.taps("Pridružim se")
    (message,) = await association.transact(sending.claim, NOW, 10)
    assert FEATURE.pushes is not None
    assert message.to.person_id is not None
    push = FEATURE.pushes[message.kind]
    facts = await association.read(push.load, message.to.person_id, message.args, NOW)
    shown = push.show(facts, TEXTS.say("sl"), NOW)
    assert "Na potrditev čaka: Ana, predstavnik/ca" in str(shown)
    confirm = shown.keys[0][0].press.pack()  # type: ignore[union-attr] # the message has buttons
    assert "Velja: Ana – predstavnik/ca, Mestna knjižnica Kranj" in await cvetka.forges(confirm)
    assert "tako že velja" in await cvetka.forges(confirm)
    (told,) = await association.transact(sending.claim, NOW, 10)
    assert told.to.person_id is not None
    push = FEATURE.pushes[told.kind]
    facts = await association.read(push.load, told.to.person_id, told.args, NOW)
    assert "Vloga »predstavnik/ca« je potrjena" in str(push.show(facts, TEXTS.say("sl"), NOW))


async def test_a_second_delegate_is_not_confirmed_and_the_first_is_named(association: Database, cvetka: Phone) -> None:
    await put(association, 1, Role.DELEGATE, name="Bojan")
    await put(association, 2, wanted=Role.DELEGATE, name="Ana")
    assert "1 oseba čaka na potrditev vloge" in await cvetka.says("/start")
    await cvetka.says("/office")
    await cvetka.taps("Potrditve", "Ana", "Potrditev")
    assert "že ima osebo z vlogo »predstavnik/ca«: Bojan" in cvetka.sees
    await cvetka.taps("Bojan", "Vloga", "Knjižničar/ka")
    assert "Velja: Bojan – knjižničar/ka" in cvetka.sees
    await cvetka.taps("Nazaj", "⏳ Ana", "Potrditev")
    assert "Velja: Ana – predstavnik/ca" in cvetka.sees


async def test_members_by_library_in_pages(association: Database, cvetka: Phone) -> None:
    await association.transact(import_libraries, FILE.read_bytes(), NOW)
    await put(association, 1, name="Ana")
    await cvetka.says("/urad")
    assert "58 knjižnic" in await cvetka.taps("Članice")
    assert "1 oseba" in cvetka.sees
    assert "Stran 2 od 8" in await cvetka.taps("Naprej")
    assert "Stran 1 od 8" in await cvetka.taps("Prej")
    assert "Stran 8 od 8" in await cvetka.forges("mol:999")
    card = await cvetka.forges("mob:1:0")
    assert "Mestna knjižnica Kranj" in card
    assert "Predstavnik/ca: še nihče" in card
    assert "Ana" in await cvetka.taps("Ana")


async def test_back_from_a_library_leads_to_its_page_of_the_list(association: Database, cvetka: Phone) -> None:
    await association.transact(import_libraries, FILE.read_bytes(), NOW)
    await cvetka.says("/urad")
    await cvetka.taps("Članice", "Naprej", "Naprej")
    listed = list(cvetka.keys)
    for library in (listed[0], listed[7]):
        await cvetka.taps(library, "Nazaj")
        assert "Stran 3 od 8" in cvetka.sees
        assert list(cvetka.keys) == listed


async def test_the_number_of_people_stays_on_the_line_of_its_dot(association: Database, cvetka: Phone) -> None:
    await put(association, 1, name="Ana")
    await cvetka.says("/urad")
    await cvetka.taps("Članice")
    assert "Mestna knjižnica Kranj ·\u00a01" in cvetka.keys


async def test_a_librarys_kind_is_said_in_the_readers_language_and_an_unknown_one_as_it_is(
    association: Database, cvetka: Phone
) -> None:
    content = "code,name,town,kind\nbled,Knjižnica Bled,Bled,bralni vrt\n"
    await association.transact(import_libraries, content.encode(), NOW)
    assert "Kranj, osrednja območna" in await cvetka.forges("mob:1:0")
    await cvetka.forges("msl:en")
    assert "Kranj, central regional library" in await cvetka.forges("mob:1:0")
    assert "Krško, public library" in await cvetka.forges("mob:2:0")
    assert "Bled, bralni vrt" in await cvetka.forges("mob:3:0")


async def test_everybody_who_waits_is_reached_page_by_page(association: Database, cvetka: Phone) -> None:
    names = [f"Oseba {number:02}" for number in range(30)]
    for number, name in enumerate(names):
        await put(association, 100 + number, wanted=Role.DELEGATE, name=name)
    await cvetka.says("/urad")
    await cvetka.taps("Potrditve")
    assert "30 oseb čaka" in cvetka.sees
    seen = [key for key in cvetka.keys if key.startswith("Oseba")]
    while "Naprej" in cvetka.keys:
        await cvetka.taps("Naprej")
        seen += [key for key in cvetka.keys if key.startswith("Oseba")]
    assert [key.split(" · ")[0] for key in seen] == names
    assert "Oseba 29" in await cvetka.taps("Oseba 29")


async def test_finding_by_typing(association: Database, cvetka: Phone) -> None:
    await put(association, 1, name="Ana")
    await cvetka.says("/urad")
    assert "Koga ali kaj iščete?" in await cvetka.taps("Iskanje")
    assert "Najdeno za »mestna kr«" in await cvetka.says("mestna kr")
    assert list(cvetka.keys) == ["Mestna knjižnica Kranj", "Ana · Kranj", "Nazaj"]
    assert "ni zadetkov" in await cvetka.says("<b>xyz & qwerty")
    assert "&lt;b&gt;xyz &amp; qwerty" in cvetka.sees
    await cvetka.says("krsko")
    assert "Valvasorjeva knjižnica Krško" in await cvetka.taps("Valvasorjeva")


async def test_a_library_for_an_invite_is_found_by_typing_at_once(association: Database, cvetka: Phone) -> None:
    await cvetka.says("/urad")
    await cvetka.taps("Iskanje", "Nazaj", "Vabila", "Novo vabilo", "Namestnik/ca")
    await cvetka.says("krsko")
    assert "Koliko oseb ga lahko uporabi?" in await cvetka.taps("Valvasorjeva")


async def test_a_person_moves_to_another_library(association: Database, cvetka: Phone, ana: Phone) -> None:
    await put(association, 1, Role.DEPUTY, name="Ana")
    await cvetka.says("/urad")
    await cvetka.taps("Iskanje")
    await cvetka.says("ana")
    await cvetka.taps("Ana", "Druga knjižnica")
    await cvetka.says("krsko")
    assert "Sedanja vloga »namestnik/ca« preneha." in await cvetka.taps("Valvasorjeva")
    assert "Velja: Ana – knjižničar/ka, Valvasorjeva knjižnica Krško" in await cvetka.taps("Premestitev")


async def test_whoever_is_removed_loses_their_rights_at_the_next_tap(
    association: Database, cvetka: Phone, ana: Phone
) -> None:
    await put(association, 1, name="Ana")
    await ana.says("/nastavitve")
    await cvetka.says("/urad")
    await cvetka.taps("Članice", "Mestna knjižnica Kranj", "Ana", "Odstranitev")
    assert "Pravice prenehajo takoj" in cvetka.sees
    assert "odstranjena" in await cvetka.taps("Odstranitev")
    assert "Za vabilo prosite" in await ana.taps("Moji podatki")
    assert "ni več" in await cvetka.forges("mpx:99:1")


async def test_whoever_is_removed_from_the_office_loses_its_menu(
    association: Database, darja: Phone, cvetka: Phone
) -> None:
    await cvetka.says("/start")
    assert "urad" in cvetka.bot.menu
    me = await cvetka.me()
    assert me is not None
    await darja.forges(f"mpx:{me.id}:1")
    assert "Za vabilo prosite" in await cvetka.says("/start")
    assert "urad" not in cvetka.bot.menu


async def test_admins_appoint_staff_and_are_asked_first(association: Database, darja: Phone, ana: Phone) -> None:
    await put(association, 1, name="Ana")
    await darja.says("/urad")
    await darja.taps("Iskanje")
    await darja.says("ana")
    await darja.taps("Ana", "Vloga", "Strokovna služba")
    assert "Ta vloga ureja dogodke in članice" in darja.sees
    assert "Velja: Ana – strokovna služba združenja" in await darja.taps("Strokovna služba")
    assert "Urad" in await ana.says("/urad")
    await darja.taps("Druga knjižnica")
    await darja.says("krsko")
    await darja.taps("Valvasorjeva", "Premestitev")
    assert "ne omogoča" in await ana.says("/urad")


async def test_the_last_admin_is_neither_removed_nor_demoted(darja: Phone) -> None:
    me = await darja.me()
    assert me is not None
    assert "edina oseba" in await darja.forges(f"mpx:{me.id}:1")
    assert "edina oseba" in await darja.forges(f"mpg:{me.id}:staff:1")


async def test_an_admin_who_leaves_the_office_by_themselves_gets_another_menu(
    association: Database, darja: Phone
) -> None:
    await put(association, 92, Role.ADMIN, name="Ema")
    me = await darja.me()
    assert me is not None
    await darja.says("/start")
    assert "urad" in darja.bot.menu
    assert "Velja: Darja – knjižničar/ka" in await darja.forges(f"mpm:{me.id}:1:1")
    assert "moje" in darja.bot.menu
    assert "urad" not in darja.bot.menu


async def test_staff_get_no_buttons_for_the_office_and_forged_ones_are_refused(
    association: Database, cvetka: Phone, darja: Phone, ana: Phone
) -> None:
    admin = await darja.me()
    me = await cvetka.me()
    librarian = await put(association, 1, name="Ana")
    assert admin is not None
    assert me is not None
    await cvetka.forges(f"mop:{admin.id}")
    assert list(cvetka.keys) == ["Nazaj"]
    await cvetka.forges("min:0")
    assert list(cvetka.keys) == ["Knjižničar/ka", "Namestnik/ca", "Predstavnik/ca", "Nazaj"]
    forged = [f"mpx:{admin.id}:1", f"mpg:{librarian.id}:admin:1", f"mpg:{me.id}:admin:1", f"mim:admin:0:1:7:{SECRET}"]
    for data in forged:
        assert "ne omogoča" in await cvetka.forges(data)
    assert await darja.me() == admin
    assert await cvetka.me() == me


STAFF_ROUTES: list[TapRoute[Any]] = [*staff.ROUTES, *invites.ROUTES]
EXAMPLE = {
    "page": "0", "library_id": "1", "person_id": "1", "invite_id": "1", "role": "librarian", "uses": "1", "days": "7",
    "sure": "1", "secret": SECRET,
}  # fmt: skip


@pytest.mark.parametrize("role", [None, Role.LIBRARIAN, Role.DEPUTY, Role.DELEGATE])
async def test_nobody_but_the_office_gets_anywhere_with_its_buttons(
    association: Database, ana: Phone, role: Role | None
) -> None:
    bojan = await put(association, 2, Role.DEPUTY, name="Bojan")
    if role:
        await put(association, 1, role)
    for route in STAFF_ROUTES:
        data = ":".join([route.button.tag, *(EXAMPLE[field.name] for field in fields(route.button))])
        assert ("ne omogoča" if role else "Za vabilo prosite") in await ana.forges(data), route.name
    assert await Phone(association, 2).me() == bojan


def test_every_route_but_those_for_joining_asks_for_a_role() -> None:
    assert [route.name for route in ROUTES if route.may is None] == ["/start i_", "Join", "NotNow"]
