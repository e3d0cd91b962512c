"""Comments, amendments and support, as people see them."""

import pytest

from storage.consultations.rules import Consultation, ConsultationId, Remarks
from storage.database import Database
from tests.handlers.consultations.sample import ENDS, put_to_vote, questions_of, reword
from tests.handlers.phone import Phone
from tests.storage.membership.association import put


async def opens(phone: Phone, law: ConsultationId) -> str:
    """Open the first question."""
    first, *_ = await questions_of(phone.db, law)
    return await phone.forges(f"cq:{first.id}:0:0")


async def writes(phone: Phone, law: ConsultationId, text: str, kind: str = "Pripomba") -> str:
    """Write on the first question."""
    await opens(phone, law)
    await phone.taps("Pripombe", kind)
    await phone.says(text)
    return await phone.taps("Oddaj")


async def test_a_comment_is_typed_read_edited_and_deleted(ana: Phone, law: Consultation) -> None:
    await opens(ana, law.id)
    assert "Pripomb še ni." in await ana.taps("Pripombe")
    assert "Napišite, kaj menite, največ 2000 znakov." in await ana.taps("Pripomba")
    seen = await ana.says("Premalo denarja <za> vse.\nRes.")
    assert "Premalo denarja &lt;za&gt; vse.\nRes." in seen
    assert "Še ni oddano." in seen
    seen = await ana.taps("Oddaj")
    assert "<b>Pripomba je oddana: 1. člen</b>" in seen
    assert "Do 31.\u00a0marca ob 11.00 lahko zapis popravite ali izbrišete" in seen
    assert "<b>1</b> · pripomba · <i>vaš zapis</i>\nPremalo denarja" in await ana.taps("Pripombe")
    assert "Zdaj je zapisano spodnje." in await ana.taps("1 Vaš zapis", "Popravi")
    await ana.says("Čisto premalo.")
    await ana.taps("Oddaj")
    assert "1 zapis" in await ana.taps("Pripombe")
    assert "Čisto premalo." in ana.sees
    assert "Želite izbrisati svojo pripombo?" in await ana.taps("1 Vaš zapis", "Izbriši")
    assert "Pripomba je izbrisana." in await ana.taps("Izbriši")
    assert "Pripomb še ni." in await ana.taps("Pripombe")


async def test_what_was_typed_is_kept_while_one_looks_elsewhere(ana: Phone, law: Consultation) -> None:
    first, second, _ = await questions_of(ana.db, law.id)
    await opens(ana, law.id)
    await ana.taps("Pripombe", "Amandma")
    await ana.says("Knjižnice so za vse ljudi.")
    await ana.taps("Nazaj")
    assert "Knjižnice so za vse ljudi." in await ana.taps("Pripombe", "Amandma")
    await ana.forges(f"cq:{second.id}:0:0")
    seen = await ana.taps("Pripombe", "Pripomba")
    assert "Začeli ste že drug zapis, ki še ni oddan: amandma, 1. člen." in seen
    assert "Knjižnice so za vse ljudi." in await ana.taps("Nadaljuj")
    await ana.forges(f"cmw:{second.id}:comment:0")
    assert "Pripomba: 2. člen" in await ana.taps("Začni znova")
    await ana.says("Brez pripomb.")
    assert "<b>Pripomba je oddana: 2. člen</b>" in await ana.taps("Oddaj")
    assert "Pripomb še ni." in await ana.forges(f"cm:{first.id}:0:0")


async def test_what_does_not_fit_is_said_and_what_fits_is_kept(ana: Phone, law: Consultation) -> None:
    await opens(ana, law.id)
    await ana.taps("Pripombe", "Pripomba")
    seen = await ana.says("č" * 2001)
    assert "Besedilo ima 2.001 znak," in seen
    assert "ostane v pogovoru" in seen
    await ana.says("🏛" * 1000)
    assert "<b>Pripomba je oddana: 1. člen</b>" in await ana.taps("Oddaj")
    await ana.taps("Pripombe")
    assert "🏛" * 1000 in await ana.taps("1 Vaš zapis")


