"""How drafts are written in Slovenia, and what the splitter makes of it."""

import pytest

from storage.consultations.wording.articles import Gap, Repeated
from tests.storage.consultations.drafting import found, only


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("1. člen", "1"), ("1 . člen", "1"), ("1.člen", "1"), ("1 člen", "1"), ("1. ČLEN", "1"), ("1. Člen", "1"),
        ("1. č l e n", "1"), ("1. Č L E N", "1"), ("1.\u00a0člen", "1"), ("1.\u2009člen", "1"), ("1. c\u030clen", "1"),
        ("001. člen", "1"), ("1. člen.", "1"), ("  1. člen  ", "1"), ("1. clen", "1"), ("Člen 1", "1"),
        ("ČLEN 12.", "12"),
        ("1.a člen", "1.a"), ("1. a člen", "1.a"), ("1.a. člen", "1.a"), ("1a. člen", "1.a"), ("1.A ČLEN", "1.a"),
        ("15.č člen", "15.č"), ("15. č člen", "15.č"), ("15. Č člen", "15.č"), ("15.\u00a0č\u00a0člen", "15.č"),
        ("7.š člen", "7.š"), ("7.ž člen", "7.ž"), ("15.aa člen", "15.aa"), ("Člen 15.č", "15.č"), ("Člen 15č", "15.č"),
        ("5. in 6. člen", "5–6"), ("105.–108. člen", "105–108"),
    ],
)  # fmt: skip
def test_a_heading_alone_on_its_line_is_an_article(heading: str, number: str) -> None:
    article = only(f"{heading}\nTa zakon ureja knjižnice.\n")
    assert article.number == number
    assert article.label == (f"{number} člen" if "." in number else f"{number}. člen")


@pytest.mark.parametrize(
    "line",
    [
        "5. člen se črta.", "Za 12. členom se doda nov 12.a člen.", "V skladu s 5. členom.", "5. člena", "členi",
        "člen",
        "Člen odbora", "1. članica", "5. točka", "§ 5", "5. člen – 7. člen ostanejo.", "iz 5. člen in",
    ],
)  # fmt: skip
def test_a_sentence_that_names_an_article_is_none(line: str) -> None:
    article = only(f"1. člen\nPrva vrsta.\n{line}\n")
    assert line in article.text


def test_the_title_in_brackets_is_below_the_heading() -> None:
    assert only("1. člen\n(namen zakona)\nBesedilo.").title == "namen zakona"
    assert only("1. člen (namen zakona)\nBesedilo.").title == "namen zakona"
    assert (
        only("1. člen\n\n(pomen izrazov (razlaga) v zakonu)\n\nBesedilo.").title == "pomen izrazov (razlaga) v zakonu"
    )
    two_lines = only("1. člen\n(izrazi, ki jih zakon uporablja,\nin kaj pomenijo)\nBesedilo.")
    assert (two_lines.title, two_lines.text) == ("izrazi, ki jih zakon uporablja, in kaj pomenijo", "Besedilo.")


def test_what_is_no_title_is_text() -> None:
    for text in (
        "(1) Prvi odstavek.\n(2) Drugi odstavek.", "(V nadaljnjem besedilu: knjižnica) je zavod.",
        "(nedokončan oklepaj\nin besedilo.", "Besedilo (v oklepaju)", "(1)",
    ):  # fmt: skip
        article = only(f"1. člen\n{text}")
        assert (article.title, article.text) == (None, text)


def test_an_article_that_was_struck_has_its_mark_for_a_title_and_no_text() -> None:
    first, second = found("1. člen\n(črtan)\n\n2. člen\nBesedilo.").articles
    assert (first.title, first.paragraphs) == ("črtan", ())
    assert second.text == "Besedilo."


def test_chapters_close_the_article_before_and_are_no_text() -> None:
    split = found(
        "Z A K O N\nO BRANJU\n\nPRVI DEL\nSKUPNO\nI. poglavje: SPLOŠNE DOLOČBE\n1. člen\nPrvi.\n"
        "1. oddelek\nKnjižnice\n2. člen\nDrugi.\nII. poglavje: KNJIGE\n3. člen\nTretji.\n"
        "DRUGI DEL – KONČNE DOLOČBE\n4. člen\nZadnji.\n"
    )
    first, second = "PRVI DEL SKUPNO", "I. poglavje: SPLOŠNE DOLOČBE"
    assert [article.chapter for article in split.articles] == [
        (first, second), (first, second, "1. oddelek Knjižnice"), (first, "II. poglavje: KNJIGE"),
        ("DRUGI DEL – KONČNE DOLOČBE",),
    ]  # fmt: skip
    assert [article.text for article in split.articles] == ["Prvi.", "Drugi.", "Tretji.", "Zadnji."]
    assert split.preamble == "Z A K O N\nO BRANJU"


