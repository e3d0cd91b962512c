"""What came out of a consultation, on cards. Pure: facts in, card out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from handlers.consultations import words as general
from handlers.consultations.buttons import OpenConsultation
from handlers.consultations.desk_buttons import OfficeConsultation
from handlers.consultations.position.buttons import OpenPosition, ShowDocument
from handlers.consultations.results import buttons, words
from handlers.consultations.results.buttons import Format
from handlers.dates import writing
from handlers.membership.names import kind_name
from handlers.paging import page_line, turning
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.consultations.majority import Choice, Verdict
from storage.consultations.results import QuestionResult, Results, Vote
from storage.consultations.rules import Consultation, ConsultationId, State
from storage.pages import page_of
from storage.people import LibraryId

PAGE = 6
"""Questions on a page, each with a button of its own."""

LIBRARIES = 8
"""Libraries on a page."""

LABEL = 20


def _back(one: ConsultationId, say: Say, *, staff: bool) -> list[Key]:
    return [Key(say.label("key-back"), OfficeConsultation(one) if staff else OpenConsultation(one))]


def not_yet(one: Consultation, say: Say, now: datetime, *, staff: bool) -> Screen:
    """Say why there are no results to be seen."""
    if one.state is State.WITHDRAWN:
        text = say("results-withdrawn", title=one.title(say.language))
    elif one.runs(now):
        when = writing.until_moment(one.terms.ends_at, now, say.language)
        text = say("results-hidden", title=one.title(say.language), when=when)
    else:
        text = say("results-counting", title=one.title(say.language))
    return Screen(text, [_back(one.id, say, staff=staff)])


def turnout_line(found: Results, say: Say) -> Markup:
    """Say how many libraries have voted, of how many."""
    return say("results-turnout", voted=str(found.took_part), count=len(found.roll))


def summary(found: Results, say: Say) -> str:
    """Say how many questions have come to which verdict."""
    many = Counter(result.tally.verdict for result in found.questions)
    return ", ".join(say.label(f"results-many-{verdict}", count=many[verdict]) for verdict in Verdict if many[verdict])


def results(found: Results, number: int, say: Say, *, staff: bool, public: bool) -> Screen:
    """List the questions with their verdicts; members find the position here once it is `public`."""
    one = found.one
    page = page_of(found.questions, number, PAGE)
    first = page.number * PAGE
    running = say("results-running") if one.state is State.OPEN else None
    text = lines(
        say("results-card", title=one.title(say.language)),
        running,
        turnout_line(found, say),
        writing.capitalised(summary(found, say)),
        page_line(page, say),
        "",
        *(_line(result, say) for result in page.lines),
    )
    questions = [
        Key(general.cut(result.question.text.label, LABEL), buttons.Result(one.id, first + place))
        for place, result in enumerate(page.lines)
    ]
    looks = [
        Key(say.label("key-results-map"), buttons.HeatMap(one.id)),
        Key(say.label("key-results-turnout"), buttons.Turnout(one.id, 0)),
    ]
    files = [Key(say.label(f"key-results-{kind}"), buttons.Export(one.id, kind)) for kind in Format if staff]
    if staff and one.state is State.CLOSED:
        files.append(Key(say.label("key-position"), OpenPosition(one.id)))
    elif public:
        files.append(Key(say.label("key-position"), ShowDocument(one.id)))
    turn = turning(page, lambda to: buttons.Results(one.id, to), say)
    return Screen(text, [*in_rows(questions, 3), turn, looks, files, _back(one.id, say, staff=staff)])


def _line(result: QuestionResult, say: Say) -> Markup:
    tally = result.tally
    return say(
        f"results-line-{tally.verdict}", label=general.cut(result.question.text.label),
        yes=tally.yes.libraries, no=str(tally.no.libraries),
    )  # fmt: skip


def numbers(result: QuestionResult, say: Say, *, weighed: bool) -> list[Markup]:
    """Say how many libraries voted what."""
    tally = result.tally
    said = [
        say("results-numbers", **{one: words.count(tally.counts[one], say, weighed=weighed) for one in Choice}),
        say("results-not-voted", count=words.not_voted(result), entitled=str(tally.entitled.libraries)),
    ]
    return said if tally.cast.libraries else said[1:]


def nearest(found: Results, place: int) -> int:
    """Find the question at a place, or the nearest that there is."""
    return min(max(place, 0), len(found.questions) - 1)


def question_in_numbers(found: Results, place: int, say: Say) -> str:
    """Say what a question is about, what has come of it, and in words what its chart shows."""
    of = found.questions[place]
    return lines(
        say("results-question", label=general.name(of.question.text)),
        say(f"results-mark-{of.tally.verdict}", why=words.sentence(of.tally, say)),
        *numbers(of, say, weighed=bool(found.one.terms.weights)),
    )


def result(found: Results, place: int, say: Say) -> Screen:
    """Show the result of a question."""
    one, place = found.one, nearest(found, place)
    of = found.questions[place]
    text = lines(
        question_in_numbers(found, place, say),
        say("results-rule", rule=words.rule(one.terms.rule, say)),
        say("results-old", count=of.old) if of.old else None,
        say("results-stances", counts=words.stances(of.stances, say)) if of.stances else None,
    )
    page = page_of(found.questions, place, 1)
    looks = [Key(say.label("key-results-chart"), buttons.ResultChart(one.id, place))]
    if of.by_library:
        looks.append(Key(say.label("key-results-votes"), buttons.WhoVoted(one.id, place, 0)))
    return Screen(text, [
        looks,
        turning(page, lambda to: buttons.Result(one.id, to), say),
        [Key(say.label("key-back"), buttons.Results(one.id, place // PAGE))],
    ])  # fmt: skip


ORDER = (Choice.AGAINST, Choice.CHANGE, Choice.ABSTAIN, Choice.FOR)
"""What asks for attention comes first."""


def who_voted(found: Results, place: int, number: int, say: Say) -> Screen:
    """List the votes of the libraries on a question, those that have not voted last; sealed ones are not shown."""
    one, place = found.one, nearest(found, place)
    of = found.questions[place]
    if one.sealed:
        return result(found, place, say)
    votes, names = of.by_library, {library.id: library.name for library in found.roll}
    places = {library: ORDER.index(vote.choice) for library, vote in votes.items()}
    listed = sorted(found.roll, key=lambda library: places.get(library.id, len(ORDER)))
    page = page_of(listed, number, LIBRARIES)
    text = lines(
        say("results-question", label=general.name(of.question.text)),
        page_line(page, say),
        "",
        *(_vote(library.id, votes.get(library.id), names, say) for library in page.lines),
    )
    turn = turning(page, lambda to: buttons.WhoVoted(one.id, place, to), say)
    return Screen(text, [turn, [Key(say.label("key-back"), buttons.Result(one.id, place))]])


def _vote(own: LibraryId, vote: Vote | None, names: Mapping[LibraryId, str], say: Say) -> Markup:
    if vote is None:
        return say("results-vote-none", library=names[own])
    how = words.how(vote, own, names, say)
    chosen = words.choice(vote.choice, say).lower()
    return say("results-vote", library=names[own], choice=f"{chosen} ({how})" if how else chosen)


def turnout(found: Results, number: int, say: Say) -> Screen:
    """Show who took part, by kind and by library."""
    one = found.one
    page = page_of(found.roll, number, LIBRARIES)
    kinds = found.by_kind if page.number == 0 else {}
    by_kind = (say("results-of", name=kind_name(kind, say), voted=str(voted), count=str(count))
               for kind, (voted, count) in kinds.items())  # fmt: skip
    text = lines(
        say("results-turnout-card", title=one.title(say.language)),
        turnout_line(found, say),
        *by_kind,
        page_line(page, say),
        "",
        *(
            say("results-of", name=library.name, voted=str(library.voted), count=str(len(found.questions)))
            for library in page.lines
        ),
    )
    turn = turning(page, lambda to: buttons.Turnout(one.id, to), say)
    return Screen(text, [turn, [Key(say.label("key-back"), buttons.Results(one.id, 0))]])


def in_numbers(found: Results, say: Say) -> str:
    """Say in words what the heat map shows."""
    contested = _most_contested(found.questions)
    return lines(
        say("results-card", title=found.one.title(say.language)),
        turnout_line(found, say),
        writing.capitalised(summary(found, say)),
        say("results-contested", label=general.cut(contested.question.text.label),
            yes=str(contested.tally.yes.libraries), no=str(contested.tally.no.libraries)) if contested else None,
        say("results-map-pages"),
    )  # fmt: skip


def _most_contested(questions: Sequence[QuestionResult]) -> QuestionResult | None:
    """Find the question on which most libraries were on either side."""
    split = [one for one in questions if one.tally.no.libraries and one.tally.yes.libraries]
    return max(split, key=lambda one: min(one.tally.no.libraries, one.tally.yes.libraries), default=None)
