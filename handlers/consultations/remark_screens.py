"""What members see of comments and amendments. Pure."""

from dataclasses import dataclass
from datetime import datetime

from handlers.consultations import buttons, words
from handlers.consultations.question_screens import OWN
from handlers.paging import page_line, turning
from handlers.screen import Key, Refusal, Screen, lines
from handlers.texts import Markup, Say
from storage.consultations import writing
from storage.consultations.reading import Article
from storage.consultations.remark_reading import OneRemark, Remark, RemarksPage
from storage.consultations.remarks import Kind
from storage.consultations.rules import QuestionId
from storage.drafts import Draft
from storage.people import LibraryId, Person

WRITE, READY = "write", "ready"
"""The steps of writing: waiting for the text, waiting for the word to keep it."""

SHOWN = 350
"""Characters of a remark in the list."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The question on which somebody writes, and what they wrote on it before."""

    article: Article | None
    before: str | None


def gone(say: Say) -> Screen:
    """Say that there is no such remark, or not any more."""
    return Refusal(say("remark-gone"), [[Key(say.label("key-consultations"), buttons.Consultations(0))]])


def listed(
    found: RemarksPage, library: LibraryId, person: Person, say: Say, now: datetime, first: Markup | None = None
) -> Screen:
    """List what was written on a question; `first` says what has just happened."""
    question = found.question.id
    writes = found.one.runs(now) and person.library is not None
    text = lines(
        first, "" if first else None,
        say("remarks-card", label=words.cut(found.question.text.label)),
        say("remarks-count", count=found.page.total) if found.page.total else say("remarks-none"),
        page_line(found.page, say),
        *(part for place, one in enumerate(found.page.lines, 1) for part in ("", *_listed(place, one, say))),
    )  # fmt: skip
    rows = [row for place, one in enumerate(found.page.lines, 1)
            if (row := _row(place, one, found, library, say, supports=writes))]  # fmt: skip
    writing_keys = [Key(say.label(f"key-write-{kind}"), buttons.WriteRemark(question, kind, 0)) for kind in Kind]
    return Screen(text, [
        *rows,
        turning(found.page, lambda to: buttons.Remarks(question, library, to), say),
        writing_keys if writes else [],
        [Key(say.label("key-back"), buttons.OpenQuestion(question, library, 0))],
    ])  # fmt: skip


def _listed(place: int, one: Remark, say: Say) -> tuple[Markup, Markup]:
    return (
        say("remark-head", place=str(place), kind=say.label(f"remark-{one.kind}"), who=_who(one, say)),
        say("remark-text", text=words.cut(one.text, SHOWN)),
    )


def _who(one: Remark, say: Say) -> str:
    """Say whose it is, on which text, and how many say the same."""
    whose = say.label("remark-mine") if one.mine else one.library or say.label("remark-anonymous")
    parts = [whose]
    if one.old:
        parts.append(say.label("remark-old"))
    if one.supports:
        parts.append(say.label("remark-supports", count=one.supports))
    return " · ".join(parts)


def _row(place: int, one: Remark, found: RemarksPage, library: LibraryId, say: Say, *, supports: bool) -> list[Key]:
    """Give the buttons of a remark in the list."""
    row = []
    if supports and not one.mine:
        row.append(_support(one, library, found.page.number, say, str(place)))
    if one.mine or len(one.text) > SHOWN:
        label = say.label("key-remark-mine" if one.mine else "key-remark-whole", place=str(place))
        row.append(Key(label, buttons.OpenRemark(one.id, library, found.page.number)))
    return row


def _support(one: Remark, library: LibraryId, page: int, say: Say, place: str) -> Key:
    key = "key-unsupport" if one.supported else "key-support"
    return Key(say.label(key, place=place), buttons.Support(one.id, library, page, int(not one.supported)))


def whole(one: OneRemark, library: LibraryId, page: int, person: Person, say: Say, now: datetime) -> Screen:
    """Show a remark whole."""
    remark, question = one.remark, one.question
    text = lines(
        say("remarks-card", label=words.cut(question.text.label)),
        say("remark-whole-head", kind=say.label(f"remark-{remark.kind}"), who=_who(remark, say)),
        "",
        say("remark-text", text=remark.text),
    )
    keys = []
    if one.one.runs(now) and remark.mine:
        keys = [
            Key(say.label("key-edit-remark"), buttons.WriteRemark(question.id, remark.kind, 0)),
            Key(say.label("key-delete"), buttons.DeleteRemark(question.id, remark.kind, 0)),
        ]
    elif one.one.runs(now) and person.library is not None:
        keys = [_support(remark, library, page, say, "")]
    return Screen(text, [keys, [Key(say.label("key-back"), buttons.Remarks(question.id, library, page))]])


def written(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask for the text, or show it before it is kept."""
    if facts.article is None:
        return gone(say)
    question, kind = writing.about(draft)
    back = Key(say.label("key-back"), buttons.OpenQuestion(question, OWN, 0))
    label = words.cut(facts.article.question.text.label)
    if draft.step == READY:
        text = lines(
            say(f"remark-ready-{kind}", label=label), "",
            say("remark-text", text=draft.data["text"]), "",
            say("remark-ready-means"),
        )  # fmt: skip
        return Screen(text, [[Key(say.label("key-keep-remark"), buttons.KeepRemark(draft.id, draft.version)), back]])
    before = facts.before
    text = lines(
        say(f"remark-ask-{kind}", label=label),
        *(("", say("remark-before"), say("remark-text", text=before)) if before else ()),
    )
    return Screen(text, [[back]])


def another(begun: Draft, other: Article, question: QuestionId, kind: Kind, say: Say) -> Screen:
    """Say that something else is written and not kept yet, and ask which it is to be."""
    there, of_kind = writing.about(begun)
    text = say("remark-another", label=words.cut(other.question.text.label), kind=say.label(f"remark-{of_kind}"))
    return Screen(text, [
        [Key(say.label("key-resume"), buttons.WriteRemark(there, of_kind, 0)),
         Key(say.label("key-anew"), buttons.WriteRemark(question, kind, 1))],
        [Key(say.label("key-back"), buttons.OpenQuestion(question, OWN, 0))],
    ])  # fmt: skip


def kept(facts: Facts, kind: Kind, say: Say, now: datetime) -> Screen:
    """Say that what was written is kept."""
    if facts.article is None:
        return gone(say)
    one, question = facts.article.one, facts.article.question
    text = lines(
        say(f"remark-kept-{kind}", label=words.cut(question.text.label)),
        say("remark-kept-means", until=words.until(one, say, now)),
    )
    return Screen(text, _back(question.id, say))


def ended(say: Say) -> Screen:
    """Say that the conversation is over."""
    return Screen(say("conversation-gone"), [[Key(say.label("key-consultations"), buttons.Consultations(0))]])


def ask_delete(question: QuestionId, kind: Kind, say: Say) -> Screen:
    """Ask whether what was written is to go."""
    sure = Key(say.label("key-delete"), buttons.DeleteRemark(question, kind, 1))
    return Screen(say(f"remark-delete-{kind}"), [[sure, Key(say.label("key-back"), buttons.Remarks(question, OWN, 0))]])


def deleted(question: QuestionId, kind: Kind, say: Say) -> Screen:
    """Say that what was written is gone."""
    return Screen(say(f"remark-deleted-{kind}"), _back(question, say))


def _back(question: QuestionId, say: Say) -> list[list[Key]]:
    return [[Key(say.label("key-remarks"), buttons.Remarks(question, OWN, 0)),
             Key(say.label("key-back"), buttons.OpenQuestion(question, OWN, 0))]]  # fmt: skip
