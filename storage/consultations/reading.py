"""Consultations as members and staff look at them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, func, select

from storage.consultations import answers, books, progress, rules
from storage.consultations.answers import Answer, Asked, Said
from storage.consultations.books import Question, Text, consultation_of
from storage.consultations.majority import Choice
from storage.consultations.rules import Consultation, ConsultationId, QuestionId, State
from storage.consultations.tables import consultations, outlines, positions, remarks, wordings
from storage.pages import Page, page_of
from storage.people import LibraryId, Person, libraries

PAGE = 8
"""So many lines are on a page."""

ARTICLE, SPAN = "člen", "–"
"""The labels of articles end so; those of several in a row, which are one question, have a dash."""


def all_articles(texts: Iterable[Text]) -> bool:
    """Tell whether all that is asked about are articles."""
    return all(text.label.endswith(ARTICLE) and SPAN not in text.label for text in texts)


@dataclass(frozen=True, slots=True)
class Line:
    """A consultation in a list, and how many questions in it wait for whoever looks."""

    one: Consultation
    left: int


@dataclass(frozen=True, slots=True)
class Card:
    """A consultation as one person sees it.

    `left` of its `questions` wait for them; all these are `articles` of a law, or something else. `casts` are the
    libraries whose votes they cast, `lefts` how many questions wait for the vote of each, `given_to` the one that has
    theirs. `first_open` waits for the vote of `for_library`, or for the person. Of the `entitled` libraries so many
    `voted`. `stage` is how far the position has come.
    """

    one: Consultation
    questions: int
    articles: bool
    left: int
    first_open: QuestionId
    for_library: LibraryId | None
    casts: Mapping[LibraryId, str]
    lefts: Mapping[LibraryId, int]
    given_to: str | None
    voted: int
    entitled: int
    stage: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """A question as one person sees it.

    `stance` is their own, `vote` that of the library for which they look, whose name is `library`. `colleagues` counts
    the stances in that library. `left` questions wait for that library's vote, or for their own stance; `next_open` is
    the next of them. `before` and `after` are the neighbours, `given_to` is who casts the vote of their library in its
    place. `reworded` tells whether there are earlier wordings.
    """

    one: Consultation
    question: Question
    stance: Answer | None
    vote: Answer | None
    voted: bool
    library_id: LibraryId | None
    library: str | None
    casts: Mapping[LibraryId, str]
    colleagues: Mapping[Choice, int]
    remarks: int
    left: int
    next_open: QuestionId | None
    before: QuestionId | None
    after: QuestionId | None
    given_to: str | None
    reworded: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A question in the list of all, what whoever looks has said of it, and whether it `waits` for them."""

    question: Question
    answer: Answer | None
    waits: bool


def listed(tx: Connection, person: Person, page: int, now: datetime) -> Page[Line]:
    """List the consultations a person may see: those that run by their end, then those that are over, last first."""
    running = (consultations.c.state == State.OPEN) & (consultations.c.ends_at > now)
    order = (~running, case((running, consultations.c.ends_at)), consultations.c.ends_at.desc(), consultations.c.id)
    rows = tx.execute(select(consultations).order_by(*order)).mappings()
    seen = [one for one in map(consultation_of, rows) if one.seen_by(person)]
    found = page_of(seen, page, PAGE)
    lines = [Line(one, progress.left(tx, one, person) if one.runs(now) else 0) for one in found.lines]
    return found.of(lines)


@dataclass(frozen=True, slots=True)
class Waits:
    """So many consultations wait for a person; the first of them ends at a moment."""

    count: int
    ends_at: datetime


def running(tx: Connection, now: datetime) -> dict[int, Consultation]:
    """List the consultations that run, by their end."""
    chosen = select(consultations).where(consultations.c.state == State.OPEN, consultations.c.ends_at > now)
    rows = tx.execute(chosen.order_by(consultations.c.ends_at, consultations.c.id)).mappings()
    return {one.id: one for one in map(consultation_of, rows)}


def waits(tx: Connection, person: Person, now: datetime) -> Waits | None:
    """Tell which consultations wait for the vote that a person casts, or for their stance; None if none does."""
    found = [line.one for line in mine(tx, person, now) if line.left]
    return Waits(len(found), found[0].terms.ends_at) if found else None


def mine(tx: Connection, person: Person, now: datetime) -> list[Line]:
    """List the consultations that run and ask a person, by their end, with how many questions wait for them."""
    return [Line(one, progress.left(tx, one, person)) for one in running(tx, now).values() if one.seen_by(person)]


def _names(tx: Connection, ids: Sequence[LibraryId]) -> dict[LibraryId, str]:
    rows = tx.execute(select(libraries.c.id, libraries.c.name).where(libraries.c.id.in_(ids)))
    names = {LibraryId(row.id): row.name for row in rows}
    return {one: names[one] for one in ids if one in names}


