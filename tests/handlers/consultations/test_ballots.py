"""Pseudonymous ballots, as voters see them."""

import pytest

from storage.consultations import closing
from storage.consultations.rules import Ballot, Consultation
from storage.database import Database
from tests.handlers.consultations.sample import ENDS, put_to_vote, questions_of, reword
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRANJ, KRSKO


@pytest.fixture
async def vote(association: Database) -> Consultation:
    """A pseudonymous vote on the law."""
    return await put_to_vote(association, ballot=Ballot.PSEUDONYMOUS)


async def gets_key(phone: Phone) -> str:
    """Get a key; return the data of its button."""
    await phone.says("/obravnave")
    await phone.taps(next(key for key in phone.keys if key.startswith(("(", "✓"))), "Glasovnica", "Ključ")
    return phone.keys["Glasovnice"]


async def test_what_a_ballot_is_and_that_it_is_final_is_said_before_the_first(darja: Phone, vote: Consultation) -> None:
    await darja.says("/obravnave")
    seen = await darja.taps("(3)", "Glasovnica")
    assert "<b>Psevdonimno glasovanje</b>" in seen
    assert "To ni tajno glasovanje" in seen
    assert "Brez ključa je prva oddana glasovnica dokončna" in seen
    assert list(darja.keys) == ["Ključ", "Nazaj"]
    assert "🔑 <b>Ključ glasovnic: Zakon o knjižnicah</b>" in await darja.taps("Ključ")
    assert list(darja.keys) == ["Glasovnice"]


async def test_the_key_card_stays_and_ballots_are_cast_below_it(darja: Phone, vote: Consultation) -> None:
    key = await gets_key(darja)
    await darja.forges(key)
    assert darja.bot.shown[0]["method"] == "sendMessage"
    assert "glasovnica še ni oddana" in darja.sees
    seen = await darja.taps("Proti")
    assert darja.bot.shown[0]["method"] == "editMessageText"
    assert "<b>1. člen: proti</b>\nMestna knjižnica Kranj" in seen
    assert "Do 31.\u00a0marca ob 11.00 jo lahko s ključem spremenite; velja zadnja." in seen
    assert "Potrdilo" not in seen
    await darja.taps("Naslednje vprašanje", "Za", "Naslednje vprašanje", "Vzdržan")
    assert "Odgovorjeno je na vsa vprašanja." in darja.sees


async def test_a_ballot_is_changed_and_checked_with_the_key(
    association: Database, darja: Phone, vote: Consultation
) -> None:
    key = await gets_key(darja)
    await darja.forges(key)
    await darja.taps("Proti", "Nazaj")
    assert "🗳 Mestna knjižnica Kranj: <b>proti</b>" in darja.sees
    assert "✓ Proti" in darja.keys
    assert "Ta glas že velja." in await darja.taps("✓ Proti")
    await darja.taps("Za", "Seznam")
    assert "✓ 1. člen · Namen" in darja.keys
    seen = await darja.taps("Preverjanje")
    assert "Najden je 1 glas:\n\n1. člen: <b>za</b>\n" in seen
    assert "Glasovnice pridejo v dnevnik ob koncu" in seen
    darja.now = ENDS
    await association.transact(closing.close, vote.id, ENDS)
    await darja.forges(key)
    assert "Proti" not in darja.keys
    assert "1. člen: <b>za</b>, vpis 2" in await darja.taps("Seznam", "Preverjanje")
    assert "Dnevnik je nespremenjen" in darja.sees


async def test_without_its_key_a_ballot_is_final(darja: Phone, vote: Consultation) -> None:
    await darja.forges(await gets_key(darja))
    await darja.taps("Proti")
    await darja.says("/obravnave")
    seen = await darja.taps("(2)", "Glasovnica")
    assert "Oddana je že 1 glasovnica. Spremeniti jo je mogoče le s ključem" in seen
    other = (await darja.taps("Ključ")) and darja.keys["Glasovnice"]
    assert "2. člen" in await darja.forges(other)
    seen = await darja.taps("Prej")
    assert "Ta kartica je ne odpre" in seen
    assert "Proti" not in darja.keys
    first, *_ = await questions_of(darja.db, vote.id)
    forged = f"cbc:{first.id}:{first.wording_id}:{KRANJ.id}:for:{other.split(':')[-1]}"
    assert "Ta kartica je ne odpre" in await darja.forges(forged)
    assert "Ta ključ ne odpre nobene oddane glasovnice." in await darja.forges(f"cbv:{vote.id}:{KRANJ.id}:{'x' * 16}")


