"""Consultations as members and staff look at them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, case, select

from storage.consultations import books, progress, question_facts, rules, sealed
from storage.consultations.books import Question, Text, consultation_of
from storage.consultations.majority import Choice
from storage.consultations.remarks import Kind
from storage.consultations.rules import (
    Consultation,
    ConsultationId,
    QuestionId,
    State,
    WordingId,
)
from storage.consultations.tables import (
    consultations,
    outlines,
    positions,
    stances,
    voters,
    votes,
)
from storage.people import LibraryId, Person, PersonId, libraries

PAGE = 8
"""So many lines are on a page."""

ARTICLE = "člen"
"""The labels of articles end so."""


def all_articles(texts: Iterable[Text]) -> bool:
    """Tell whether all that is asked about are articles."""
    return all(text.label.endswith(ARTICLE) for text in texts)


@dataclass(frozen=True, slots=True)
class Line:
    """A consultation in a list, and how many questions in it wait for whoever looks."""

    one: Consultation
    left: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list; pages count from 0."""

    lines: Sequence[Line]
    number: int
    pages: int
    total: int


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
class Answer:
    """What was said of a question; it is `old` if that was of another wording."""

    choice: Choice
    old: bool


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
    mine: frozenset[Kind]
    remarks: int
    left: int
    next_open: QuestionId | None
    before: QuestionId | None
    after: QuestionId | None
    given_to: str | None
    reworded: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A question in the list of all, and what whoever looks has said of it: their library's vote, or their stance."""

    question: Question
    answer: Answer | None
    voted: bool

    @property
    def waits(self) -> bool:
        """Whether it waits for whoever looks."""
        return not self.voted and (self.answer is None or self.answer.old)


def listed(tx: Connection, person: Person, page: int, now: datetime) -> Page:
    """List the consultations a person may see: those that run by their end, then those that are over, last first."""
    running = (consultations.c.state == State.OPEN) & (consultations.c.ends_at > now)
    order = (~running, case((running, consultations.c.ends_at)), consultations.c.ends_at.desc(), consultations.c.id)
    rows = tx.execute(select(consultations).order_by(*order)).mappings()
    seen = [one for one in map(consultation_of, rows) if one.seen_by(person)]
    pages = max(1, -(-len(seen) // PAGE))
    number = min(max(0, page), pages - 1)
    chosen = seen[number * PAGE : (number + 1) * PAGE]
    lines = [Line(one, progress.left(tx, one, person) if one.runs(now) else 0) for one in chosen]
    return Page(lines, number, pages, len(seen))


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
    found = [one for one in running(tx, now).values() if one.seen_by(person) and progress.left(tx, one, person)]
    return Waits(len(found), found[0].terms.ends_at) if found else None


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
    lines = _listed(tx, one, person, library, books.outline(tx, one.id, one.version))
    first_open = next((line.question.id for line in lines if line.waits), lines[0].question.id)
    return Card(
        one, of, all_articles([line.question.text for line in lines]),
        progress.left(tx, one, person), first_open, library, own, lefts,
        _names(tx, [given_to]).get(given_to) if given_to else None,
        sum(bool(count) for count in voted.values()), len(voted), stage,
    )  # fmt: skip


def questions(tx: Connection, one: Consultation, person: Person, for_library: LibraryId | None = None) -> list[Listed]:
    """List all questions with what a person has said of them: the vote of a library that they cast, or their stance."""
    asked = books.outline(tx, one.id, one.version)
    return _listed(tx, one, person, _whose(person, casts(tx, one, person), for_library), asked)


def _whose(person: Person, own: Mapping[LibraryId, str], for_library: LibraryId | None) -> LibraryId | None:
    """Tell for which library a person looks: the one they choose of those whose votes they cast, else their own."""
    library = for_library if for_library in own else next(iter(own), None)
    return person.library.id if library is None and person.library is not None else library


def _listed(
    tx: Connection, one: Consultation, person: Person, library: LibraryId | None, asked: Sequence[Question]
) -> list[Listed]:
    if person.role in rules.VOTERS and library:
        said = {} if one.sealed else _votes(tx, one, library)
        there = _sealed_voted(tx, one, library) if one.sealed else set()
    else:
        said, there = _stances(tx, one, person.id), set()
    return [
        Listed(question, _answer(said.get(question.id), question.wording_id), question.id in there)
        for question in asked
    ]


def _answer(said: tuple[Choice, WordingId] | None, wording: WordingId) -> Answer | None:
    return None if said is None else Answer(said[0], said[1] != wording)


def _votes(tx: Connection, one: Consultation, library: LibraryId) -> dict[QuestionId, tuple[Choice, WordingId]]:
    chosen = select(votes.c.question_id, votes.c.choice, votes.c.wording_id)
    return _said(tx, chosen.where(votes.c.library_id == library, votes.c.question_id.in_(_ids(one))))


def _stances(tx: Connection, one: Consultation, person: PersonId) -> dict[QuestionId, tuple[Choice, WordingId]]:
    chosen = select(stances.c.question_id, stances.c.choice, stances.c.wording_id)
    return _said(tx, chosen.where(stances.c.person_id == person, stances.c.question_id.in_(_ids(one))))


def _said(tx: Connection, chosen: Select[int, str, int]) -> dict[QuestionId, tuple[Choice, WordingId]]:
    return {QuestionId(row[0]): (Choice(row[1]), WordingId(row[2])) for row in tx.execute(chosen)}


def _sealed_voted(tx: Connection, one: Consultation, library: LibraryId) -> set[QuestionId]:
    there = select(outlines.c.question_id).join(voters, voters.c.wording_id == outlines.c.wording_id)
    here = outlines.c.consultation_id == one.id, outlines.c.version == one.version, voters.c.library_id == library
    return {QuestionId(question) for question in tx.execute(there.where(*here)).scalars()}


def _ids(one: Consultation) -> Select[int]:
    here = outlines.c.consultation_id == one.id, outlines.c.version == one.version
    return select(outlines.c.question_id).where(*here)


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
    own, given = casts(tx, one, person), books.given(tx, one.id).given
    library = _whose(person, own, for_library)
    if person.role in rules.VOTERS and library is not None:
        places = question_facts.for_library(tx, one, library)
    else:
        places = question_facts.for_person(tx, one, person.id)
    place = next(place for place, each in enumerate(places) if each.question == question_id)
    found = question_facts.facts(tx, places[place], place + 1, len(places), library, person.id)
    in_the_box = one.sealed and library is not None and sealed.has_voted(tx, found.question.wording_id, library)
    following = [each.question for each in (*places[place + 1 :], *places[:place]) if each.waits]
    given_to = given.get(person.library.id) if person.library else None
    names = _names(tx, [each for each in (library, given_to) if each])
    now = found.question.wording_id
    return Article(
        one, found.question, _answer(found.stance, now), _answer(found.vote, now), in_the_box or found.vote is not None,
        library, names.get(library) if library else None, own, found.leaning, found.kinds, found.remarks,
        sum(each.waits for each in places) if person.library else 0, next(iter(following), None),
        places[place - 1].question if place else None,
        places[place + 1].question if place + 1 < len(places) else None,
        names.get(given_to) if given_to else None, found.reworded,
    )  # fmt: skip
