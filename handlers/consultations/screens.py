"""What members see of consultations: the list of all and the card of one. Pure: facts in, card out."""

from collections.abc import Sequence
from datetime import datetime

from handlers.consultations import buttons, words
from handlers.consultations.ballot_buttons import AboutBallots
from handlers.consultations.position.buttons import ShowDocument
from handlers.consultations.results.buttons import Results
from handlers.dates import writing
from handlers.home import Home
from handlers.paging import page_line, turning
from handlers.screen import Key, Keys, Refusal, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.consultations.positions import Stage
from storage.consultations.reading import Card, Line
from storage.consultations.rules import VOTERS
from storage.pages import Page
from storage.people import LibraryId, Person

OWN = LibraryId(0)

SHORTLY = 3
"""So many consultations stand on the card of all that is mine."""


def listed(page: Page[Line], say: Say, now: datetime) -> Screen:
    """List the consultations."""
    if not page.total:
        return Screen(say("consultations-none"), [[Key(say.label("key-home"), Home())]])
    text = lines(say("consultations-card"), say("consultations-count", count=page.total), page_line(page, say))
    keys = [[Key(_label(line, say, now), buttons.OpenConsultation(line.one.id))] for line in page.lines]
    return Screen(text, [*keys, turning(page, buttons.Consultations, say), [Key(say.label("key-back"), Home())]])


def mine_section(found: Sequence[Line], say: Say, now: datetime) -> tuple[str, Keys] | None:
    """Give the consultations that run, the first of them with what is left to say."""
    if not found:
        return None
    keys = [[Key(_label(line, say, now), buttons.OpenConsultation(line.one.id))] for line in found[:SHORTLY]]
    return say("consultations-mine-count", count=len(found)), keys


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
        say("consultation-turnout", voted=str(one.voted), count=str(one.entitled)),
        say(f"consultation-ballot-{of.terms.ballot}-{of.terms.results}") if runs else None,
    )
    library = one.for_library or OWN
    keys = [
        Key(_begin(one, person, say, runs=runs), buttons.OpenQuestion(one.first_open, library, 0)),
        Key(say.label("key-questions"), buttons.Questions(of.id, library, 0)),
        *_more(one, person, say, now),
    ]
    return Screen(text, [*in_rows(keys, 2), [Key(say.label("key-back"), buttons.Consultations(0))]])


def _more(one: Card, person: Person, say: Say, now: datetime) -> Sequence[Key]:
    """Give the buttons to results, the position, ballots, receipts and the giving of votes."""
    of = one.one
    votes = person.library is not None and person.role in VOTERS
    keys = [Key(say.label("key-results"), Results(of.id, 0))] if of.shows_results(now) else []
    if one.stage not in {None, Stage.KEPT}:
        keys.append(Key(say.label("key-position"), ShowDocument(of.id)))
    if votes and of.sealed and one.casts and of.runs(now):
        keys.append(Key(say.label("key-ballots"), AboutBallots(of.id)))
    if person.library is not None and not of.sealed:
        keys.append(Key(say.label("key-check-receipt"), buttons.CheckReceipt(of.id)))
    if votes and of.runs(now) and (of.terms.proxies or one.given_to):
        keys.append(Key(say.label("key-proxy"), buttons.Proxy(of.id)))
    return keys


def _begin(one: Card, person: Person, say: Say, *, runs: bool) -> str:
    """Name what somebody can do with the questions."""
    if not runs or person.library is None or (person.role in VOTERS and not one.casts):
        return say.label("key-read-draft")
    if person.role in VOTERS:
        return say.label("key-read-draft" if one.one.sealed else "key-cast")
    return say.label("key-take-stances")


def _own(one: Card, person: Person, say: Say, *, runs: bool) -> Sequence[Markup]:
    """Say how far whoever looks has come, and who votes for them."""
    if person.library is None:
        return ()
    said = [say("consultation-given-to", library=one.given_to)] if one.given_to and runs else []
    if person.role in VOTERS:
        return [*said, *(_cast(one, number, say, runs=runs) for number in one.casts)]
    if not runs:
        return said
    done = {"done": str(one.questions - one.left), "of": str(one.questions)}
    said.append(say("consultation-stances", **done, left=one.left))
    return said if one.given_to else [*said, say("consultation-who-votes")]


def _cast(one: Card, number: LibraryId, say: Say, *, runs: bool) -> Markup:
    """Say how far the vote of a library has come."""
    left = one.lefts[number]
    done = {"library": one.casts[number], "done": str(one.questions - left), "of": str(one.questions)}
    return say("consultation-cast", **done, left=left) if runs else say("consultation-was-cast", **done)