@pytest.mark.parametrize(
    "heading",
    [
        "II. KNJIŽNIČNA DEJAVNOST", "II. Knjižnična dejavnost", "II KNJIŽNIČNA DEJAVNOST", "2. KNJIŽNIČNA DEJAVNOST",
        "Drugo poglavje", "Drugo poglavje: Knjižnice", "2. poglavje KNJIŽNICE", "II. POGLAVJE",
        "Poglavje II: Knjižnice",
        "DRUGI DEL", "Triindvajseto poglavje", "Sedmo a) poglavje KNJIŽNICE", "2. Oddelek", "2.a oddelek: Knjižnice",
        "A. KNJIŽNICE", "B) Knjižnice", "2.1 Knjižnice", "KNJIŽNICE IN ČITALNICE", "VI.a SLUŽBENI NADZOR",
        "PREHODNE DOLOČBE",
        "PREHODNE IN KONČNE\nDOLOČBE", "IV.\nPREHODNE DOLOČBE", "1. odsek\nKnjižnice", "Skupne določbe",
        "a) Skupne določbe",
    ],
)  # fmt: skip
def test_a_heading_between_two_articles_is_a_chapter(heading: str) -> None:
    one, other = found(f"1. člen\nPrvi stavek.\n{heading}\n2. člen\nDrugi stavek.").articles
    assert (one.text, other.chapter) == ("Prvi stavek.", (heading.replace("\n", " "),))


@pytest.mark.parametrize(
    "last",
    [
        "– in druge naloge", "3. druge naloge", "c) druge naloge", "Občina ima knjižnico.", "2. Kranj", "II. razred;",
        "Cena je 5 eurov, če je knjiga stara,", "(2) Knjižnica ima bralce", "Ta zakon velja takoj!",
    ],
)  # fmt: skip
def test_the_last_line_of_an_article_stays_in_it(last: str) -> None:
    one, other = found(f"1. člen\nNaloge so:\n1. Koper\n{last}\n2. člen\nDrugi.").articles
    assert one.text.endswith(last)
    assert other.chapter == ()


def test_an_article_of_one_short_line_keeps_it() -> None:
    one, other = found("1. člen\nKnjižnica ima bralce\n\n2. člen\nDrugi.").articles
    assert (one.text, other.chapter) == ("Knjižnica ima bralce", ())


def test_codes_have_titles_without_brackets_above_the_number() -> None:
    split = found(
        "ZAKONIK O BRANJU\nPrvo poglavje\nTEMELJNE DOLOČBE\nVsebina zakonika\n1. člen\nTa zakonik ureja branje.\n"
        "Načelo tišine\n2. člen\nBere se tiho.\nDrugo poglavje\nIZPOSOJA\nRok\n3. člen\nRok je 21 dni.\n"
        "Zamuda\n4. člen\nNi je.\n"
    )
    chapters = [("Prvo poglavje TEMELJNE DOLOČBE",)] * 2 + [("Drugo poglavje IZPOSOJA",)] * 2
    assert [article.title for article in split.articles] == ["Vsebina zakonika", "Načelo tišine", "Rok", "Zamuda"]
    assert [article.chapter for article in split.articles] == chapters


def test_promulgation_and_preamble_stand_before_the_first_article() -> None:
    split = found(
        "Na podlagi druge alinee 107. člena Ustave izdajam\nUKAZ\no razglasitvi Zakona o branju\nRazglašam zakon.\n"
        "Št. 003-02-5/2027-3\nLjubljana, dne 5. maja 2027\n\nZ A K O N\nO BRANJU (ZBr)\n\n1. člen\nBerimo."
    )
    assert split.preamble.startswith("Na podlagi druge alinee")
    assert split.preamble.endswith("O BRANJU (ZBr)")
    assert [article.text for article in split.articles] == ["Berimo."]


