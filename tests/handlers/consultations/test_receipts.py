"""A member looks with the receipt whether the own vote stands unchanged."""

import re

import pytest
from sqlalchemy import Connection, update

from storage.consultations.chain import canonical
from storage.consultations.rules import Consultation
from storage.consultations.tables import ballot_log
from storage.database import Database
from tests.handlers.consultations.sample import questions_of
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRANJ


def receipt_in(seen: str) -> str:
    """Find the receipt on a card."""
    found = re.search(r"Potrdilo: <code>(.{9})</code>", seen)
    assert found
    return found[1]


async def votes(phone: Phone, question: int, choice: str) -> str:
    """Vote on a question, counted from 0, of the only consultation; return the receipt."""
    asked = await questions_of(phone.db, 1)  # type: ignore[arg-type]
    await phone.forges(f"cq:{asked[question].id}:0:0")
    return receipt_in(await phone.taps(choice))


async def looks_for(phone: Phone, receipt: str) -> str:
    """Look for a receipt."""
    await phone.forges("ck:1")
    return await phone.says(receipt)


@pytest.mark.parametrize("typed", ["{}", " {} ", "potrdilo"])
async def test_a_receipt_finds_the_vote_in_the_log(darja: Phone, law: Consultation, typed: str) -> None:
    receipt = await votes(darja, 0, "Proti")
    await darja.says("/obravnave")
    assert "na primer K7Q2-M9XD" in await darja.taps("(2)", "Potrdilo")
    said = receipt.lower().replace("-", " ") if typed == "potrdilo" else typed.format(receipt)
    seen = await darja.says(said)
    assert "✅ Najden je 1 glas:\n\n1. člen: <b>proti</b>, vpis 2\n" in seen
    assert re.search(r"Dnevnik je nespremenjen: 2 vpisa, prstni odtis se začne s <code>[0-9a-f]{12}</code>\.", seen)


async def test_a_vote_changed_since_is_marked(darja: Phone, law: Consultation) -> None:
    first = await votes(darja, 0, "Proti")
    await votes(darja, 0, "Vzdržan")
    assert "1. člen: <s>proti</s>, vpis 2, pozneje spremenjeno" in await looks_for(darja, first)


async def test_a_receipt_for_all_the_rest_lists_ten(darja: Phone, law: Consultation) -> None:
    receipt = receipt_in(await darja.forges(f"cw:{law.id}:{KRANJ.id}:1:1"))
    seen = await looks_for(darja, receipt)
    assert "Najdeni so 3 glasovi:" in seen
    assert "3. člen: <b>za</b>, vpis 4" in seen


async def test_a_receipt_of_another_library_finds_nothing(darja: Phone, bojan: Phone, law: Consultation) -> None:
    receipt = await votes(bojan, 0, "Proti")
    assert f"Potrdila {receipt} med glasovi vaše knjižnice ni." in await looks_for(darja, receipt)
    assert "osem črk in številk" in await darja.says("K7Q2")


async def test_a_log_that_was_altered_is_told(association: Database, darja: Phone, law: Consultation) -> None:
    receipt = await votes(darja, 0, "Proti")

    def alter(tx: Connection) -> None:
        tx.execute(update(ballot_log).where(ballot_log.c.number == 1).values(body=canonical({"do": "open"})))

    await association.transact(alter)
    assert "⚠️ Dnevnik ni tak, kot je bil zapisan: vpis 1 se ne ujema." in await looks_for(darja, receipt)
