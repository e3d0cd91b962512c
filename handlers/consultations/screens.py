"""What members see of consultations: the list of all and the card of one. Pure: facts in, card out."""

from collections.abc import Sequence
from datetime import datetime

from handlers.consultations import buttons, words
from handlers.dates import writing
from handlers.events.words import turning
from handlers.home import Home
from handlers.screen import Key, Refusal, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.consultations.reading import Card, Line, Page
from storage.consultations.rules import VOTERS, Consultation, Results
from storage.people import LibraryId, Person

OWN = LibraryId(0)


def listed(page: Page, say: Say, now: datetime) -> Screen:
    """List the consultations."""
    if not page.total:
        return Screen(say("consultations-none"), [[Key(say.label("key-home"), Home())]])
    which = say("consultations-page", page=page.number + 1, pages=page.pages) if page.pages > 1 else None
    text = lines(say("consultations-card"), say("consultations-count", count=page.total), which)
    keys = [[Key(_label(line, say, now), buttons.OpenConsultation(line.one.id))] for line in page.lines]
    return Screen(text, [*keys, turning(page, buttons.Consultations, say), [Key(say.label("key-back"), Home())]])


def _label(line: Line, say: Say, now: datetime) -> str:
    title = line.one.title(say.language)
    if not line.one.runs(now):
        return words.cut(say.label("key-consultation-over", title=title))
    when = writing.short(line.one.terms.ends_at, now, say.language)
    if not line.left:
        return words.cut(say.label("key-consultation-done", when=when, title=title))
    return words.cut(say.label("key-consultation-left", when=when, title=title, count=line.left))


def no_such(say: Say) -> Screen:
    """Say that there is no such consultation for whoever asks."""
    return Refusal(say("consultation-gone"), [[Key(say.label("key-consultations"), buttons.Consultations(0))]])


def card(one: Card, person: Person, say: Say, now: datetime) -> Screen:
    """Show a consultation."""
    of, runs = one.one, one.one.runs(now)
    text = lines(
        say("consultation-title", title=of.title(say.language)),
        words.standing(of, say, now),
        say("consultation-articles" if one.articles else "consultation-questions", count=one.questions),
        "",
        *_own(one, person, say, runs=runs),
        say("consultation-turnout", voted=str(one.voted), count=one.entitled),
        say(f"consultation-ballot-{of.terms.ballot}") if runs else None,
        say("consultation-results-hidden") if runs and of.terms.results is Results.HIDDEN else None,
    )
    first = [Key(_begin(one, person, say, runs=runs), buttons.OpenQuestion(one.first_open, OWN, 0))] \
        if one.first_open else []  # fmt: skip
    keys = [*first, Key(say.label("key-questions"), buttons.Questions(of.id, OWN, 0))]
    return Screen(text, [*in_rows(keys, 2), [Key(say.label("key-back"), buttons.Consultations(0))]])


def _begin(one: Card, person: Person, say: Say, *, runs: bool) -> str:
    """Name what somebody can do with the questions."""
    if not runs or person.library is None or (person.role in VOTERS and not one.casts):
        return say.label("key-read-draft")
    return say.label("key-cast" if person.role in VOTERS else "key-take-stances")


def _own(one: Card, person: Person, say: Say, *, runs: bool) -> Sequence[Markup]:
    """Say how far whoever looks has come, and who votes for them."""
    if person.library is None:
        return ()
    said = []
    if one.given_to:
        said.append(say("consultation-given-to", library=one.given_to))
    if person.role in VOTERS:
        said += [
            say("consultation-cast", library=library, done=str(one.questions - one.lefts[number]),
                of=str(one.questions), left=one.lefts[number])
            for number, library in one.casts.items()
        ]  # fmt: skip
    else:
        said.append(say("consultation-stances", done=str(one.questions - one.left), of=str(one.questions),
                        left=one.left))  # fmt: skip
        if runs and not one.given_to:
            said.append(say("consultation-who-votes"))
    return said


def questions_back(one: Consultation, say: Say) -> Key:
    """Lead back to the card."""
    return Key(say.label("key-back"), buttons.OpenConsultation(one.id))
