"""The conversation in which the office enters a library's vote from its letter."""

from collections.abc import Sequence
from datetime import datetime

from handlers.consultations import desk_buttons as buttons
from handlers.consultations import desk_screens, letter_screens
from handlers.consultations.letter_screens import Facts, Step
from handlers.consultations.voting import new_receipt
from handlers.context import Tap
from handlers.conversation import Guide, Misread, Quietly, again, begin_card, take_up_card
from handlers.dates.asking import one_line
from handlers.heard import Heard
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from storage import drafts
from storage.consultations import books, desk, letters
from storage.consultations.books import Question
from storage.consultations.letters import Entered
from storage.consultations.majority import Choice
from storage.database import Tx
from storage.drafts import Draft, Gone, NotYours
from storage.membership import search
from storage.people import Person, Role

STAFF = Role.STAFF
CHOOSE = Misread("guide-choose")
BACK = {Step.FILE: Step.LIBRARY, Step.VOTES: Step.FILE, Step.READY: Step.VOTES}


def load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    """Find the consultation with its questions, and the libraries that have nobody in chat."""
    board = desk.board(tx, draft.data["consultation"])
    if board is None:
        return Facts(None, (), ())
    text, libraries = draft.data.get("text"), board.by_letter
    found = search.best(text, libraries, lambda one: (one.name, one.code)) if text else libraries
    return Facts(board.one, libraries, books.outline(tx, board.one.id, board.one.version), found)


def takes(draft: Draft, heard: Heard, facts: Facts, now: datetime) -> Draft | Misread | Quietly:  # noqa: ARG001
    """Take the letter's file, or a word of a button."""
    step = Step(draft.step)
    if step is Step.FILE and heard.media is not None:
        return draft.at(Step.VOTES, file=heard.media.file_id, at=_first_open(draft, facts.questions))
    if step is Step.LIBRARY and heard.text and not heard.text.startswith("/"):
        return draft.at(step, text=one_line(heard.text)[: search.TEXT] or None, page=None)
    if heard.said is None or not heard.said.startswith("/"):
        return Misread("letter-send-file") if step is Step.FILE else CHOOSE
    word, _, argument = heard.said.partition(" ")
    match word, step:
        case "/stay", _:
            return draft
        case "/back", _ if step in BACK:
            return draft.at(BACK[step], part=None)
        case "/next", Step.FILE if draft.data.get("file"):
            return draft.at(Step.VOTES)
        case "/next", Step.VOTES if letters.choices(draft.data):
            return draft.at(Step.READY)
    follow = FOLLOW.get(step)
    return follow(draft, word, argument, facts) if follow else CHOOSE


def _library(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:
    """Choose the library; what another one says is not kept."""
    if word == "/page" and argument.isascii() and argument.isdigit() and len(argument) <= len("999"):
        return draft.at(Step.LIBRARY, page=int(argument))
    if word == "/everyone":
        return draft.at(Step.LIBRARY, text=None, page=None)
    chosen = next((one.id for one in facts.libraries if str(one.id) == argument), None)
    if word != "/choose" or chosen is None:
        return CHOOSE
    if chosen == draft.data.get("library"):
        return draft.at(Step.FILE)
    return draft.at(Step.FILE, library=chosen, file=None, choices=None, at=None)


def _votes(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:
    """Take what the letter says of a question, go to another question, or turn the page."""
    if not facts.questions:
        return CHOOSE
    number = int(argument) if argument.isascii() and argument.isdigit() and len(argument) <= len("99999") else None
    question = facts.questions[letter_screens.place(draft, facts)]
    said = {str(wording): choice for wording, choice in letters.choices(draft.data).items()}
    match word:
        case "/open" if number is not None and number < len(facts.questions):
            return draft.at(Step.VOTES, at=number, part=None)
        case "/page" if number is not None:
            return draft.at(Step.VOTES, part=number)
        case "/choose" if argument in set(Choice):
            chosen = draft.at(Step.VOTES, choices={**said, str(question.wording_id): argument}, part=None)
            return _onward(chosen, facts.questions)
        case "/rest":
            rest = {str(one.wording_id): Choice.FOR for one in facts.questions}
            return draft.at(Step.READY, choices={**rest, **said})
        case _:
            return CHOOSE


def _onward(draft: Draft, questions: Sequence[Question]) -> Draft:
    """Go on to the next question of which the letter has not been read yet; after the last, to the end."""
    open_ = _first_open(draft, questions)
    return draft.at(Step.READY) if open_ is None else draft.at(Step.VOTES, at=open_)


def _first_open(draft: Draft, questions: Sequence[Question]) -> int | None:
    said, at = letters.choices(draft.data), int(draft.data.get("at", -1))
    waiting = [place for place, question in enumerate(questions) if question.wording_id not in said]
    return next((place for place in (*(one for one in waiting if one > at), *waiting)), None)


FOLLOW = {Step.LIBRARY: _library, Step.VOTES: _votes}

GUIDE = Guide(letters.FEATURE, STAFF, None, letter_screens.show, load, takes=takes)


@on_tap(buttons.EnterLetter, may=STAFF)
async def letter(tap: Tap[buttons.EnterLetter]) -> Answer:
    """Begin with a letter; if one waits, ask first what becomes of it."""
    if not tap.button.anew:
        waiting = await tap.db.read(drafts.of_feature, tap.person.id, letters.FEATURE)
        if waiting is not None:
            return letter_screens.waits(tap.button.consultation_id, tap.say)
    return await begin_card(tap, GUIDE, Step.LIBRARY, {"consultation": tap.button.consultation_id})


@on_tap(buttons.ResumeLetter, may=STAFF)
async def resume(tap: Tap[buttons.ResumeLetter]) -> Answer:
    """Go on with the letter that waits."""
    return await take_up_card(tap, GUIDE) or desk_screens.no_such(tap.say)


@on_tap(buttons.EnterVotes, may=STAFF)
async def enter(tap: Tap[buttons.EnterVotes]) -> Answer:
    """Enter what the letter says; what has changed since is shown again."""
    button = tap.button
    outcome = await tap.db.transact(
        letters.enter, button.draft_id, button.version, tap.person.id, new_receipt(), tap.now
    )  # fmt: skip
    if isinstance(outcome, Entered):
        name = await tap.db.read(letters.name, outcome.library)
        return letter_screens.entered(outcome, name, tap.say)
    if isinstance(outcome, NotYours):
        return refusal(tap)
    why = None if isinstance(outcome, Gone) else tap.say("letter-not-entered")
    return await again(tap, GUIDE, desk_screens.no_such(tap.say), why)


@on_tap(buttons.Letters, may=STAFF)
async def listed(tap: Tap[buttons.Letters]) -> Answer:
    """The letters from which votes were entered."""
    number = tap.button.consultation_id
    return letter_screens.listed(number, await tap.db.read(letters.kept, number), tap.button.page, tap.say)


@on_tap(buttons.ShowLetter, may=STAFF)
async def show(tap: Tap[buttons.ShowLetter]) -> Answer:
    """A library's letter."""
    found = await tap.db.read(letters.kept, tap.button.consultation_id)
    one = next((letter for letter in found if letter.library_id == tap.button.library_id), None)
    number = tap.button.consultation_id
    return letter_screens.listed(number, found, 0, tap.say) if one is None else letter_screens.letter(one, tap.say)


ROUTES = (letter, resume, enter, listed, show)
