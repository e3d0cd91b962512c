"""The vote of a library as its letter says it: the cards on which it is entered. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.consultations import desk_buttons as buttons
from handlers.consultations import desk_screens, words
from handlers.consultations.pages import clamped, pages
from handlers.guiding import back_and_leave, leave, paged, picks, said
from handlers.paging import PAGE, turning
from handlers.reply import HTML, Call
from handlers.screen import Key, Ready, Screen, in_rows, lines
from handlers.texts import Markup, Say
from storage.consultations import letters
from storage.consultations.books import Question
from storage.consultations.letters import Entered, Letter
from storage.consultations.majority import Choice
from storage.consultations.results import Entitled
from storage.consultations.rules import Consultation, ConsultationId
from storage.drafts import Draft
from storage.pages import page_of

ORDER = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN, Choice.CHANGE)


class Step(StrEnum):
    """Where the conversation is."""

    LIBRARY = "library"
    FILE = "file"
    VOTES = "votes"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Facts:
    """A consultation with its questions, and the libraries whose votes can be entered; None if there is no such one.

    Those that were looked for are `found`.
    """

    one: Consultation | None
    libraries: Sequence[Entitled]
    questions: Sequence[Question]
    found: Sequence[Entitled] = ()


def place(draft: Draft, facts: Facts) -> int:
    """Tell which question is open, from 0."""
    return clamped(int(draft.data.get("at", 0)), len(facts.questions))


def show(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Draw the card: for which library, the letter, what it says of each question, all of it."""
    if facts.one is None or not facts.questions:
        return desk_screens.no_such(say)
    if not facts.one.runs(now):
        return desk_screens.closed(facts.one.id, say)
    return {Step.LIBRARY: _library, Step.FILE: _file, Step.VOTES: _votes, Step.READY: _ready}[Step(draft.step)](
        draft, facts, facts.one, say
    )


def _head(draft: Draft, facts: Facts, one: Consultation, say: Say) -> list[Markup]:
    library = next((each.name for each in facts.libraries if each.id == draft.data.get("library")), None)
    return [say("consultation-title", title=one.title(say.language)),
            *([say("letter-of", library=library)] if library else [])]  # fmt: skip


def _library(draft: Draft, facts: Facts, one: Consultation, say: Say) -> Screen:
    pick = picks(draft)
    rows = [
        [pick(words.cut(_library_label(each, len(facts.questions), say)), said("/choose", each.id))]
        for each in facts.found
    ]
    text = draft.data.get("text")
    if text is None:
        ask = say("letter-ask-library" if rows else "letter-no-library")
    else:
        ask = say("find-found" if rows else "find-none", text=text)
    everyone = [pick(say.label("key-all-libraries"), "/everyone")] if text else []
    back = [Key(say.label("key-back"), buttons.OfficeConsultation(one.id))]
    card = lines(say("consultation-title", title=one.title(say.language)), "", ask)
    return Screen(card, [*paged(draft, rows, say), everyone, back, *leave(say)])


def _library_label(library: Entitled, questions: int, say: Say) -> str:
    return say.label("key-ticked", name=library.name) if library.voted == questions else library.name


def _file(draft: Draft, facts: Facts, one: Consultation, say: Say) -> Screen:
    pick, there = picks(draft), draft.data.get("file")
    on = [pick(say.label("key-back"), "/back")]
    if there:
        on.append(pick(say.label("key-keep"), "/next"))
    ask = say("letter-ask-another-file" if there else "letter-ask-file")
    return Screen(lines(*_head(draft, facts, one, say), "", ask), [on, *leave(say)])


