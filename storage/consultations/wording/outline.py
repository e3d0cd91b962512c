"""The outline of a consultation while staff put it in order: which articles are asked about, and together with which.

Pure: each action returns the new outline, or NotPossible when a place is not there or the action has no sense.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from storage.consultations.wording import marks
from storage.consultations.wording.articles import Article
from storage.consultations.wording.paragraphs import bracketed_title


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked at once: mostly one article. `title` is for what was grouped; an article has its own."""

    articles: tuple[Article, ...]
    title: str | None = None
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """The questions in their order, with those left out, which can be taken back."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class NotPossible:
    """The outline is not so that this could be done."""


Edited = Outline | NotPossible


def outline_of(articles: Sequence[Article]) -> Outline:
    """Begin with a question for each article."""
    return Outline(tuple(Question((article,)) for article in articles))


def merge(outline: Outline, at: int) -> Edited:
    """Make one article of question `at` and the next, which the splitter took apart; nothing of the text is lost."""
    first, second = _article(outline, at), _article(outline, at + 1)
    if first is None or second is None:
        return NotPossible()
    merged = replace(first, paragraphs=(*first.paragraphs, *_heading(second), *second.paragraphs))
    return _replaced(outline, at, at + 2, Question((merged,)))


def split_article(outline: Outline, at: int, paragraph: int) -> Edited:
    """Make two articles of the one in question `at`; the second begins with this paragraph, from 1 on.

    A paragraph that is an article's heading gives number and title; else the second has the first's number and "/2".
    """
    article = _article(outline, at)
    if article is None or not 1 <= paragraph < len(article.paragraphs):
        return NotPossible()
    first = replace(article, paragraphs=article.paragraphs[:paragraph])
    number = f"{article.number}/2"
    label = marks.label(number) if _is_article(article) else article.label
    second = replace(article, number=number, title=None, paragraphs=article.paragraphs[paragraph:], label=label)
    heading, *below = second.paragraphs[0].split("\n")
    if found := marks.article(heading):
        title, body = bracketed_title(below, 0, len(below))
        rest = "\n".join(below[body:])
        kept = (rest, *second.paragraphs[1:]) if rest else second.paragraphs[1:]
        label = marks.label(found[0])
        second = replace(second, number=found[0], title=found[1] or title, paragraphs=kept, label=label)
    return _replaced(outline, at, at + 1, Question((first,)), Question((second,)))


def rename(outline: Outline, at: int, title: str) -> Edited:
    """Give question `at` another title; one article alone gets it as its own."""
    if not _there(outline, at):
        return NotPossible()
    question = outline.questions[at]
    article = _article(outline, at)
    renamed = replace(question, title=title) if article is None else Question((replace(article, title=title),))
    return _replaced(outline, at, at + 1, replace(renamed, left_out=question.left_out))


def leave_out(outline: Outline, at: int, *, left_out: bool = True) -> Edited:
    """Leave question `at` out, or take it back."""
    if not _there(outline, at):
        return NotPossible()
    return _replaced(outline, at, at + 1, replace(outline.questions[at], left_out=left_out))


def group(outline: Outline, first: int, last: int, title: str) -> Edited:
    """Ask about the articles of questions `first` to `last` at once; what is left out of them stays out."""
    if not 0 <= first < last < len(outline.questions):
        return NotPossible()
    grouped = outline.questions[first : last + 1]
    asked = tuple(article for question in grouped if not question.left_out for article in question.articles)
    if len(asked) < 2:  # noqa: PLR2004 - a group is two or more
        return NotPossible()
    out = (question for question in grouped if question.left_out)
    return _replaced(outline, first, last + 1, Question(asked, title), *out)


def ungroup(outline: Outline, at: int) -> Edited:
    """Ask about each article of question `at` by itself again."""
    if not _there(outline, at) or len(outline.questions[at].articles) == 1:
        return NotPossible()
    question = outline.questions[at]
    alone = (Question((article,), left_out=question.left_out) for article in question.articles)
    return _replaced(outline, at, at + 1, *alone)


def asked(outline: Outline) -> tuple[Question, ...]:
    """List the questions that are put to the members."""
    return tuple(question for question in outline.questions if not question.left_out)


def _there(outline: Outline, at: int) -> bool:
    return 0 <= at < len(outline.questions)


def _article(outline: Outline, at: int) -> Article | None:
    """Return the article of a question that has just one."""
    articles = outline.questions[at].articles if _there(outline, at) else ()
    return articles[0] if len(articles) == 1 else None


def _is_article(article: Article) -> bool:
    return article.label == marks.label(article.number)


def _heading(article: Article) -> tuple[str, ...]:
    """Write the heading as a draft has it, as a paragraph."""
    title = f"\n({article.title})" if _is_article(article) and article.title else ""
    return (f"{article.label}{title}",) if article.label else ()


def _replaced(outline: Outline, first: int, behind: int, *questions: Question) -> Outline:
    return Outline((*outline.questions[:first], *questions, *outline.questions[behind:]))
