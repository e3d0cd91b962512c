"""What a new version of a draft changes."""

import random
import time
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.consultations.wording.articles import Article
from storage.consultations.wording.compare import Changed, Gone, New, Same, compare
from storage.consultations.wording.difference import Kind, Piece, difference, shortened


def article(number: str, text: str, title: str | None = None) -> Article:
    return Article(number, title, (), tuple(text.split("\n")))


READING = "Knjižnica skrbi za bralno kulturo otrok in odraslih na svojem območju."
LENDING = "Član si sme gradivo izposoditi za enaindvajset dni in izposojo dvakrat podaljšati."
MONEY = "Sredstva za delo knjižnice zagotavlja občina ustanoviteljica iz svojega proračuna."
END = "Ta zakon začne veljati petnajsti dan po objavi v Uradnem listu Republike Slovenije."
OLD = [article("1", READING), article("2", LENDING), article("3", MONEY), article("4", END)]


def test_the_same_draft_is_the_same() -> None:
    assert compare(OLD, OLD) == (Same(0, 0), Same(1, 1), Same(2, 2), Same(3, 3))


def test_how_lines_are_broken_is_no_change_and_a_title_is_one() -> None:
    new = [
        article("1", READING.replace(" za ", "\n za  ").replace("kulturo", "kul\u00adturo")),
        replace(OLD[1], title="izposoja"),
    ]
    assert compare(OLD[:2], new) == (Same(0, 0), Changed(1, 1))


def test_an_inserted_article_moves_the_others_on() -> None:
    new = [
        OLD[0],
        article("2", "Osebni podatki članov se varujejo."),
        *(replace(one, number=str(n)) for n, one in zip((3, 4, 5), OLD[1:], strict=True)),
    ]
    assert compare(OLD, new) == (Same(0, 0), New(1), Same(1, 2), Same(2, 3), Same(3, 4))


def test_a_reworded_article_is_known_by_its_number_or_by_its_likeness() -> None:
    longer = article("2", LENDING.replace("enaindvajset", "trideset"))
    moved = replace(longer, number="7")
    assert compare(OLD, [OLD[0], longer, *OLD[2:]]) == (Same(0, 0), Changed(1, 1), Same(2, 2), Same(3, 3))
    assert compare(OLD, [OLD[0], *OLD[2:], moved]) == (Same(0, 0), Same(2, 1), Same(3, 2), Changed(1, 3))


def test_other_words_under_the_same_number_are_another_article_unless_the_title_is_the_same() -> None:
    other = "Direktorja imenuje svet."
    assert compare([article("2", LENDING)], [article("2", other)]) == (New(0), Gone(0))
    assert compare([article("2", LENDING, "rok")], [article("2", other, "rok")]) == (Changed(0, 0),)


def test_what_is_gone_stands_where_it_was() -> None:
    assert compare(OLD, [OLD[0], OLD[3]]) == (Same(0, 0), Gone(1), Gone(2), Same(3, 1))
    assert compare(OLD, []) == tuple(Gone(place) for place in range(4))


@settings(deadline=None)
@given(st.permutations(range(4)), st.sets(st.integers(0, 3)))
def test_each_article_is_told_of_once(order: list[int], left: set[int]) -> None:
    new = [OLD[place] for place in order if place not in left]
    changes = compare(OLD, new)
    assert sorted(change.old for change in changes if not isinstance(change, New)) == [0, 1, 2, 3]
    assert sorted(change.new for change in changes if not isinstance(change, Gone)) == list(range(len(new)))
    assert all(OLD[change.old] == new[change.new] for change in changes if isinstance(change, Same))


def test_long_drafts_are_compared_soon() -> None:
    words = [f"beseda{number}" for number in range(2000)]
    dice = random.Random(1)
    old = [article(str(number), " ".join(dice.choices(words, k=150))) for number in range(400)]
    new = [replace(one, number=str(number + 1)) for number, one in enumerate(old)]
    began = time.process_time()
    assert compare(old, new) == tuple(Same(place, place) for place in range(400))
    assert time.process_time() - began < 1.5


def test_the_difference_is_told_by_words() -> None:
    assert difference("Rok je 21 dni.", "Rok je 30 delovnih dni.") == (
        Piece(Kind.KEPT, "Rok je "), Piece(Kind.CUT, "21 "), Piece(Kind.ADDED, "30 delovnih "),
        Piece(Kind.KEPT, "dni."),
    )  # fmt: skip
    assert difference("Isto.", "Isto.") == (Piece(Kind.KEPT, "Isto."),)
    assert difference("", "Novo.") == (Piece(Kind.ADDED, "Novo."),)


def test_a_crumb_between_two_changes_is_not_kept() -> None:
    pieces = difference("danes in tu", "jutri in tam")
    assert [piece.kind for piece in pieces] == [Kind.CUT, Kind.ADDED]


def test_what_is_kept_is_shortened_for_a_card() -> None:
    old = " ".join(f"a{n}" for n in range(50)) + " konec " + " ".join(f"b{n}" for n in range(50))
    pieces = shortened(difference(old, old.replace("konec", "začetek")), words=2)
    assert [piece.text for piece in pieces] == ["… a48 a49 ", "konec ", "začetek ", "b0 b1 … "]


def test_a_very_long_passage_does_not_take_long() -> None:
    old, new = " ".join(["a"] * 200_000), " ".join(["b"] * 200_000)
    assert [piece.kind for piece in difference(old, new)] == [Kind.CUT, Kind.ADDED]


wordings = st.lists(st.sampled_from(["a", "in", "knjiga", "knjižnica", "\n", "(1)"]), max_size=15).map(" ".join)


@settings(deadline=None)
@given(wordings, wordings)
def test_both_versions_can_be_read_from_the_difference(old: str, new: str) -> None:
    pieces = difference(old, new)
    left = "".join(piece.text for piece in pieces if piece.kind is not Kind.ADDED)
    right = "".join(piece.text for piece in pieces if piece.kind is not Kind.CUT)
    assert (left.split(), right.split()) == (old.split(), new.split())
