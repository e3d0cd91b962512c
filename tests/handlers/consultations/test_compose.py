"""From a draft text to an open consultation."""

from sqlalchemy import select

from storage.consultations.tables import consultations, wordings
from storage.database import Database
from tests.handlers.phone import Phone

LAW = """PREDLOG ZAKONA O KNJIŽNICAH

I. SPLOŠNE DOLOČBE

1. člen
(vsebina zakona)

(1) Ta zakon ureja knjižnice.

(2) Ta zakon ne ureja arhivov.

2. člen
(namen)

Namen zakona je, da ima vsak dostop do gradiva.

II. KONČNA DOLOČBA

3. člen

Ta zakon začne veljati petnajsti dan po objavi.
"""


async def test_from_pasted_text_to_an_open_consultation(cvetka: Phone, books: Database) -> None:
    await cvetka.says("/urad")
    await cvetka.taps("Obravnave", "Nova obravnava")
    await cvetka.says("Predlog zakona o knjižnicah")
    await cvetka.taps("Preskoči")
    assert "Prejeto: 1 sporočilo" in await cvetka.says(LAW)
    assert "3 členi v 2 poglavjih" in await cvetka.taps("Naprej")
    await cvetka.taps("Naprej")
    await cvetka.says("1. 4. 2027 ob 12.00")
    assert "Glasujejo vse knjižnice (2)" in cvetka.sees
    assert "Obravnava je pripravljena" in await cvetka.taps("Naprej")
    assert "je odprta do 1.\xa0aprila ob 12.00" in await cvetka.taps("Odpri obravnavo")
    assert await books.read(lambda tx: tx.execute(select(consultations.c.title_sl)).scalars().all()) == [
        "Predlog zakona o knjižnicah"
    ]
    labels = await books.read(lambda tx: tx.execute(select(wordings.c.label).order_by(wordings.c.id)).scalars().all())
    assert labels == ["1. člen", "2. člen", "3. člen"]
