"""A new version beside the one that members have: what is the same, changed, new and gone. Pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from handlers.consultations import desk_buttons as buttons
from handlers.consultations import words
from handlers.consultations.compose import matching
from handlers.consultations.compose.facts import Facts
from handlers.consultations.pages import clamped, pages_of
from handlers.guiding import back_and_leave, leave, paged, picks, said
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.consultations.books import Text
from storage.consultations.revising import Change
from storage.consultations.wording.difference import Piece
from storage.drafts import Draft

KINDS = ("same", "changed", "new", "gone")


def kind(change: Change) -> str:
    """Name what becomes of a question."""
    if change.same:
        return "same"
    return "changed" if change.old and change.new else "new" if change.new else "gone"


def _text(change: Change) -> Text:
    if change.new is not None:
        return change.new
    if change.old is None:
        raise TypeError("A change has an old or a new text.")
    return change.old.text


def compare(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Say how many questions are the same, changed, new and gone, and list all but the same."""
    if facts.one is None:
        return Screen(say("consult-gone"), leave(say))
    pick, changes = picks(draft), matching.changes(draft, facts)
    counts = Counter(map(kind, changes))
    rows = [
        [Key(words.cut(say.label(f"mark-{kind(change)}") + words.name(_text(change))),
             buttons.ShowChange(draft.id, place, 0))]
        for place, change in enumerate(changes)
        if not change.same
    ]  # fmt: skip
    text = lines(
        say("consultation-title", title=facts.one.title(say.language)),
        *(say(f"version-{one}", count=counts[one]) for one in KINDS if counts[one]),
        "",
        say("version-ask" if rows else "version-all-same"),
    )
    on = [pick(say.label("key-back"), "/back")]
    if rows or counts["same"] != len(facts.old):
        on.append(Key(say.label("key-put-version"), buttons.PutVersion(draft.id, draft.version)))
    return Screen(text, [*paged(draft, rows, say), on, *leave(say)])


def change(draft: Draft, one: Change, place: int, pieces: Sequence[Piece], page: int, say: Say) -> Screen:
    """Show how a question has come from what it was."""
    pick, cut = picks(draft), pages_of(pieces)
    page = clamped(page, len(cut))
    turn = []
    if page > 0:
        turn.append(Key(say.label("key-previous-page"), buttons.ShowChange(draft.id, place, page - 1)))
    if page < len(cut) - 1:
        turn.append(Key(say.label("key-next-page"), buttons.ShowChange(draft.id, place, page + 1)))
    text = lines(
        say("question-heading", label=words.name(_text(one))),
        say(f"version-is-{kind(one)}", before=one.old.text.label if one.old else ""),
        say("question-page", page=page + 1, pages=len(cut)) if len(cut) > 1 else None,
        "",
        words.marked(cut[page], say),
    )
    return Screen(text, [turn, _decisions(draft, one, say), [pick(say.label("key-back"), "/stay")]])


def _decisions(draft: Draft, one: Change, say: Say) -> list[Key]:
    pick = picks(draft)
    if one.place is None:
        return []
    if one.old:
        return [pick(say.label("key-is-new"), said("/new", one.place))]
    return [pick(say.label("key-goes-on"), said("/match", one.place))]


def match_(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask which question a text goes on."""
    pick, at = picks(draft), int(draft.data.get("at", 0))
    name = next((words.name(_text(one)) for one in matching.changes(draft, facts) if one.place == at), "")
    rows: Keys = [
        [pick(words.name(question.text), said("/choose", question.id))] for question in matching.free(draft, facts)
    ]
    ask = say("version-ask-match" if rows else "version-none-free", label=name)
    return Screen(ask, [*paged(draft, rows, say, "part"), *back_and_leave(draft, say)])
