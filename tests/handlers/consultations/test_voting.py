"""Votes and stances, as people see them."""

import re

import pytest
from sqlalchemy import Connection, select
from structlog.testing import capture_logs

from storage.consultations import closing
from storage.consultations.books import Text
from storage.consultations.rules import Consultation
from storage.consultations.tables import stances, votes
from storage.database import Database
from storage.people import Role
from tests.handlers.consultations.sample import ENDS, questions_of, revise, reword
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRANJ, KRSKO, put

RECEIPT = re.compile(r"<code>[2-9A-Z]{4}-[2-9A-Z]{4}</code>")


def cast(tx: Connection) -> list[tuple[int, str]]:
    """What was voted: library and choice."""
    return [tuple(row) for row in tx.execute(select(votes.c.library_id, votes.c.choice).order_by(votes.c.question_id))]


async def test_a_delegate_votes_question_by_question(darja: Phone, law: Consultation) -> None:
    assert "🗳 1 javna obravnava čaka na glas vaše knjižnice, še 30 dni" in await darja.says("/start")
    assert "Mestna knjižnica Kranj: 0 od 3, še 3" in await darja.taps("Obravnave", "(3)")
    assert "(1) Ta zakon ureja knjižnice." in await darja.taps("Glasovanje")
    seen = await darja.taps("Proti")
    assert "<b>1. člen: proti</b>\nMestna knjižnica Kranj" in seen
    assert "Do 31.\u00a0marca ob 11.00 ga lahko spremenite; velja zadnji." in seen
    assert RECEIPT.search(seen)
    assert "Čakata še 2 vprašanji." in seen
    assert "Članstvo je brezplačno." in await darja.taps("Naslednje vprašanje")
    assert "<b>2. člen: za s spremembo</b>" in await darja.taps("Za s")
    assert "Amandma" in darja.keys
    assert "Odgovorjeno je na vsa vprašanja." in await darja.taps("Naslednje vprašanje", "Vzdržan")
    assert "čaka na glas" not in await darja.says("/start")


async def test_the_last_vote_counts_and_the_same_again_tells_its_receipt(
    association: Database, darja: Phone, law: Consultation
) -> None:
    first, *_ = await questions_of(association, law.id)
    await darja.forges(f"cq:{first.id}:0:0")
    receipt = RECEIPT.search(await darja.taps("Proti"))
    assert receipt
    assert "✓ Proti" in str(await darja.taps("Nazaj") and darja.keys)
    seen = await darja.taps("✓ Proti")
    assert "Ta glas že velja." in seen
    assert receipt[0] in seen
    other = RECEIPT.search(await darja.taps("Za"))
    assert other
    assert other[0] != receipt[0]
    assert await association.read(cast) == [(KRANJ.id, "for")]


async def test_the_deputy_sees_how_colleagues_lean_and_changes_the_vote(
    association: Database, ana: Phone, darja: Phone, law: Consultation
) -> None:
    first, *_ = await questions_of(association, law.id)
    for telegram_id, choice in ((11, "Za"), (12, "Proti"), (13, "Proti")):
        await put(association, telegram_id)
        colleague = Phone(association, telegram_id)
        await colleague.forges(f"cq:{first.id}:0:0")
        await colleague.taps(choice)
    await darja.forges(f"cq:{first.id}:0:0")
    await darja.taps("Za")
    await put(association, 14, Role.DEPUTY)
    deputy = Phone(association, 14)
    seen = await deputy.forges(f"cq:{first.id}:0:0")
    assert "👥 Stališča v knjižnici: 1 za, 2 proti" in seen
    assert "🗳 Mestna knjižnica Kranj: <b>za</b>" in seen
    await deputy.taps("Proti")
    assert await association.read(cast) == [(KRANJ.id, "against")]


async def test_a_librarians_stance_is_consultative(association: Database, ana: Phone, law: Consultation) -> None:
    await ana.says("/obravnave")
    seen = await ana.taps("(3)", "Stališča", "Proti")
    assert "<b>1. člen: proti</b>" in seen
    assert "Vaše stališče je zabeleženo kot posvetovalno." in seen
    assert not RECEIPT.search(seen)
    assert "✍️ Vaše stališče: <b>proti</b>" in await ana.taps("Nazaj")
    assert await association.read(cast) == []
    assert await association.read(lambda tx: tx.execute(select(stances.c.choice)).scalars().all()) == ["against"]