async def test_nothing_but_that_one_has_voted_is_seen_without_the_key(darja: Phone, vote: Consultation) -> None:
    await darja.forges(await gets_key(darja))
    await darja.taps("Proti")
    first, *_ = await questions_of(darja.db, vote.id)
    seen = await darja.forges(f"cq:{first.id}:0:0")
    assert "✅ Mestna knjižnica Kranj: glasovnica je oddana" in seen
    assert "proti" not in seen
    assert "psevdonimno in poteka z glasovnicami" in await darja.forges(
        f"cv:{first.id}:{first.wording_id}:{KRANJ.id}:for"
    )


async def test_for_to_all_the_rest_of_the_ballots(darja: Phone, vote: Consultation) -> None:
    await darja.forges(await gets_key(darja))
    await darja.taps("Proti", "Naslednje vprašanje")
    assert "pri 2 vprašanjih, ki še čakata" in await darja.taps("Za pri vseh ostalih")
    assert "»za« pri 2 vprašanjih" in await darja.taps("Za (2)")
    assert "Najdeni so 3 glasovi:" in await darja.taps("Seznam", "Preverjanje")


async def test_a_new_wording_needs_a_new_ballot(association: Database, darja: Phone, vote: Consultation) -> None:
    key = await gets_key(darja)
    await darja.forges(key)
    old = darja.keys["Proti"]
    await darja.taps("Za")
    await reword(association, vote.id, "Drugo.")
    assert "besedilo se je medtem spremenilo" in await darja.forges(old)
    assert "Drugo." in darja.sees
    await darja.taps("Proti")
    seen = await darja.taps("Seznam", "Preverjanje")
    assert "1. člen: za, o prejšnjem besedilu" in seen
    assert "1. člen: <b>proti</b>" in seen


async def test_ballots_of_a_library_that_has_given_its_vote(
    association: Database, darja: Phone, bojan: Phone, vote: Consultation
) -> None:
    await darja.forges(f"cgg:{vote.id}:{KRSKO.id}:1")
    await bojan.forges(await gets_key(bojan))
    assert "V imenu: Valvasorjeva knjižnica Krško" in bojan.sees
    await bojan.taps("V imenu: Mestna")
    assert "<b>1. člen: proti</b>\nMestna knjižnica Kranj" in await bojan.taps("Proti")
    assert "vaša knjižnica je glas dala drugi" in await darja.forges(f"cb:{vote.id}")


@pytest.mark.parametrize("forged", ["cbc:{q}:{w}:2:for:{k}", "cbr:{v}:2:1:1:{k}", "cbr:{v}:2:1:0:{k}", "cbv:{v}:2:{k}"])
async def test_ballots_of_another_library_are_refused(darja: Phone, vote: Consultation, forged: str) -> None:
    first, *_ = await questions_of(darja.db, vote.id)
    data = forged.format(q=first.id, w=first.wording_id, v=vote.id, k="k" * 16)
    assert "Tega vaša vloga ne omogoča." in await darja.forges(data)


async def test_ballots_of_an_open_vote_are_not_there(darja: Phone, law: Consultation) -> None:
    first, *_ = await questions_of(darja.db, law.id)
    of_law = (f"cb:{law.id}", f"cbk:{law.id}", f"cbu:{law.id}:k", f"cbl:{law.id}:1:0:k", f"cbr:{law.id}:1:1:1:k")
    of_first = (f"cbq:{first.id}:1:0:k", f"cbc:{first.id}:{first.wording_id}:1:for:k", f"cbv:{law.id}:1:k")
    for data in (*of_law, *of_first):
        assert "ni namenjen" in await darja.forges(data), data
