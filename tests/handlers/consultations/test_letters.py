"""The vote of a library that has nobody in chat, entered from its letter."""

from sqlalchemy import select

from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation
from storage.consultations.tables import votes
from storage.database import Database
from storage.people import Role
from tests.handlers.announcements.writing import document, photo
from tests.handlers.consultations.sample import put_to_vote
from tests.handlers.phone import Phone
from tests.storage.membership.association import KRSKO, put


async def begins(phone: Phone) -> str:
    """Begin with a letter."""
    await phone.says("/urad")
    return await phone.taps("Obravnave", "31. 3.", "Glas iz dopisa")


async def entered(books: Database) -> list[tuple[object, ...]]:
    """The votes in the books: choice, role, file and receipt."""
    chosen = select(votes.c.choice, votes.c.role, votes.c.file_id, votes.c.library_id).order_by(votes.c.question_id)
    return [tuple(row) for row in await books.read(lambda tx: tx.execute(chosen).all())]


async def test_a_letter_is_read_question_by_question_and_entered_together(
    cvetka: Phone, darja: Phone, law: Consultation, books: Database
) -> None:
    await begins(cvetka)
    assert "Mestna knjižnica Kranj" not in cvetka.keys
    assert "Pošljite dopis" in await cvetka.taps("Valvasorjeva knjižnica Krško")
    assert "1. člen" in await cvetka.sends(**document("dopis"))
    await cvetka.taps("Proti")
    assert "2. člen" in cvetka.sees
    await cvetka.taps("Za s spremembo")
    assert await entered(books) == []
    seen = await cvetka.taps("Vzdržan")
    assert "Iz dopisa: 1 za s spremembo, 1 proti, 1 vzdržan" in seen
    seen = await cvetka.taps("Vpiši glas")
    assert "<b>Valvasorjeva knjižnica Krško</b>: glas o 3 vprašanjih je vpisan iz dopisa." in seen
    assert "Potrdilo: <code>" in seen
    assert await entered(books) == [
        (choice, "letter", "dopis", KRSKO.id) for choice in (Choice.AGAINST, Choice.CHANGE, Choice.ABSTAIN)
    ]


async def test_what_the_letter_does_not_say_stays_open(cvetka: Phone, law: Consultation, books: Database) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    await cvetka.sends(**photo("dopis"))
    await cvetka.taps("Naslednje", "Proti", "Naprej")
    assert "O 2 vprašanjih dopis ne pove ničesar." in cvetka.sees
    await cvetka.taps("Vpiši glas")
    assert [(choice, file) for choice, _, file, _ in await entered(books)] == [(Choice.AGAINST, "dopis")]


async def test_for_to_all_the_rest(cvetka: Phone, law: Consultation) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    await cvetka.sends(**document("dopis"))
    await cvetka.taps("Proti")
    assert "Iz dopisa: 2 za, 1 proti" in await cvetka.taps("Za pri vseh ostalih")


async def test_a_choice_can_be_changed_before_it_is_entered(cvetka: Phone, law: Consultation) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    await cvetka.sends(**document("dopis"))
    await cvetka.taps("Proti", "‹ Prejšnje")
    assert "✓ Proti" in cvetka.keys
    await cvetka.taps("Za", "Proti", "Proti")
    assert "Iz dopisa: 1 za, 2 proti" in cvetka.sees


async def test_without_the_letter_there_is_no_vote(cvetka: Phone, law: Consultation) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    assert "Tu je treba poslati dopis" in await cvetka.says("Vse za")
    assert "Naprej" not in cvetka.keys


async def test_a_library_that_has_a_delegate_by_now_votes_itself(
    cvetka: Phone, law: Consultation, books: Database
) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    await cvetka.sends(**document("dopis"))
    await cvetka.taps("Za pri vseh ostalih")
    await put(books, 7, Role.DELEGATE, library=KRSKO)
    assert "Glas ni vpisan" in await cvetka.taps("Vpiši glas")
    assert await entered(books) == []


async def test_a_letter_twice_is_a_letter_once(cvetka: Phone, law: Consultation, books: Database) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    await cvetka.sends(**document("dopis"))
    await cvetka.taps("Za pri vseh ostalih")
    button = cvetka.keys["Vpiši glas"]
    await cvetka.forges(button)
    assert "vpisan iz dopisa" not in await cvetka.forges(button)
    assert len(await entered(books)) == 3


async def test_a_letter_that_was_left_waits(cvetka: Phone, law: Consultation) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    await cvetka.sends(**document("dopis"))
    await cvetka.taps("Proti")
    await cvetka.says("/preklic")
    assert "En dopis čaka" in await begins(cvetka)
    assert "odčitanih 1" in await cvetka.taps("Nadaljuj dopis")


async def test_pseudonymous_ballots_take_no_letters(cvetka: Phone, association: Database) -> None:
    await put_to_vote(association, ballot="pseudonymous")
    await cvetka.says("/urad")
    await cvetka.taps("Obravnave", "31. 3.")
    assert "Glas iz dopisa" not in cvetka.keys


async def test_the_library_is_found_by_a_part_of_its_name(cvetka: Phone, law: Consultation) -> None:
    await begins(cvetka)
    await cvetka.says("kršk")
    assert "Valvasorjeva knjižnica Krško" in cvetka.keys
    assert "Mestna knjižnica Kranj" not in cvetka.keys
    await cvetka.says("Ptuj")
    assert "Valvasorjeva knjižnica Krško" not in cvetka.keys
    await cvetka.taps("Vse knjižnice")
    assert "Mestna knjižnica Kranj" in cvetka.keys


async def test_a_letter_can_be_looked_at_again(cvetka: Phone, law: Consultation) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    await cvetka.sends(**document("dopis"))
    await cvetka.taps("Za pri vseh ostalih", "Vpiši glas", "Obravnava", "Dopisi", "Valvasorjeva knjižnica Krško")
    shown = cvetka.bot.shown[-1]
    assert (shown["method"], shown["document"]) == ("sendDocument", "dopis")
    assert "Valvasorjeva knjižnica Krško" in shown["text"]


async def test_a_letter_that_is_a_picture_is_shown_as_one(cvetka: Phone, law: Consultation) -> None:
    await begins(cvetka)
    await cvetka.taps("Valvasorjeva knjižnica Krško")
    await cvetka.sends(**photo("dopis"))
    await cvetka.taps("Za pri vseh ostalih", "Vpiši glas", "Obravnava", "Dopisi")
    button = cvetka.keys["Valvasorjeva knjižnica Krško"]
    cvetka.bot.refuses.add("sendDocument")
    await cvetka.forges(button)
    assert [shown["method"] for shown in cvetka.bot.shown] == ["sendPhoto"]
    cvetka.bot.refuses.add("sendPhoto")
    await cvetka.forges(button)
    assert "Telegram ne hrani več" in cvetka.bot.shown[-1]["text"]