async def test_for_to_all_the_rest_says_how_many_first(association: Database, darja: Phone, law: Consultation) -> None:
    await darja.says("/obravnave")
    await darja.taps("(3)", "Glasovanje", "Proti", "Naslednje vprašanje")
    seen = await darja.taps("Za pri vseh ostalih")
    assert "Glas »za« bo oddan pri 2 vprašanjih, ki še čakata. Drugi glasovi ostanejo, kot so." in seen
    assert len(await association.read(cast)) == 1
    seen = await darja.taps("Za (2)")
    assert "<b>Mestna knjižnica Kranj: »za« pri 2 vprašanjih</b>" in seen
    assert RECEIPT.search(seen)
    assert await association.read(cast) == [(KRANJ.id, "against"), (KRANJ.id, "for"), (KRANJ.id, "for")]


async def test_for_to_all_the_rest_is_asked_anew_when_the_draft_has_changed(
    association: Database, darja: Phone, law: Consultation
) -> None:
    await darja.forges(f"cw:{law.id}:{KRANJ.id}:1:0")
    texts = [
        *((one.id, one.text) for one in await questions_of(association, law.id)),
        (None, Text("4.", None, None, "Novo")),
    ]
    await revise(association, law.id, texts)
    assert "pri 4 vprašanjih" in await darja.taps("Za (3)")
    assert await association.read(cast) == []
    await darja.taps("Za (4)")
    assert len(await association.read(cast)) == 4
    assert "Odgovorjeno je na vsa vprašanja." in await darja.forges(f"cw:{law.id}:{KRANJ.id}:2:1")


async def test_a_button_of_an_old_wording_shows_the_new_text_first(
    association: Database, darja: Phone, ana: Phone, law: Consultation
) -> None:
    first, *others = await questions_of(association, law.id)
    for phone in (darja, ana):
        await phone.forges(f"cq:{first.id}:0:0")
    await reword(association, law.id, "Povsem drugo.")
    for phone in (darja, ana):
        seen = await phone.taps("Proti")
        assert seen.startswith("Nič ni zabeleženo: besedilo se je medtem spremenilo.")
        assert "Povsem drugo." in seen
        assert "<b>1. člen: proti</b>" in await phone.taps("Proti")
    await revise(association, law.id, [(one.id, one.text) for one in others])
    assert "Tega vprašanja ni več" in await darja.taps("Nazaj")


@pytest.mark.parametrize("closed", [True, False])
async def test_after_the_end_nothing_is_counted(
    association: Database, darja: Phone, ana: Phone, law: Consultation, closed: bool
) -> None:
    first, *_ = await questions_of(association, law.id)
    for phone in (darja, ana):
        await phone.forges(f"cq:{first.id}:0:0")
        phone.now = ENDS
    if closed:
        await association.transact(closing.close, law.id, ENDS)
    for phone in (darja, ana):
        with capture_logs() as logs:
            assert "Nič ni zabeleženo: obravnava se je končala." in await phone.taps("Proti")
        assert [log["event"] for log in logs] == ["refused"]
    assert "obravnava se je končala" in await darja.forges(f"cw:{law.id}:{KRANJ.id}:1:0")
    assert "obravnava se je končala" in await darja.forges(f"cw:{law.id}:{KRANJ.id}:1:1")
    assert await association.read(cast) == []


async def test_the_vote_of_another_library_is_refused(association: Database, darja: Phone, law: Consultation) -> None:
    first, *_ = await questions_of(association, law.id)
    for forged in (f"cv:{first.id}:{first.wording_id}:{KRSKO.id}:for", f"cw:{law.id}:{KRSKO.id}:1:0",
                   f"cw:{law.id}:{KRSKO.id}:1:1"):  # fmt: skip
        with capture_logs() as logs:
            assert "Tega vaša vloga ne omogoča." in await darja.forges(forged)
        assert [log["event"] for log in logs] == ["refused"]
    assert await association.read(cast) == []