def _votes(draft: Draft, facts: Facts, one: Consultation, say: Say) -> Screen:
    pick, at = picks(draft), place(draft, facts)
    question, choices = facts.questions[at], letters.choices(draft.data)
    parts = pages(question.text.text)
    part = clamped(int(draft.data.get("part", 0)), len(parts))
    text = lines(
        *_head(draft, facts, one, say),
        "",
        words.heading(question, say),
        say("letter-place", position=str(at + 1), of=str(question.of), done=str(len(choices))),
        say("question-page", page=part + 1, pages=len(parts)) if len(parts) > 1 else None,
        "",
        say("question-text", text=parts[part]) if question.text.text else say("question-no-text"),
        "",
        say("letter-ask-choice"),
    )
    chosen = choices.get(question.wording_id)
    answers = [pick(_choice(choice, say, on=choice is chosen), said("/choose", choice)) for choice in ORDER]
    turn = [
        pick(say.label("key-text-page", page=str(number + 1)), said("/page", number))
        for number in (part - 1, part + 1)
        if 0 <= number < len(parts)
    ]
    around = []
    if at > 0:
        around.append(pick(say.label("key-question-before"), said("/open", at - 1)))
    if at < len(facts.questions) - 1:
        around.append(pick(say.label("key-question-after"), said("/open", at + 1)))
    rest = [pick(say.label("key-vote-rest"), "/rest")] if len(choices) < len(facts.questions) else []
    on = [pick(say.label("key-back"), "/back")] + ([pick(say.label("key-keep"), "/next")] if choices else [])
    return Screen(text, [turn, *in_rows(answers, 2), around, rest, on, *leave(say)])


def _choice(choice: Choice, say: Say, *, on: bool) -> str:
    label = say.label(f"key-choice-{choice}")
    return say.label("key-ticked", name=label) if on else label


def _ready(draft: Draft, facts: Facts, one: Consultation, say: Say) -> Screen:
    there = {question.wording_id for question in facts.questions}
    counts = Counter(choice for wording, choice in letters.choices(draft.data).items() if wording in there)
    text = lines(
        *_head(draft, facts, one, say),
        say("letter-says", counts=words.counts(counts, say)) if counts else None,
        say("letter-silent", count=len(there) - counts.total()) if len(there) > counts.total() else None,
        "",
        say("letter-ask-enter"),
    )
    enter = [Key(say.label("key-enter-votes"), buttons.EnterVotes(draft.id, draft.version))]
    return Screen(text, [enter, *back_and_leave(draft, say)])


def listed(number: ConsultationId, all_letters: Sequence[Letter], page: int, say: Say) -> Screen:
    """List the letters from which votes were entered."""
    shown = page_of(all_letters, page, PAGE)
    keys = [[Key(words.cut(one.library), buttons.ShowLetter(number, one.library_id))] for one in shown.lines]
    turn = turning(shown, lambda to: buttons.Letters(number, to), say)
    back = [Key(say.label("key-back"), buttons.OfficeConsultation(number))]
    return Screen(say("letters-card" if keys else "letters-none"), [*keys, turn, back])


def letter(one: Letter, say: Say) -> Ready:
    """Send a letter as the file that it is, or else as a picture."""

    def as_picture(_reason: str) -> Ready:
        return Ready([Call("sendPhoto", {"photo": one.file_id, "caption": caption, **HTML})], gone)

    def gone(_reason: str) -> Screen:
        return Screen(say("letter-gone", library=one.library))

    caption = say("letter-of", library=one.library)
    return Ready([Call("sendDocument", {"document": one.file_id, "caption": caption, **HTML})], as_picture)


def waits(consultation_id: ConsultationId, say: Say) -> Screen:
    """Say that a letter waits, and ask what to do with it."""
    keys = [Key(say.label("key-resume-letter"), buttons.ResumeLetter()),
            Key(say.label("key-anew"), buttons.EnterLetter(consultation_id, 1))]  # fmt: skip
    return Screen(
        say("letter-waits"), [keys, [Key(say.label("key-back"), buttons.OfficeConsultation(consultation_id))]]
    )


def entered(outcome: Entered, library: str, say: Say) -> Screen:
    """Say what was entered."""
    text = lines(
        say("letter-entered", library=library, count=outcome.votes),
        say("letter-reworded", count=outcome.reworded) if outcome.reworded else None,
        say("vote-receipt", receipt=outcome.receipt),
    )
    keys = [Key(say.label("key-another-letter"), buttons.EnterLetter(outcome.consultation, 0)),
            Key(say.label("key-to-consultation"), buttons.OfficeConsultation(outcome.consultation))]  # fmt: skip
    return Screen(text, [keys])
