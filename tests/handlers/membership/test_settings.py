"""What people set for themselves."""

import json
from datetime import time

import pytest

from storage.database import Database
from storage.people import Role
from tests.handlers.phone import Phone
from tests.handlers.world import take_library
from tests.storage.membership.association import put


@pytest.fixture
async def member(association: Database, ana: Phone) -> Phone:
    """Ana, a librarian in Kranj."""
    await put(association, 1)
    return ana


async def test_the_language_changes_card_and_menu(member: Phone) -> None:
    assert "Jezik: slovenščina" in await member.says("/nastavitve")
    assert "Language: English" in await member.taps("English")
    assert "settings" in member.bot.menu
    assert "Jezik: slovenščina" in await member.taps("Slovenščina")


async def test_quiet_hours_are_chosen_by_buttons(member: Phone) -> None:
    assert "Nočni mir: od 21.00 do 7.00" in await member.says("/settings")
    assert "Nočni mir: od 20.00 do 8.00" in await member.taps("Nočni mir", "20.00–8.00")
    assert "Nočni mir: izklopljen" in await member.taps("Nočni mir", "Brez nočnega miru")
    me = await member.me()
    assert me is not None
    assert me.quiet_from == me.quiet_to == time(0)


async def test_my_data_come_as_a_file(member: Phone) -> None:
    await member.says("/nastavitve")
    await member.taps("Moji podatki")
    (sent,) = member.bot.shown
    data = json.loads(sent["document"])
    assert (sent["filename"], data["person"]["first_name"]) == ("glasnik-moji-podatki.json", "Ana")


async def test_forget_me_asks_first_and_then_forgets(member: Phone) -> None:
    await member.says("/nastavitve")
    assert "Izbris vaših podatkov" in await member.taps("Pozabi me")
    assert await member.me() is not None
    assert "Jezik" in await member.taps("Nazaj")
    assert "izbrisani" in await member.taps("Pozabi me", "Pozabi me")
    assert await member.me() is None
    assert "vabilo" in await member.says("/start")


async def test_the_question_comes_after_all_that_is_lost(darja: Phone) -> None:
    await darja.says("/nastavitve")
    *_, last, question = (await darja.taps("Pozabi me")).splitlines()
    assert "vabila v strokovno službo" in last
    assert question.endswith("Nadaljujete?")


async def test_whoevers_library_is_gone_gets_their_data_and_is_forgotten(member: Phone) -> None:
    me = await member.me()
    assert me is not None
    await member.db.transact(take_library, me.id)
    for said in ("/start", "/pomoc", "/preklic", "/dogodki", "/nastavitve", "dober dan"):
        assert "ni več članica" in await member.says(said)
        assert list(member.keys) == ["Moji podatki", "Pozabi me"]
    await member.taps("Moji podatki")
    assert json.loads(member.bot.shown[0]["document"])["person"]["first_name"] == "Ana"
    await member.says("/start")
    assert "Izbris vaših podatkov" in await member.taps("Pozabi me")
    assert "ni več članica" in await member.taps("Nazaj")
    assert "izbrisani" in await member.taps("Pozabi me", "Pozabi me")
    assert await member.me() is None


async def test_the_last_admin_is_not_forgotten(darja: Phone) -> None:
    await darja.says("/nastavitve")
    assert "vabila v strokovno službo se prekličejo" in await darja.taps("Pozabi me")
    assert "Izbris ni mogoč" in await darja.taps("Pozabi me")
    me = await darja.me()
    assert me is not None
    assert me.role is Role.ADMIN


async def test_forged_settings_change_nothing(member: Phone) -> None:
    before = await member.me()
    for data in ("msl:xx", "msl:", "msk:25:3", "msk:5:5", "msk:-1:0", "msk:99999999999999999999:0"):
        assert await member.forges(data)
        assert await member.me() == before
