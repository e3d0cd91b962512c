"""What was found in the draft, and how it is put in order. Pure."""

from collections.abc import Sequence
from datetime import datetime

from handlers.consultations.compose import editing, words
from handlers.consultations.compose.facts import Facts
from handlers.consultations.compose.steps import Step
from handlers.consultations.pages import clamped, pages
from handlers.consultations.words import cut, name
from handlers.guiding import back_and_leave, leave, paged, picks, said
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Say
from storage.consultations import drafting
from storage.consultations.wording.outline import Question, asked
from storage.drafts import Draft

GAPS = 6
"""So many gaps in the numbers are named."""


def overview(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Show what was found."""
    pick, form = picks(draft), drafting.form(draft.data)
    outline = editing.outline(draft)
    articles = [article for question in outline.questions for article in question.articles]
    longest = max(articles, key=lambda one: len(one.text))
    out = len(outline.questions) - len(asked(outline))
    text = lines(
        say("consult-outline-card"),
        words.pieces(articles, form, say),
        say("consult-longest", label=drafting.label(form, longest.number), signs=len(longest.text)),
        words.questions(draft, say) if len(asked(outline)) != len(articles) else None,
        say("consult-left-out", count=out) if out else None,
        *_findings(draft, say),
        "",
        say("consult-ask-outline"),
    )
    on = [pick(say.label("key-back"), "/back"), pick(say.label("key-keep"), "/next")]
    return Screen(text, [[pick(say.label("key-outline-list"), "/list")], on, *leave(say)])


def _findings(draft: Draft, say: Say) -> list[str]:
    """Say what is odd about the draft."""
    found = draft.data.get("findings", [])
    form = drafting.form(draft.data)
    said_of: list[str] = []
    for kind, *numbers in found:
        named = [drafting.label(form, number) if number else "" for number in numbers]
        if kind == "unclosed":
            said_of.append(say("finding-unclosed", label=named[0]) if named[0] else say("finding-unclosed-before"))
        elif kind == "repeated":
            said_of.append(say("finding-repeated", label=named[0]))
    gaps = [f"{before} → {after}" for kind, *rest in found if kind == "gap" for before, after in [rest]]
    if gaps:
        more = ", …" if len(gaps) > GAPS else ""
        said_of.append(say("finding-gaps", gaps=", ".join(gaps[:GAPS]) + more))
    return said_of


def _name(draft: Draft, question: Question) -> str:
    return name(drafting.text(drafting.form(draft.data), question))


def _labels(draft: Draft, questions: Sequence[tuple[int, Question]], word: str, say: Say) -> Keys:
    pick = picks(draft)
    mark = {True: say.label("mark-left-out"), False: ""}
    return [[pick(cut(mark[question.left_out] + _name(draft, question)), said(word, at))] for at, question in questions]


def listed(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """List all questions."""
    rows = _labels(draft, list(enumerate(editing.outline(draft).questions)), "/open", say)
    text = lines(say("consult-outline-card"), words.questions(draft, say), say("consult-ask-list"))
    return Screen(text, [*paged(draft, rows, say), *back_and_leave(draft, say)])


def question(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Show a question with its text, a page of it, and what can be done with it."""
    pick, at = picks(draft), editing.place(draft)
    there = editing.outline(draft).questions
    one = there[at]
    written = drafting.text(drafting.form(draft.data), one)
    parts = pages(written.text)
    part = clamped(int(draft.data.get("part", 0)), len(parts))
    text = lines(
        say("consult-question", label=written.label, at=str(at + 1), of=str(len(there))),
        say("consult-question-title", title=written.title) if written.title else None,
        say("consult-question-chapter", chapter=written.chapter) if written.chapter else None,
        say("consult-question-out") if one.left_out else None,
        "",
        say("consult-question-text", text=parts[part]),
        say("consult-question-part", page=part + 1, pages=len(parts)) if len(parts) > 1 else None,
    )
    turn = []
    if part > 0:
        turn.append(pick(say.label("key-text-before"), said("/page", part - 1)))
    if part < len(parts) - 1:
        turn.append(pick(say.label("key-text-after"), said("/page", part + 1)))
    around = []
    if at > 0:
        around.append(pick(say.label("key-question-before"), said("/open", at - 1)))
    if at < len(there) - 1:
        around.append(pick(say.label("key-question-after"), said("/open", at + 1)))
    return Screen(text, [turn, around, *_actions(draft, one, last=at == len(there) - 1, say=say),
                         *_ways(draft, say)])  # fmt: skip


def _actions(draft: Draft, one: Question, *, last: bool, say: Say) -> list[list[Key]]:
    pick, alone = picks(draft), len(one.articles) == 1
    change, together = [], []
    if alone and not last:
        change.append(pick(say.label("key-merge"), "/merge"))
    if alone and len(one.articles[0].paragraphs) > 1:
        change.append(pick(say.label("key-split"), said("/to", Step.SPLIT)))
    if not last:
        together.append(pick(say.label("key-group"), said("/to", Step.GROUP)))
    if not alone:
        together.append(pick(say.label("key-ungroup"), "/ungroup"))
    out = pick(say.label("key-put-back" if one.left_out else "key-question-out"), "/out")
    return [change, together, [pick(say.label("key-rename"), said("/to", Step.RENAME)), out]]


def _ways(draft: Draft, say: Say) -> list[list[Key]]:
    pick = picks(draft)
    return [[pick(say.label("key-to-list"), "/back"), pick(say.label("key-outline-done"), "/done")]]


def split(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask with which paragraph the second part begins."""
    pick = picks(draft)
    one = editing.outline(draft).questions[editing.place(draft)]
    paragraphs = list(enumerate(one.articles[0].paragraphs))[1:]
    rows = [[pick(cut(" ".join(text.split())), said("/choose", at))] for at, text in paragraphs]
    return Screen(say("consult-ask-split", label=_name(draft, one)),
                  [*paged(draft, rows, say, "part"), *back_and_leave(draft, say)])  # fmt: skip


def rename(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for another name."""
    one = editing.outline(draft).questions[editing.place(draft)]
    return Screen(say("consult-ask-rename", label=_name(draft, one)), back_and_leave(draft, say))


def group(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask up to which question they become one."""
    at, there = editing.place(draft), editing.outline(draft).questions
    rows = _labels(draft, list(enumerate(there))[at + 1 :], "/choose", say)
    chapter_ends = _end_of_chapter(there, at)
    whole = []
    if chapter_ends is not None:
        whole.append(picks(draft)(say.label("key-to-chapter-end"), said("/choose", chapter_ends)))
    return Screen(say("consult-ask-group", label=_name(draft, there[at])),
                  [whole, *paged(draft, rows, say, "part"), *back_and_leave(draft, say)])  # fmt: skip


def _end_of_chapter(there: Sequence[Question], at: int) -> int | None:
    """Find the last question in the chapter of one; None if that is the question itself."""
    chapter = there[at].articles[0].chapter
    end = at
    while chapter and end + 1 < len(there) and there[end + 1].articles[0].chapter == chapter:
        end += 1
    return end if end > at else None


def grouped(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for the name of what becomes one question."""
    pick = picks(draft)
    names = [[pick(cut(name), said("/choose", at))] for at, name in enumerate(editing.offered_names(draft))]
    return Screen(say("consult-ask-grouped"), [*names, *back_and_leave(draft, say)])
