"""Votes and stances, as people see them."""

from storage.consultations.rules import Consultation
from tests.handlers.phone import Phone


async def test_a_delegate_votes_question_by_question(darja: Phone, law: Consultation) -> None:
    assert "🗳 1 javna obravnava čaka na glas vaše knjižnice, še 30 dni" in await darja.says("/start")
    assert "Mestna knjižnica Kranj: 0 od 3, še 3" in await darja.taps("Obravnave", "(3)")
    assert "(1) Ta zakon ureja knjižnice." in await darja.taps("Glasovanje")
    seen = await darja.taps("Proti")
    assert "<b>1. člen: proti</b>" in seen
    assert "Do 31. marca ob 11.00 ga lahko spremenite; velja zadnji." in seen
    assert "Čakata še 2 vprašanji." in seen
    assert "Članstvo je brezplačno." in await darja.taps("Naslednje vprašanje")
    assert "<b>2. člen: za s spremembo</b>" in await darja.taps("Za s")
    assert "Odgovorjeno je na vsa vprašanja." in await darja.taps("Naslednje vprašanje", "Vzdržan")
    assert "čaka na glas" not in await darja.says("/start")
