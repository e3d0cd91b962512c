"""A consultation that is being prepared: what its draft holds, and how it becomes a consultation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, select, update

from storage import drafts
from storage.consultations import opening
from storage.consultations.books import Text
from storage.consultations.majority import Majority, Rule, Share
from storage.consultations.opening import NotYet, Opened
from storage.consultations.rules import Ballot, Consultation, ConsultationId, Remarks, Results, Terms
from storage.consultations.tables import versions
from storage.consultations.wording.articles import Article
from storage.consultations.wording.outline import Outline, Question, asked
from storage.drafts import Draft, DraftId, Gone, NotYours
from storage.people import PersonId

FEATURE = "consultations"
"""The drafts of consultations are kept under this name."""

NEEDED = ("title_sl", "outline", "ends_at")
LABEL_AT_MOST = 120
TITLE_AT_MOST = 500
"""Characters of the names of a question, and of the heading above it."""


class Form(StrEnum):
    """What the questions of a draft are: its articles, what stands below its headings, or what staff typed."""

    ARTICLES = "articles"
    HEADINGS = "headings"
    TYPED = "typed"


NOUNS = {Form.ARTICLES: "člen", Form.HEADINGS: "odstavek", Form.TYPED: "vprašanje"}
"""What a piece of a draft without a heading is called, in the draft's own language."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that every consultation needs is missing."""

    missing: tuple[str, ...]


def kept(outline: Outline) -> list[Any]:
    """Lay an outline out as JSON can hold it."""
    return [
        [[[one.number, one.title, one.chapter, one.paragraphs] for one in question.articles], question.title,
         question.left_out]
        for question in outline.questions
    ]  # fmt: skip


def outline_of(data: Mapping[str, Any]) -> Outline:
    """Read the outline in a draft's data."""
    return Outline(tuple(map(_question_of, data.get("outline", ()))))


def _question_of(kept_question: Any) -> Question:  # noqa: ANN401 - JSON
    articles, title, left_out = kept_question
    read = (Article(number, name, tuple(above), tuple(body)) for number, name, above, body in articles)
    return Question(tuple(read), title, left_out)


def terms(data: Mapping[str, Any]) -> Terms | Unfinished:
    """Read the terms in a draft's data, if all is there that every consultation needs."""
    missing = tuple(name for name in NEEDED if not data.get(name))
    return Unfinished(missing) if missing else terms_so_far(data, datetime.fromisoformat(data["ends_at"]))


def terms_so_far(data: Mapping[str, Any], ends_at: datetime) -> Terms:
    """Read the terms in a draft's data; what staff did not touch is as it is by default."""
    weights = data.get("weights")
    return Terms(
        title_sl=data.get("title_sl", ""),
        title_en=data.get("title_en"),
        ends_at=ends_at,
        ballot=ballot(data),
        results=Results(data.get("results", Results.HIDDEN)),
        remarks=Remarks(data.get("remarks", Remarks.NAMED)),
        rule=rule(data),
        kinds=tuple(data.get("kinds", ())),
        weights={kind: Fraction(weight) for kind, weight in weights.items()} if weights else None,
        proxies=data.get("proxies", 1),
    )


def ballot(data: Mapping[str, Any]) -> Ballot:
    """Read the kind of ballot in a draft's data."""
    return Ballot(data.get("ballot", Ballot.OPEN))


def rule(data: Mapping[str, Any]) -> Rule:
    """Read how votes are to be counted in a draft's data."""
    default = Rule()
    return Rule(
        Majority(data.get("majority", default.majority)),
        Share(data.get("share", default.share)),
        Fraction(data.get("quorum", default.quorum)),
    )


def label(form: Form, number: str) -> str:
    """Name a piece of a draft as the draft itself would: "12. člen", "12. člen, 2. del" where it was split in two."""
    whole, _, part = number.partition("/")
    name = f"{_counted(whole)} {NOUNS[form]}"
    return f"{name}, {part}. del" if part else name


def span(form: Form, articles: Sequence[Article]) -> str:
    """Name several pieces of a draft in a row: "12.–15. člen"."""
    return f"{_counted(articles[0].number)}–{label(form, articles[-1].number)}"


def _counted(number: str) -> str:
    return number if "." in number else f"{number}."


def text(form: Form, question: Question) -> Text:
    """Say what a question is about, as members read it."""
    first = question.articles[0]
    chapter = _cut(" · ".join(first.chapter), TITLE_AT_MOST) if first.chapter else None
    if len(question.articles) == 1:
        return Text(*_names(form, first), chapter, first.text)
    grouped = "\n".join(_whole(form, article) for article in question.articles)
    return Text(_cut(question.title or span(form, question.articles), LABEL_AT_MOST), None, chapter, grouped)


def _names(form: Form, article: Article) -> tuple[str, str | None]:
    """Return label and title; below a heading, the heading is the label."""
    name = label(form, article.number)
    if form is not Form.HEADINGS or article.title is None:
        return _cut(name, LABEL_AT_MOST), article.title and _cut(article.title, TITLE_AT_MOST)
    return _cut(f"{article.number} {article.title}", LABEL_AT_MOST), None


def _whole(form: Form, article: Article) -> str:
    name, title = _names(form, article)
    return f"{name}\n({title})\n{article.text}" if title else f"{name}\n{article.text}"


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def form(data: Mapping[str, Any]) -> Form:
    """Read what the questions in a draft's data are."""
    return Form(data.get("form", Form.ARTICLES))


def texts(data: Mapping[str, Any]) -> list[Text]:
    """List what is asked about in a draft's data."""
    return [text(form(data), question) for question in asked(outline_of(data))]


def open_draft(
    tx: Connection, draft_id: DraftId, version: int, by: PersonId, now: datetime
) -> Opened | NotYet | Unfinished | NotYours | Gone:
    """Put a draft to the members and end it here; a second time it is gone."""
    draft = drafts.lock(tx, draft_id, version, by, FEATURE)
    if not isinstance(draft, Draft):
        return draft
    wanted = terms(draft.data)
    if isinstance(wanted, Unfinished):
        return wanted
    outcome = opening.open_(tx, wanted, draft.data.get("preamble", ""), texts(draft.data), by, now)
    if isinstance(outcome, Opened):
        remember(tx, outcome.one, draft.data)
        drafts.end(tx, draft_id)
    return outcome


def remember(tx: Connection, one: Consultation, data: Mapping[str, Any]) -> None:
    """Keep how staff had put a version in order, for the next one."""
    drafted = {"form": form(data), "outline": data["outline"]}
    here = versions.c.consultation_id == one.id, versions.c.version == one.version
    tx.execute(update(versions).where(*here).values(drafted=drafted))


def remembered(tx: Connection, consultation_id: ConsultationId, version: int) -> tuple[Form, Outline] | None:
    """Find how staff had put a version in order; None if it did not come from a draft."""
    here = versions.c.consultation_id == consultation_id, versions.c.version == version
    drafted = tx.execute(select(versions.c.drafted).where(*here)).scalar()
    return (form(drafted), outline_of(drafted)) if drafted else None