async def test_others_are_read_and_supported_with_one_tap(ana: Phone, bojan: Phone, law: Consultation) -> None:
    await writes(ana, law.id, "Premalo denarja. " * 60)
    await opens(bojan, law.id)
    seen = await bojan.taps("Pripombe (1)")
    assert "<b>1</b> · pripomba · <i>Mestna knjižnica Kranj</i>" in seen
    assert "· 1 podpora</i>" in await bojan.taps("👍 1 Podpora")
    assert "podpora" not in await bojan.taps("✓ 1 Podprto")
    assert seen.count("Premalo denarja.") < 60
    assert (await bojan.taps("1 V celoti")).count("Premalo denarja.") == 60
    assert "· 1 podpora</i>" in await bojan.taps("👍")


async def test_what_has_most_support_comes_first_on_pages_of_five(
    association: Database, ana: Phone, bojan: Phone, law: Consultation
) -> None:
    for number in range(6):
        await put(association, 20 + number)
        await writes(Phone(association, 20 + number), law.id, f"Zapis {number}.")
    await opens(bojan, law.id)
    await bojan.taps("Pripombe (6)")
    assert "Stran 1 od 2." in bojan.sees
    assert "Zapis 5." in await bojan.taps("Naprej")
    seen = await bojan.taps("👍 1")
    assert "Zapis 4." in seen
    assert "Stran 2 od 2." in seen
    assert "<b>1</b> · pripomba · <i>Mestna knjižnica Kranj · 1 podpora</i>\nZapis 5." in await bojan.taps("Prej")


async def test_where_it_is_anonymous_only_the_office_sees_whose_it_is(
    association: Database, ana: Phone, bojan: Phone, cvetka: Phone
) -> None:
    law = await put_to_vote(association, remarks=Remarks.ANONYMOUS)
    await writes(ana, law.id, "Premalo denarja.", "Amandma")
    for phone, whose in ((ana, "vaš zapis"), (bojan, "knjižnica ni navedena"), (cvetka, "Mestna knjižnica Kranj")):
        await opens(phone, law.id)
        assert f"amandma · <i>{whose}</i>" in await phone.taps("Pripombe (1)")
    assert list(cvetka.keys) == ["Nazaj"]


async def test_what_was_said_of_an_earlier_text_is_marked(
    association: Database, ana: Phone, bojan: Phone, law: Consultation
) -> None:
    await writes(ana, law.id, "Premalo denarja.")
    await reword(association, law.id, "Drugo.")
    await opens(bojan, law.id)
    assert "<i>Mestna knjižnica Kranj · o prejšnjem besedilu</i>" in await bojan.taps("Pripombe (1)")


async def test_after_the_end_nothing_is_written(ana: Phone, bojan: Phone, law: Consultation) -> None:
    await writes(ana, law.id, "Premalo denarja.")
    await opens(bojan, law.id)
    await bojan.taps("Pripombe (1)")
    support = bojan.keys["👍 1 Podpora"]
    await bojan.taps("Amandma")
    await bojan.says("Nikoli oddano.")
    ana.now = bojan.now = ENDS
    for said in (support, bojan.keys["Oddaj"], "cmw:1:comment:1", "cmd:1:comment:1"):
        assert "Nič ni zabeleženo: obravnava se je končala." in await bojan.forges(said), said
    await opens(ana, law.id)
    await ana.taps("Pripombe (1)", "1 Vaš zapis")
    assert list(ana.keys) == ["Nazaj"]


FORGED = ("cms:1:0:0:1", "cms:99:0:0:1", "cmo:99:0:0", "cmw:99:comment:0", "cmd:99:comment:1", "cmk:99:1")


@pytest.mark.parametrize("forged", FORGED)
async def test_forged_buttons_about_remarks_change_nothing(ana: Phone, law: Consultation, forged: str) -> None:
    await writes(ana, law.id, "Premalo denarja.")
    assert await ana.forges(forged)
    await opens(ana, law.id)
    assert "<i>vaš zapis</i>\nPremalo denarja." in await ana.taps("Pripombe (1)")
