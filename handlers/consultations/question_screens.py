"""What members see of a question: where they are, its text, what was said of it. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.buttons import Button
from handlers.consultations import buttons, words
from handlers.consultations.ballot_buttons import AboutBallots
from handlers.consultations.pages import clamped, pages, pages_of
from handlers.paging import PAGE, turning
from handlers.screen import Key, Keys, Refusal, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.consultations.answers import Answer
from storage.consultations.earlier import Earlier
from storage.consultations.majority import Choice
from storage.consultations.reading import Article, Listed
from storage.consultations.rules import VOTERS, Consultation, QuestionId
from storage.pages import page_of
from storage.people import LibraryId, Person

OWN = LibraryId(0)
ORDER = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN, Choice.CHANGE)


@dataclass(frozen=True, slots=True)
class Paths:
    """The buttons by which questions are reached, listed and left, and by which one is answered.

    `answer` is None where nothing can be said, `rest` where not more than this one waits; `more` and `last` are keys
    below those.
    """

    open: Callable[[QuestionId, int], Button]
    listed: Callable[[int], Button]
    back: Button
    answer: Callable[[Choice], Button] | None = None
    rest: Button | None = None
    more: Sequence[Key] = ()
    last: Keys = ()


def reading(one: Consultation, library: LibraryId) -> Paths:
    """Give the buttons with which questions are read."""
    return Paths(
        lambda question, page: buttons.OpenQuestion(question, library, page),
        lambda page: buttons.Questions(one.id, library, page),
        buttons.OpenConsultation(one.id),
    )


def answering(one: Article, person: Person, say: Say, now: datetime) -> Paths:
    """Give the buttons with which a question is read, and those with which somebody answers it."""
    library = one.library_id or OWN
    question, read = one.question, reading(one.one, library)
    remarks = say.label("key-remarks-count", count=str(one.remarks)) if one.remarks else say.label("key-remarks")
    more = [Key(remarks, buttons.Remarks(question.id, library, 0))]
    if one.reworded:
        more.append(Key(say.label("key-earlier"), buttons.Earlier(question.id, library, 0)))
    if one.one.sealed and one.one.runs(now) and one.casts:
        more.append(Key(say.label("key-ballots"), AboutBallots(one.one.id)))
    last = others(one, say, lambda other: buttons.OpenQuestion(question.id, other, 0))
    answer: Callable[[Choice], Button] | None = None
    rest = None
    if one.one.runs(now) and library in one.casts and not one.one.sealed:
        rest = buttons.VoteRest(one.one.id, library, one.one.version, 0) if one.left > 1 else None

        def answer(choice: Choice) -> Button:
            return buttons.Vote(question.id, question.wording_id, library, choice)
    elif one.one.runs(now) and person.library is not None and person.role not in VOTERS:

        def answer(choice: Choice) -> Button:
            return buttons.Lean(question.id, question.wording_id, choice)

    return Paths(read.open, read.listed, read.back, answer, rest, more, last)


def others(one: Article, say: Say, to: Callable[[LibraryId], Button]) -> Keys:
    """Give the buttons to the same question for the other libraries whose votes one casts."""
    return [
        [Key(words.cut(say.label("key-on-behalf", library=name)), to(other))]
        for other, name in one.casts.items()
        if other != one.library_id
    ]


def on_behalf(one: Article, say: Say) -> Markup | None:
    """Say for which library one votes, where there are several."""
    return say("question-on-behalf", library=one.library) if len(one.casts) > 1 else None


def question(one: Article, page: int, person: Person, say: Say, now: datetime, first: Markup | None = None) -> Screen:
    """Show a question, with the buttons by which whoever looks answers it; `first` says what has just happened."""
    return drawn(one, page, answering(one, person, say, now), _said(one, person, say, now), say, now, first)


def drawn(
    one: Article, page: int, paths: Paths, said: Sequence[Markup], say: Say, now: datetime,
    first: Markup | None = None,
) -> Screen:  # fmt: skip
    """Draw a question with a page of its text, and below it what was `said` of it."""
    asked = one.question
    cut = pages(asked.text.text)
    page = clamped(page, len(cut))
    text = lines(
        first, "" if first else None,
        words.heading(asked, say),
        on_behalf(one, say),
        _place(one, say, now),
        say("question-page", page=page + 1, pages=len(cut)) if len(cut) > 1 else None,
        "",
        say("question-text", text=cut[page]) if cut[page] else say("question-no-text"),
        "" if said else None, *said,
    )  # fmt: skip
    return Screen(text, [
        _other_pages(page, len(cut), lambda to: paths.open(asked.id, to), say),
        *_answers(paths, _chosen(one), say),
        paths.more,
        _neighbours(one, paths, say),
        [Key(say.label("key-vote-rest"), paths.rest)] if paths.rest else [],
        *paths.last,
    ])  # fmt: skip


def _place(one: Article, say: Say, now: datetime) -> Markup:
    """Say where among all it is, and how many wait while somebody is waited for."""
    place = {"position": str(one.question.position), "of": str(one.question.of)}
    if one.library is None or not one.one.runs(now):
        return say("question-place", **place)
    return say("question-place-left", **place, left=one.left) if one.left else say("question-place-done", **place)


def _other_pages(page: int, of: int, to: Callable[[int], Button], say: Say) -> list[Key]:
    return [Key(say.label("key-text-page", page=str(other + 1)), to(other)) for other in (page - 1, page + 1)
            if 0 <= other < of]  # fmt: skip


def _chosen(one: Article) -> Answer | None:
    return one.vote if one.casts else one.stance


def _answers(paths: Paths, now: Answer | None, say: Say) -> list[list[Key]]:
    if paths.answer is None:
        return []
    there = now.choice if now is not None and not now.old else None
    keys = [Key(("✓ " if choice is there else "") + say.label(f"key-choice-{choice}"), paths.answer(choice))
            for choice in ORDER]  # fmt: skip
    return in_rows(keys, 2)


def _neighbours(one: Article, paths: Paths, say: Say) -> list[Key]:
    back = Key(say.label("key-questions"), paths.listed((one.question.position - 1) // PAGE))
    before = [Key(say.label("key-previous-page"), paths.open(one.before, 0))] if one.before else []
    after = [Key(say.label("key-next-page"), paths.open(one.after, 0))] if one.after else []
    return [*before, back, *after]


def _said(one: Article, person: Person, say: Say, now: datetime) -> list[Markup]:
    """Say what was said of a question in the library of whoever looks, and why they cannot answer."""
    said = []
    if not one.one.runs(now):
        said.append(words.standing(one.one, say, now))
    if person.library is None:
        return said
    if person.role in VOTERS:
        if one.colleagues:
            said.append(say("question-colleagues", counts=words.counts(one.colleagues, say)))
        if one.given_to and one.one.runs(now):
            said.append(say("consultation-given-to", library=one.given_to))
    if one.vote is not None:
        key = "question-vote-old" if one.vote.old else "question-vote"
        said.append(say(key, library=one.library, choice=words.choice(one.vote.choice, say)))
    elif one.one.sealed:
        said.append(say("question-sealed-cast" if one.voted else "question-sealed-waits", library=one.library))
    if one.stance is not None:
        key = "question-stance-old" if one.stance.old else "question-stance"
        said.append(say(key, choice=words.choice(one.stance.choice, say)))
    return said


def listed(every: Sequence[Listed], page: int, one: Consultation, paths: Paths, say: Say) -> Screen:
    """List the questions, each with a mark of what was said of it."""
    shown = page_of(every, page, PAGE)
    keys = [[Key(words.cut(f"{_mark(line)}{words.name(line.question.text)}"), paths.open(line.question.id, 0))]
            for line in shown.lines]  # fmt: skip
    text = lines(
        say("consultation-title", title=one.title(say.language)),
        say("questions-card", page=shown.number + 1, pages=shown.pages),
        say("questions-marks"),
    )
    return Screen(text, [
        *keys, turning(shown, paths.listed, say), *paths.last, [Key(say.label("key-back"), paths.back)],
    ])  # fmt: skip


def _mark(line: Listed) -> str:
    if line.waits:
        return "↻ " if line.answer else ""
    return "✓ "


def gone(say: Say) -> Screen:
    """Say that there is no such question for whoever asks, or not any more."""
    return Refusal(say("question-gone"), [[Key(say.label("key-consultations"), buttons.Consultations(0))]])


def earlier(was: Earlier, page: int, say: Say) -> Screen:
    """Show how a question has come from what it was."""
    asked, library = was.article.question, was.article.library_id or OWN
    cut = pages_of(was.pieces)
    page = clamped(page, len(cut))
    text = lines(
        words.heading(asked, say),
        say("earlier-card"),
        say("question-page", page=page + 1, pages=len(cut)) if len(cut) > 1 else None,
        "",
        words.marked(cut[page], say),
    )
    return Screen(text, [
        _other_pages(page, len(cut), lambda to: buttons.Earlier(asked.id, library, to), say),
        [Key(say.label("key-back"), buttons.OpenQuestion(asked.id, library, 0))],
    ])  # fmt: skip