@pytest.mark.parametrize(
    "explanation",
    [
        "OBRAZLOŽITEV", "O B R A Z L O Ž I T E V", "OBRAZLOŽITEV:", "Obrazložitev", "III. OBRAZLOŽITEV",
        "II. OBRAZLOŽITEV ČLENOV", "OBRAZLOŽITEV PREDLOGA PRAVILNIKA", "III. OBRAZLOŽITEV PO ČLENIH",
        "OBRAZLOŽITEV K PREDLOGU ZAKONA", "Obrazložitev po členih", "IV. BESEDILO ČLENOV, KI SE SPREMINJAJO",
    ],
)  # fmt: skip
def test_the_explanation_ends_the_articles(explanation: str) -> None:
    split = found(
        f"1. člen\nPrvi.\n2. člen\nDrugi.\n{explanation}\nK 1. členu\n1. člen\nTako je prav.\n5. člen\nStaro."
    )
    assert [(article.number, article.text) for article in split.articles] == [("1", "Prvi."), ("2", "Drugi.")]


def test_an_article_may_be_titled_explanation() -> None:
    texts = ["Prva", "Druga", "Obrazložitev", "Četrta"]
    split = found("\n".join(f"{text}\n{number}. člen\nOdločba." for number, text in enumerate(texts, 1)))
    assert [article.title for article in split.articles] == texts


def test_a_bill_begins_with_an_introduction_and_ends_with_a_signature() -> None:
    split = found(
        "PREDLOG ZAKONA O BRANJU\nI. UVOD\n1. OCENA STANJA\nBere se premalo.\nII. BESEDILO ČLENOV\n"
        "I. SPLOŠNE DOLOČBE\n1. člen\nBerimo.\n2. člen\nTa zakon začne veljati takoj.\n"
        "Št. 630-1/27-5\nLjubljana, dne 5. maja 2027\nEPA 12-X\nPredsednica\nPRILOGA 1\nObrazec"
    )
    assert [article.chapter for article in split.articles] == [("I. SPLOŠNE DOLOČBE",)] * 2
    assert split.articles[-1].text == "Ta zakon začne veljati takoj."


def test_numbered_paragraphs_take_their_points_and_closing_words_with_them() -> None:
    text = (
        "(1) Knjižnica:\n1. zbira;\n2. hrani\n– knjige,\n– note\nin oboje posoja.\n(2) Drugi odstavek.\n(2.a) Vrinjeni."
    )
    assert only(f"1. člen\n{text}").paragraphs == (
        "(1) Knjižnica:\n1. zbira;\n2. hrani\n– knjige,\n– note\nin oboje posoja.", "(2) Drugi odstavek.",
        "(2.a) Vrinjeni.",
    )  # fmt: skip


def test_unnumbered_paragraphs_are_lines_with_their_points() -> None:
    text = "Knjižnica:\na) zbira,\nb) hrani.\nČlani so vsi.\n-        tudi otroci\n•  in starši"
    assert only(f"1. člen\n{text}").paragraphs == (
        "Knjižnica:\na) zbira,\nb) hrani.", "Člani so vsi.\n-        tudi otroci\n•  in starši",
    )  # fmt: skip


def test_missing_and_repeated_numbers_are_said() -> None:
    text = "".join(f"{number} člen\nBesedilo.\n" for number in ("1.", "2.", "2.a", "5.", "5–6.", "7.", "7."))
    assert found(text).findings == (Repeated("7"), Gap("2.a", "5"))


def test_a_consolidated_text_ends_with_the_articles_of_the_laws_that_changed_it() -> None:
    split = found(
        "1. člen\nPrvi.\n2. člen\nDrugi.\n\nZakon o spremembah vsebuje naslednjo prehodno in končno določbo:\n"
        "»PREHODNA IN KONČNA DOLOČBA\n\n15. člen\nPrehodna.\n\n16. člen\nKončna.«.\n\n"
        "»KONČNA DOLOČBA\n\n4. člen\nZadnja.«.\n"
    )
    assert [article.number for article in split.articles] == ["1", "2", "15", "16", "4"]
    assert split.articles[2].chapter == ("PREHODNA IN KONČNA DOLOČBA",)
    assert split.articles[-1].chapter == ("KONČNA DOLOČBA",)


def test_a_text_without_articles_is_all_preamble() -> None:
    split = found("Cenik\n\nIzkaznica 10 eurov")
    assert (split.preamble, split.articles) == ("Cenik\n\nIzkaznica 10 eurov", ())
    assert found("").articles == ()
