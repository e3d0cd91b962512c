import pytest
from datetime import timedelta
from storage.consultations.rules import *
from storage.consultations import opening, closing
from storage.consultations.books import Text
from storage.people import Role
from tests.handlers.consultations.sample import *
from tests.handlers.phone import Phone, NOW
from tests.storage.membership.association import put, KRSKO

async def test_walk(books, association, ana, darja, bojan, cvetka):
    law = await put_to_vote(association)
    async def do(phone, *labels):
        for label in labels:
            print(f"---- {phone.name}: [{label}]")
            if label.startswith("!"):
                await phone.says(label[1:])
            else:
                await phone.taps(label)
            for one in phone.bot.shown:
                print(f"({one['method'][:4]})", one["plain"])
            print("   ", [[k["text"] for k in r] for r in (phone._card.get("reply_markup") or {"inline_keyboard": []})["inline_keyboard"]])
    await do(ana, "!/obravnave", "(3)", "Stališča", "Proti", "Pripomba", "!Premalo denarja.", "Oddaja", "Pripombe", "1 Vaš", "Popravi", "!Čisto premalo denarja.", "Oddaja")
    await do(bojan, "!/obravnave", "(3)", "Glasovanje", "Pripombe (1)", "👍 1", "Nazaj", "Za s", "Amandma", "!x", "!Besedilo naj se glasi drugače.", "Oddaja", "Nazaj", "Za pri", "Za (2)", "Nazaj", "Prenos", "Nazaj", "Potrdilo", "!AAAA", "!AAAABBBB", "Nazaj", "Seznam")
    await do(darja, "!/obravnave", "(3)", "Prenos", "Izbira", "!krs", "Valv", "Prenos", "Nazaj", "Preklic", "Preklic", "Nazaj")
    receipt=None
    await do(darja, "Prenos", "Izbira", "Valv", "Prenos")
    await do(bojan, "!/obravnave", "(3)", "Glasovanje", "Proti", "V imenu")
    import re
    from sqlalchemy import select
    from storage.consultations.tables import votes
    r = await books.read(lambda tx: tx.execute(select(votes.c.receipt)).scalars().all())
    await do(bojan, "!/obravnave", "(3)", "Potrdilo", "!"+r[-1].lower(), "!"+r[0])
    qs = await questions_of(books, law.id)
    new = [(qs[0].id, Text("1. člen", "Namen", "I. SPLOŠNE DOLOČBE", "(1) Ta zakon ureja knjižnice in arhive.\n(2) Knjižnice so za vse ljudi.")), (qs[1].id, qs[1].text), (None, Text("2.a člen", None, None, "x "*3000))]
    await books.transact(opening.revise, law.id, 1, "", new, None, NOW)
    await do(ana, "!/obravnave", "(3)", "Seznam", "↻", "Prejšnje", "Nazaj", "Seznam", "2.a", "Besedilo, 2")
    await do(cvetka, "!/obravnave", "do", "Branje", "Pripombe") if False else None
    sealed = await put_to_vote(association, title_sl="Psevdonimno", ballot=Ballot.PSEUDONYMOUS)
    await do(bojan, "!/obravnave", "(3) do 31. 3. · Psev", "Glasovnica", "Ključ", "Glasovnice", "Proti", "Naslednje", "Za", "Nazaj", "Proti", "Seznam", "Preverjanje", "Nazaj", "3. člen")
    print(bojan.keys)
    await do(bojan, "!/obravnave", "(1) do", "Glasovnica", "Ključ", "Glasovnice", "Prej", "Seznam", "Preverjanje")
    ana.now = darja.now = bojan.now = NOW + timedelta(days=31)
    await books.transact(closing.close, law.id, darja.now)
    await do(darja, "!/obravnave", "🏁 Zakon", "Branje")
    assert 0
