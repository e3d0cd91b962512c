"""A library gives its vote to another, and takes it back."""

from sqlalchemy import Connection, insert, select

from storage import outbox
from storage.consultations import notices
from storage.consultations.rules import Consultation
from storage.consultations.tables import votes
from storage.database import Database
from storage.people import Library, Role, libraries, library_of
from tests.handlers.consultations.sample import ENDS, put_to_vote
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRANJ, KRSKO, put


def third(tx: Connection) -> None:
    """A third library, of which nobody is in chat."""
    row = {"code": "celje", "name": "Osrednja knjižnica Celje", "town": "Celje", "kind": "osrednja območna"}
    tx.execute(insert(libraries).values(**row))


def of_celje(tx: Connection) -> Library:
    """Find the third library."""
    return library_of(tx.execute(select(libraries).where(libraries.c.code == "celje")).mappings().one())


def cast(tx: Connection) -> list[tuple[int, int | None, str]]:
    """The votes: whose, through which library, and what."""
    columns = votes.c.library_id, votes.c.through, votes.c.choice
    return [tuple(row) for row in tx.execute(select(*columns).order_by(votes.c.library_id))]


async def gives(phone: Phone, library: str = "Valvasorjeva") -> str:
    """Give the vote of one's library away."""
    await phone.says("/obravnave")
    await phone.taps("(3)", "Prenos glasu", "Izbira knjižnice", library)
    return await phone.taps("Prenos")


async def test_a_vote_is_given_cast_by_the_other_and_taken_back(
    association: Database, darja: Phone, bojan: Phone, law: Consultation
) -> None:
    await darja.says("/obravnave")
    assert "Vsaka lahko odda glas največ 1 druge knjižnice." in await darja.taps("(3)", "Prenos glasu")
    await darja.taps("Izbira knjižnice", "Valvasorjeva")
    assert "<b>Glas vaše knjižnice naj odda: Valvasorjeva knjižnica Krško?</b>" in darja.sees
    assert "Glas vaše knjižnice odslej oddaja: Valvasorjeva knjižnica Krško." in await darja.taps("Prenos")
    await darja.says("/obravnave")
    assert "Glas vaše knjižnice oddaja: Valvasorjeva knjižnica Krško." in await darja.taps("✓ do")
    assert "Proti" not in str(await darja.taps("Branje") and darja.keys)

    await bojan.says("/obravnave")
    seen = await bojan.taps("(6)")
    assert "Valvasorjeva knjižnica Krško: 0 od 3, še 3\n🗳 Mestna knjižnica Kranj: 0 od 3, še 3" in seen
    assert "V imenu: Valvasorjeva knjižnica Krško" in await bojan.taps("Glasovanje")
    assert "V imenu: Mestna knjižnica Kranj" in await bojan.taps("V imenu: Mestna")
    assert "<b>1. člen: proti</b>\nMestna knjižnica Kranj" in await bojan.taps("Proti")
    assert "V imenu: Valvasorjeva knjižnica Krško" in await bojan.taps("V imenu: Valv")
    await bojan.taps("Za")
    assert await association.read(cast) == [(KRANJ.id, KRSKO.id, "against"), (KRSKO.id, KRSKO.id, "for")]

    await darja.says("/obravnave")
    await darja.taps("✓ do", "Prenos glasu")
    assert "Želite spet glasovati sami?" in await darja.taps("Preklic prenosa")
    assert "Vaša knjižnica spet glasuje sama." in await darja.taps("Preklic prenosa")
    assert "<b>proti</b>" in await darja.taps("Nazaj", "Seznam", "✓ 1. člen")
    await darja.taps("Za")
    assert (KRANJ.id, KRANJ.id, "for") in await association.read(cast)
    assert "Tega vaša vloga ne omogoča." in await bojan.forges(f"cv:1:1:{KRANJ.id}:against")


async def test_whoever_gets_a_vote_is_told(
    association: Database, darja: Phone, bojan: Phone, law: Consultation
) -> None:
    await gives(darja)
    told = await association.read(
        lambda tx: tx.execute(select(outbox.outbox.c.args).where(outbox.outbox.c.kind == notices.GIVEN)).scalars().all()
    )
    assert told == [{"consultation": law.id, "from": KRANJ.id}]


async def test_libraries_are_found_by_typed_words(association: Database, darja: Phone, law: Consultation) -> None:
    await association.transact(third)
    await darja.forges(f"cgc:{law.id}")
    assert [key for key in darja.keys if key != "Nazaj"] == ["Osrednja knjižnica Celje", "Valvasorjeva knjižnica Krško"]
    assert "Najdeno za »krsko«." in await darja.says("krsko")
    assert list(darja.keys) == ["Valvasorjeva knjižnica Krško", "Nazaj"]
    assert "Kranj" not in str(await darja.says("kranj") and darja.keys)


async def test_each_refusal_says_why(association: Database, darja: Phone, bojan: Phone, law: Consultation) -> None:
    await association.transact(third)
    give = f"cgg:{law.id}:{{}}:1"
    assert "Glasu ni mogoče dati svoji knjižnici." in await darja.forges(give.format(KRANJ.id))
    assert "Osrednja knjižnica Celje v Glasniku še nima predstavnika" in await darja.forges(give.format(3))
    await gives(darja)
    assert "je že dan drugi" in await darja.forges(give.format(3))
    assert "Mestna knjižnica Kranj je svoj glas že dala drugi." not in await bojan.forges(give.format(3))
    assert "Vaša knjižnica že oddaja glas druge" in bojan.sees
    await bojan.says("/obravnave")
    assert "Vaša knjižnica oddaja tudi glas druge: Mestna knjižnica Kranj." in await bojan.taps("(6)", "Prenos glasu")


async def test_a_chain_and_too_many_are_refused(association: Database, darja: Phone, bojan: Phone) -> None:
    await association.transact(third)
    celje = await association.read(of_celje)
    await put(association, 40, Role.DELEGATE, library=celje, name="Evgen")
    evgen = Phone(association, 40, "Evgen")
    law = await put_to_vote(association)
    await gives(darja)
    assert "Valvasorjeva knjižnica Krško že oddaja glas 1 druge, več jih ne sme." in await gives(evgen)
    assert "Mestna knjižnica Kranj je svoj glas že dala drugi." in await evgen.forges(f"cgg:{law.id}:{KRANJ.id}:1")
    narrow = await put_to_vote(association, kinds=("osrednja območna",))
    assert "Valvasorjeva knjižnica Krško v tej obravnavi ne glasuje." in await evgen.forges(
        f"cgg:{narrow.id}:{KRSKO.id}:1"
    )


async def test_after_the_end_no_vote_is_given_or_taken_back(darja: Phone, bojan: Phone, law: Consultation) -> None:
    await gives(darja)
    darja.now = bojan.now = ENDS
    assert "obravnava se je končala" in await darja.forges(f"cgt:{law.id}:1")
    assert "obravnava se je končala" in await bojan.forges(f"cgg:{law.id}:{KRANJ.id}:1")
    assert "🏁" in await darja.forges(f"cg:{law.id}")


async def test_where_every_library_votes_itself_there_is_no_way_to_give(association: Database, darja: Phone) -> None:
    law = await put_to_vote(association, proxies=0)
    await darja.says("/obravnave")
    await darja.taps("(3)")
    assert "Prenos glasu" not in darja.keys
    assert "vsaka knjižnica glasuje sama" in await darja.forges(f"cg:{law.id}")