def casts(tx: Connection, one: Consultation, person: Person) -> dict[LibraryId, str]:
    """Name the libraries whose votes a person casts."""
    if person.library is None or person.role not in rules.VOTERS or not one.terms.asks(person.library.kind):
        return {}
    return _names(tx, books.given(tx, one.id).cast_by(person.library.id))


def card(tx: Connection, consultation_id: ConsultationId, person: Person) -> Card | None:
    """Find a consultation as a person sees it; None if it is not for them."""
    one = books.find(tx, consultation_id)
    if one is None or not one.seen_by(person):
        return None
    given_to = books.given(tx, one.id).given.get(person.library.id) if person.library else None
    voted = progress.voted(tx, one)
    stage = tx.execute(select(positions.c.stage).where(positions.c.consultation_id == one.id)).scalar()
    own = casts(tx, one, person)
    of = progress.total(tx, one)
    lefts = {library: of - voted.get(library, 0) for library in own}
    library = _whose(person, own, next((library for library, left in lefts.items() if left), None))
    asked, said = answers.asked(tx, one), _said(tx, one, person, library)
    first_open = next((each.question for each in asked if said.waits(each)), asked[0].question)
    return Card(
        one, of, _only_articles(tx, one),
        progress.left(tx, one, person), first_open, library, own, lefts,
        _names(tx, [given_to]).get(given_to) if given_to else None,
        sum(bool(count) for count in voted.values()), len(voted), stage,
    )  # fmt: skip


def _only_articles(tx: Connection, one: Consultation) -> bool:
    others = select(wordings.c.id).join(outlines, outlines.c.wording_id == wordings.c.id).where(
        outlines.c.consultation_id == one.id, outlines.c.version == one.version,
        wordings.c.label.not_like(f"%{ARTICLE}") | wordings.c.label.contains(SPAN),
    )  # fmt: skip
    return tx.execute(others.limit(1)).first() is None


def questions(tx: Connection, one: Consultation, person: Person, for_library: LibraryId | None = None) -> list[Listed]:
    """List all questions with what a person has said of them: the vote of a library that they cast, or their stance."""
    said = _said(tx, one, person, _whose(person, casts(tx, one, person), for_library))
    asked = [(question, Asked(question.id, question.wording_id)) for question in books.outline(tx, one.id, one.version)]
    return [Listed(question, said.answer(each), said.waits(each)) for question, each in asked]


def _whose(person: Person, own: Mapping[LibraryId, str], for_library: LibraryId | None) -> LibraryId | None:
    """Tell for which library a person looks: the one they choose of those whose votes they cast, else their own."""
    library = for_library if for_library in own else next(iter(own), None)
    return person.library.id if library is None and person.library is not None else library


def _said(tx: Connection, one: Consultation, person: Person, library: LibraryId | None) -> Said:
    """Find what tells which questions wait for whoever looks: the votes that they cast, or else their stances."""
    if person.role in rules.VOTERS and library:
        return answers.of_library(tx, one, library)
    return answers.of_person(tx, one, person.id)


def article(
    tx: Connection,
    question_id: QuestionId,
    person: Person,
    for_library: LibraryId | None = None,
) -> Article | None:
    """Find a question as a person sees it, looking for one of the libraries whose votes they cast; None if not theirs.

    What their library's own people think is seen by all of them.
    """
    number = books.of_question(tx, question_id)
    one = books.find(tx, number) if number else None
    if one is None or not one.seen_by(person):
        return None
    question, asked = books.question(tx, one, question_id), answers.asked(tx, one)
    if question is None:
        return None
    own, this = casts(tx, one, person), Asked(question.id, question.wording_id)
    library = _whose(person, own, for_library)
    cast = answers.of_library(tx, one, library) if library else Said({})
    leans = answers.of_person(tx, one, person.id)
    said, place = cast if person.role in rules.VOTERS else leans, question.position - 1
    waiting = [each.question for each in (*asked[place:], *asked[:place]) if said.waits(each)]
    given_to = books.given(tx, one.id).given.get(person.library.id) if person.library else None
    count = select(func.count()).where(remarks.c.question_id == question_id)
    return Article(
        one, question, leans.answer(this), cast.answer(this),
        question_id in cast.cast or question_id in cast.choices,
        library, _names(tx, [library]).get(library) if library else None, own,
        answers.leaning(tx, this, library), tx.execute(count).scalar_one(),
        len(waiting) if person.library else 0, next((one for one in waiting if one != question_id), None),
        asked[place - 1].question if place else None, asked[place + 1].question if place + 1 < len(asked) else None,
        _names(tx, [given_to]).get(given_to) if given_to else None, _reworded(tx, question),
    )  # fmt: skip


def _reworded(tx: Connection, question: Question) -> bool:
    other = wordings.c.question_id == question.id, wordings.c.id != question.wording_id
    return tx.execute(select(wordings.c.id).where(*other).limit(1)).first() is not None
