"""What the office sees of consultations. Pure: facts in, card out."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from handlers.consultations import compose_buttons, desk_buttons, words
from handlers.consultations.compose.words import counted
from handlers.consultations.compose.words import terms as terms_in_words
from handlers.consultations.results.buttons import Results
from handlers.dates import writing
from handlers.home import Office
from handlers.membership.names import kind_name
from handlers.paging import PAGE, page_line, turning
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.consultations.desk import Board
from storage.consultations.reading import Line
from storage.consultations.results import Entitled
from storage.consultations.rules import ConsultationId, State
from storage.pages import Page, page_of
from storage.people import LibraryId


def to_list(say: Say) -> Key:
    """Lead back to the list."""
    return Key(say.label("key-back"), desk_buttons.OfficeConsultations(0))


def to_card(number: ConsultationId, say: Say) -> Key:
    """Lead back to the card."""
    return Key(say.label("key-back"), desk_buttons.OfficeConsultation(number))


def no_such(say: Say) -> Screen:
    """Say that there is no such consultation."""
    return Screen(say("board-gone"), [[to_list(say)]])


def closed(number: ConsultationId, say: Say) -> Screen:
    """Say that the consultation is over."""
    return Screen(say("board-closed"), [[to_card(number, say)]])


def listed(page: Page[Line], say: Say, now: datetime) -> Screen:
    """List all consultations; those that run first."""
    keys = [[Key(_label(line, say, now), desk_buttons.OfficeConsultation(line.one.id))] for line in page.lines]
    text = lines(
        say("board-card"),
        say("board-count", count=page.total) if page.total else say("board-none"),
        say("board-choose") if page.total else None,
        page_line(page, say),
    )
    return Screen(text, [
        *keys,
        turning(page, desk_buttons.OfficeConsultations, say),
        [Key(say.label("key-new-consultation"), compose_buttons.NewConsultation(0)),
         Key(say.label("key-back"), Office())],
    ])  # fmt: skip


def _label(line: Line, say: Say, now: datetime) -> str:
    one, mark = line.one, ""
    if one.state is State.WITHDRAWN:
        mark = say.label("board-mark-withdrawn")
    elif not one.runs(now):
        mark = say.label("board-mark-over")
    when = writing.short(one.terms.ends_at, now, say.language)
    return words.cut(f"{mark}{when} · {one.title(say.language)}")


def card(board: Board, say: Say, now: datetime) -> Screen:
    """Show a consultation with what only the office sees."""
    one, runs = board.one, board.one.runs(now)
    results = [Key(say.label("key-results"), Results(one.id, 0))] if one.shows_results(now) else []
    text = lines(
        say("consultation-title", title=one.title(say.language)),
        words.standing(one, say, now),
        counted(board.questions, say, articles=board.articles),
        say("board-version", version=str(one.version)) if one.version > 1 else None,
        "",
        *_turnout(board, say),
        say("board-given", count=len(board.given)) if board.given else None,
    )
    keys = [Key(say.label("key-rules"), desk_buttons.OfficeTerms(one.id))]
    if board.given:
        keys.append(Key(say.label("key-given"), desk_buttons.GivenVotes(one.id, 0)))
    if board.letters:
        keys.append(Key(say.label("key-letters"), desk_buttons.Letters(one.id, 0)))
    if one.state is not State.WITHDRAWN and board.behind:
        keys.append(Key(say.label("key-behind"), desk_buttons.Behind(one.id, 0)))
    return Screen(text, [*in_rows([*results, *keys, *(_running(board, say) if runs else ())], 2), [to_list(say)]])


def _running(board: Board, say: Say) -> list[Key]:
    """Give what can be done while it runs."""
    one = board.one.id
    keys = [Key(say.label("key-remind"), desk_buttons.RemindVoters(one, 0))] if board.behind else []
    if board.by_letter and not board.one.sealed:
        keys.append(Key(say.label("key-letter"), desk_buttons.EnterLetter(one, 0)))
    return [
        *keys,
        Key(say.label("key-new-version"), desk_buttons.NewVersion(one, 0)),
        Key(say.label("key-extend"), desk_buttons.ExtendConsultation(one)),
        Key(say.label("key-withdraw"), desk_buttons.WithdrawConsultation(one, 0)),
    ]


def _turnout(board: Board, say: Say) -> list[Markup]:
    """Say how many libraries have voted, on everything and at all, by kind where there are several."""
    done = len(board.roll) - len(board.behind)
    begun = sum(bool(library.voted) for library in board.behind)
    said = [say("board-turnout", done=done, of=str(len(board.roll)))]
    if begun:
        said.append(say("board-begun", count=begun))
    kinds = Counter(library.kind for library in board.roll)
    finished = Counter(library.kind for library in board.roll) - Counter(library.kind for library in board.behind)
    if len(kinds) > 1:
        said += [
            say("board-turnout-kind", kind=kind_name(kind, say), done=str(finished[kind]), of=str(kinds[kind]))
            for kind in sorted(kinds)
        ]
    return said


def rules(board: Board, say: Say) -> Screen:
    """Show the rules of a consultation."""
    one = board.one
    text = lines(
        say("consultation-title", title=one.title(say.language)), *terms_in_words(one.terms, len(board.roll), say)
    )  # fmt: skip
    return Screen(text, [[to_card(one.id, say)]])


def behind(board: Board, page: int, say: Say) -> Screen:
    """List the libraries that have not finished, and who is to vote for them."""
    one, names = board.one, {library.id: library.name for library in board.roll}
    shown = page_of(board.behind, page, PAGE)
    text = lines(
        say("consultation-title", title=one.title(say.language)),
        say("board-behind", count=len(board.behind)),
        page_line(shown, say),
        "",
        *(_behind(library, board, names, say) for library in shown.lines),
    )
    turn = turning(shown, lambda to: desk_buttons.Behind(one.id, to), say)
    return Screen(text, [turn, [to_card(one.id, say)]])


def _behind(library: Entitled, board: Board, names: Mapping[LibraryId, str], say: Say) -> Markup:
    args = {"library": library.name, "done": str(library.voted), "of": str(board.questions)}
    if to := board.given.get(library.id):
        return say("board-behind-given", **args, to=names.get(to, ""))
    return say("board-behind-line" if library.id in board.in_chat else "board-behind-nobody", **args)


def given(board: Board, page: int, say: Say) -> Screen:
    """List which libraries have given their votes to which."""
    one, names = board.one, {library.id: library.name for library in board.roll}
    shown = page_of(list(board.given.items()), page, PAGE)
    text = lines(
        say("consultation-title", title=one.title(say.language)),
        say("board-given", count=len(board.given)),
        page_line(shown, say),
        "",
        *(say("board-given-line", library=names.get(own, ""), to=names.get(to, "")) for own, to in shown.lines),
    )
    turn = turning(shown, lambda to: desk_buttons.GivenVotes(one.id, to), say)
    return Screen(text, [turn, [to_card(one.id, say)]])
