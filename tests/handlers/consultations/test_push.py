"""What the bot tells members of its own accord, in both languages."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.demo.telegram import entities
from handlers.consultations.push import PUSHES
from handlers.screen import Screen
from storage import due, outbox
from storage.consultations import closing, delegating, notices, opening
from storage.consultations.feature import FEATURE
from storage.consultations.rules import Consultation
from storage.database import Database
from storage.people import PersonId, Role
from tests.handlers.consultations.sample import ENDS, put_to_vote, reword
from tests.handlers.phone import NOW, TEXTS, Phone
from tests.storage.membership.association import KRANJ, KRSKO

REMINDED = NOW + timedelta(days=15, hours=2)


def owed(tx: Connection, kind: str) -> dict[int, Mapping[str, Any]]:
    """What is owed of a kind: who gets it, and what was promised."""
    chosen = select(outbox.outbox.c.person_id, outbox.outbox.c.args).where(outbox.outbox.c.kind == kind)
    return {row.person_id: row.args for row in tx.execute(chosen)}


async def told(phone: Phone, kind: str, now: datetime = NOW, language: str = "sl") -> str | None:
    """What a person is told; None if they are not, or not any more."""
    who = await phone.me()
    assert who is not None
    args = (await phone.db.read(owed, kind)).get(who.id)
    facts = None if args is None else await phone.db.read(PUSHES[kind].load, who.id, args, now)
    if facts is None:
        return None
    shown = PUSHES[kind].show(facts, TEXTS.say(language), now)
    assert isinstance(shown, Screen)
    plain, _ = entities.parse(shown.text, "HTML", None)
    assert shown.keys
    return plain


async def test_everybody_asked_is_told_what_waits_for_them(
    association: Database, ana: Phone, darja: Phone, cvetka: Phone
) -> None:
    await put_to_vote(association)
    assert await told(darja, notices.OPENED) == (
        "🗳 Nova javna obravnava: Zakon o knjižnicah\n🗓 Do 31.\u00a0marca ob 11.00, še 30 dni\n"
        "Na glas vaše knjižnice čakajo 3 vprašanja."
    )
    assert "Na vaše stališče čakajo 3 vprašanja." in (await told(ana, notices.OPENED) or "")
    assert "3 questions are waiting for your stance." in (await told(ana, notices.OPENED, language="en") or "")
    assert await told(cvetka, notices.OPENED) is None
    assert await told(darja, notices.OPENED, ENDS) is None


async def test_only_who_has_not_finished_is_reminded(
    association: Database, ana: Phone, darja: Phone, bojan: Phone
) -> None:
    law = await put_to_vote(association)
    await darja.forges(f"cw:{law.id}:{KRANJ.id}:1:1")
    await association.transact(due.fire, FEATURE.on_due, REMINDED)
    seen = await told(bojan, notices.REMINDER, REMINDED)
    assert seen == (
        "🗳 Zakon o knjižnicah: še 15 dni, do 31.\u00a0marca ob 11.00\nNa glas vaše knjižnice čakajo 3 vprašanja."
    )
    assert await told(darja, notices.REMINDER, REMINDED) is None
    assert await told(ana, notices.REMINDER, REMINDED) is None
    await bojan.forges(f"cw:{law.id}:{KRSKO.id}:1:1")
    assert await told(bojan, notices.REMINDER, REMINDED) is None


async def test_a_new_text_a_later_end_and_a_withdrawal_are_told(association: Database, darja: Phone) -> None:
    law = await put_to_vote(association)
    await reword(association, law.id, "Drugo.")
    who = await darja.me()
    assert who is not None
    seen = await told(darja, notices.REVISED) or ""
    assert seen.startswith("📄 Novo besedilo osnutka: Zakon o knjižnicah\nKar ste povedali o nespremenjenem, velja.")
    await association.transact(opening.extend, law.id, ENDS + timedelta(days=7), who.id, NOW)
    assert (await told(darja, notices.EXTENDED) or "").startswith(
        "🗓 Več časa: Zakon o knjižnicah, zdaj do 7.\u00a0aprila ob 11.00"
    )
    await association.transact(opening.withdraw, law.id, who.id, NOW)
    assert await told(darja, notices.WITHDRAWN) == (
        "✖ Umaknjeno: Zakon o knjižnicah\nObravnave ne bo več, oddani glasovi se ne štejejo."
    )
    assert await told(darja, notices.REVISED) is None


async def test_whoever_gets_a_vote_is_told_unless_it_was_taken_back(
    association: Database, darja: Phone, bojan: Phone
) -> None:
    law = await put_to_vote(association)
    who = await darja.me()
    assert who is not None
    await association.transact(delegating.give, law.id, KRSKO.id, who.id, NOW)
    seen = await told(bojan, notices.GIVEN) or ""
    assert "Odslej glasujete tudi za drugo knjižnico: Mestna knjižnica Kranj." in seen
    assert await told(darja, notices.GIVEN) is None
    args = (await association.read(owed, notices.GIVEN)).popitem()
    await association.transact(delegating.take_back, law.id, who.id, NOW)
    assert await association.read(PUSHES[notices.GIVEN].load, PersonId(args[0]), args[1], NOW) is None


async def test_the_end_is_told_to_members_and_the_log_to_the_office(
    association: Database, darja: Phone, cvetka: Phone
) -> None:
    law = await put_to_vote(association)
    await association.transact(closing.close, law.id, ENDS)
    assert await told(darja, notices.CLOSED, ENDS) == (
        "🏁 Obravnava je končana: Zakon o knjižnicah\nHvala za sodelovanje. Izid je na kartici obravnave."
    )
    seen = await told(cvetka, notices.SEALED_LOG, ENDS) or ""
    assert seen.startswith("🔒 Dnevnik glasov je zaključen: Zakon o knjižnicah\nPrstni odtis: ")
    assert await told(darja, notices.SEALED_LOG, ENDS) is None


@pytest.mark.parametrize("language", ["sl", "en"])
async def test_all_is_told_in_both_languages(association: Database, darja: Phone, language: str) -> None:
    one: Consultation = await put_to_vote(association)
    who = await darja.me()
    assert who is not None
    facts = notices.Notice(one, who, 3, "Mestna knjižnica Kranj", {"head": "a" * 64, "stage": "sent"})
    for kind, push in PUSHES.items():
        shown = push.show(facts, TEXTS.say(language), NOW)
        assert isinstance(shown, Screen), kind
        assert len(entities.parse(shown.text, "HTML", None)[0].splitlines()) <= 6


async def test_those_who_have_not_voted_can_be_written_to(association: Database, darja: Phone, bojan: Phone) -> None:
    law = await put_to_vote(association)
    await darja.forges(f"cw:{law.id}:{KRANJ.id}:1:1")
    chosen = FEATURE.audiences["not_voted"]({"consultation": law.id})
    people = await association.read(lambda tx: tx.execute(chosen).scalars().all())
    who = await bojan.me()
    assert who is not None
    assert people == [who.id]
    assert who.role is Role.DELEGATE
