"""Staff put the outline in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.consultations.wording import outline as outlines
from storage.consultations.wording.articles import Article
from storage.consultations.wording.outline import NotPossible, Outline, Question, outline_of

ARTICLES = [
    Article("1", "namen", ("I.",), ("(1) Prvi.", "(2) Drugi."), "1. člen"),
    Article("2", None, ("I.",), ("Tretji.",), "2. člen"),
    Article("2.a", "rok", ("II.",), ("Četrti.", "Peti."), "2.a člen"),
]
OUTLINE = outline_of(ARTICLES)


def done(edited: Outline | NotPossible) -> Outline:
    assert isinstance(edited, Outline)
    return edited


def test_each_article_is_a_question_at_first() -> None:
    assert OUTLINE.questions == tuple(Question((article,)) for article in ARTICLES)


def test_two_articles_are_merged_and_nothing_is_lost() -> None:
    merged = done(outlines.merge(OUTLINE, 1))
    (article,) = merged.questions[1].articles
    assert (article.number, article.text) == ("2", "Tretji.\n2.a člen\n(rok)\nČetrti.\nPeti.")
    assert len(merged.questions) == 2


def test_what_was_merged_can_be_split_again() -> None:
    merged = done(outlines.merge(OUTLINE, 0))
    again = done(outlines.split_article(merged, 0, 2))
    assert [question.articles[0].text for question in again.questions] == [article.text for article in ARTICLES]
    assert [question.articles[0].number for question in again.questions] == ["1", "2", "2.a"]
    assert done(outlines.split_article(done(outlines.merge(OUTLINE, 1)), 1, 1)).questions[2].articles[0].title == "rok"


def test_sections_and_paragraphs_are_merged_with_the_heading_they_have() -> None:
    sections = [Article("1", "Uvod", (), ("Prvi.",), "1 Uvod"), Article("2", "Rok", (), ("Drugi.",), "2 Rok")]
    (question,) = done(outlines.merge(outline_of(sections), 0)).questions
    assert question.articles[0].text == "Prvi.\n2 Rok\nDrugi."
    paragraphs = [Article("1", None, (), ("Prvi.",)), Article("2", None, (), ("Drugi.",))]
    merged = done(outlines.merge(outline_of(paragraphs), 0))
    assert merged.questions[0].articles[0].text == "Prvi.\nDrugi."
    assert done(outlines.split_article(merged, 0, 1)).questions[1].articles[0].label == ""


def test_an_article_is_split_at_a_paragraph() -> None:
    one, other = done(outlines.split_article(OUTLINE, 0, 1)).questions[:2]
    assert (one.articles[0].number, one.articles[0].title, one.articles[0].text) == ("1", "namen", "(1) Prvi.")
    assert other.articles[0] == Article("1/2", None, ("I.",), ("(2) Drugi.",), "1/2. člen")


def test_an_article_and_a_group_are_renamed() -> None:
    assert done(outlines.rename(OUTLINE, 1, "izposoja")).questions[1].articles[0].title == "izposoja"
    grouped = done(outlines.group(OUTLINE, 0, 1, "Začetek"))
    renamed = done(outlines.rename(grouped, 0, "Uvod"))
    assert (renamed.questions[0].title, renamed.questions[0].articles) == ("Uvod", tuple(ARTICLES[:2]))


def test_what_is_left_out_is_not_asked_and_can_be_taken_back() -> None:
    without = done(outlines.leave_out(OUTLINE, 1))
    assert [question.articles[0].number for question in outlines.asked(without)] == ["1", "2.a"]
    assert done(outlines.leave_out(without, 1, left_out=False)) == OUTLINE
    assert done(outlines.rename(without, 1, "rok")).questions[1].left_out


def test_articles_are_asked_about_at_once_and_apart_again() -> None:
    grouped = done(outlines.group(OUTLINE, 0, 2, "Vse"))
    assert grouped.questions == (Question(tuple(ARTICLES), "Vse"),)
    assert done(outlines.ungroup(grouped, 0)) == OUTLINE


def test_what_is_left_out_of_a_group_stays_out() -> None:
    grouped = done(outlines.group(done(outlines.leave_out(OUTLINE, 1)), 0, 2, "Vse"))
    assert grouped.questions == (
        Question((ARTICLES[0], ARTICLES[2]), "Vse"),
        Question((ARTICLES[1],), None, left_out=True),
    )


def test_what_has_no_sense_is_refused() -> None:
    grouped = done(outlines.group(OUTLINE, 0, 1, "Začetek"))
    refused = [
        outlines.merge(OUTLINE, 2), outlines.merge(grouped, 0), outlines.split_article(OUTLINE, 1, 1),
        outlines.split_article(OUTLINE, 0, 0), outlines.split_article(OUTLINE, 0, 2),
        outlines.split_article(grouped, 0, 1),
        outlines.group(OUTLINE, 1, 1, "Sam"), outlines.group(OUTLINE, 2, 1, "Nazaj"), outlines.ungroup(OUTLINE, 0),
        outlines.group(done(outlines.leave_out(OUTLINE, 1)), 0, 1, "Sam"),
    ]  # fmt: skip
    assert refused == [NotPossible()] * len(refused)


@settings(deadline=None)
@given(st.integers(-5, 8).filter(lambda at: not 0 <= at < len(ARTICLES)))
def test_places_that_are_not_there_are_refused(at: int) -> None:
    edits = [
        outlines.merge(OUTLINE, at), outlines.split_article(OUTLINE, at, 1), outlines.rename(OUTLINE, at, "x"),
        outlines.leave_out(OUTLINE, at), outlines.ungroup(OUTLINE, at), outlines.group(OUTLINE, at, 2, "x"),
        outlines.group(OUTLINE, 0, at, "x"),
    ]  # fmt: skip
    assert edits == [NotPossible()] * len(edits)


def edit(outline: Outline, what: str, at: int, other: int) -> Outline | NotPossible:
    match what:
        case "merge":
            return outlines.merge(outline, at)
        case "split":
            return outlines.split_article(outline, at, other)
        case "group":
            return outlines.group(outline, at, other, "skupaj")
        case "ungroup":
            return outlines.ungroup(outline, at)
        case _:
            return outlines.leave_out(outline, at)


whats = st.sampled_from(["merge", "split", "group", "ungroup", "leave out"])
edits = st.lists(st.tuples(whats, st.integers(-1, 4), st.integers(0, 4)), max_size=12)


@settings(deadline=None)
@given(edits)
def test_no_row_of_edits_loses_a_paragraph(steps: list[tuple[str, int, int]]) -> None:
    outline = OUTLINE
    for what, at, other in steps:
        edited = edit(outline, what, at, other)
        outline = edited if isinstance(edited, Outline) else outline
    text = "\n".join(article.text for question in outline.questions for article in question.articles)
    assert all(text.count(paragraph) == 1 for article in ARTICLES for paragraph in article.paragraphs)
