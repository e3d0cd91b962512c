"""A call in which everything is as long as it may be fits all screens and messages."""

import dataclasses
from datetime import date, time, timedelta

from storage.calls import rules
from storage.calls.rules import Deadline, DeadlineKind, Document, Topic, When
from storage.database import Database
from tests.handlers.calls.sample import amend, publish
from tests.handlers.phone import NOW, Phone
from tests.handlers.post import deliver

LINK = "https://example.org/" + "a" * (rules.LINK_AT_MOST - 20)


def _deadlines(hour: int) -> list[Deadline]:
    when = [When(date(2027, 6, day + 1), time(hour), provisional=True, words="&" * rules.WORDS_AT_MOST)
            for day in range(rules.DEADLINES_AT_MOST)]  # fmt: skip
    return [Deadline(DeadlineKind.SUBMISSION, one, "<" * rules.LABEL_AT_MOST) for one in when]


async def test_the_longest_call_fits_everywhere(association: Database, ana: Phone, darja: Phone, cvetka: Phone) -> None:
    await ana.forges("rfo::1")
    call = await publish(
        association, *_deadlines(12), title_sl="&" * rules.TITLE_AT_MOST, caller="<" * rules.CALLER_AT_MOST,
        summary_sl="&" * rules.SUMMARY_AT_MOST, link=LINK, topics=tuple(Topic), amount=rules.AMOUNT_AT_MOST,
        cofinancing="%" * rules.COFINANCING_AT_MOST,
    )  # fmt: skip
    await deliver(association, NOW, ana)
    assert "Nov razpis" in ana.sees
    await ana.taps("Razpis", "Več", "Nazaj", "Predlog", "Prijavljamo se")
    await deliver(association, NOW, darja)
    assert "Ana predlaga" in darja.sees
    await darja.taps("Prijavljamo se", "Razpis")
    moved = [dataclasses.replace(one, id=before.id) for one, before in zip(_deadlines(13), call.deadlines, strict=True)]
    documents = tuple(Document("d" * 250, f"file-{number}") for number in range(rules.DOCUMENTS_AT_MOST))
    await amend(association, call, cvetka, *moved, documents=documents, kinds=("splošna",), amount=1, cofinancing=None)
    await deliver(association, NOW + timedelta(minutes=10), darja)
    assert "Spremenjenih je še 16 rokov." in darja.reads
    await darja.taps("Razpis", "Dokumenti (10)", "Roki", "Naprej")
    assert "prej" in darja.sees
    await ana.forges("rfs:daily")
    for _ in range(20):
        await publish(association, title_sl="&" * rules.TITLE_AT_MOST)
    await deliver(association, NOW + timedelta(days=4), ana)
    await ana.taps("Vse (20)")
    assert "Stran 1 od 3." in ana.sees
