"""What is asked about: the outline that was found, put in order by buttons. Pure."""

from collections.abc import Callable, Mapping

from handlers.consultations.compose.facts import Facts
from handlers.consultations.compose.steps import Step
from handlers.conversation import Misread
from handlers.dates.asking import echo, one_line
from storage.consultations import drafting
from storage.consultations.drafting import Form
from storage.consultations.wording import outline as outlines
from storage.consultations.wording.articles import Article
from storage.consultations.wording.outline import Edited, NotPossible, Outline, Question
from storage.drafts import Draft

CHOOSE = Misread("guide-choose")
NAME_AT_MOST = drafting.LABEL_AT_MOST


def outline(draft: Draft) -> Outline:
    """Read the outline from the draft."""
    return drafting.outline_of(draft.data)


def place(draft: Draft) -> int:
    """Tell which question of the outline is open, from 0."""
    return min(max(0, int(draft.data.get("at", 0))), max(0, len(outline(draft).questions) - 1))


def last(draft: Draft) -> int:
    """Tell up to which question they are to be grouped."""
    return int(draft.data.get("last", 0))


def number(argument: str) -> int | None:
    """Read a number on a button; None if it is none that could be meant."""
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) <= len("99999") else None


def to_list(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """From the overview to all questions, or back to the draft for another text."""
    return draft.at(Step.LIST) if word == "/list" else CHOOSE


def in_list(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Open a question, or turn the page."""
    chosen = number(argument)
    if chosen is None:
        return CHOOSE
    if word == "/open" and chosen < len(outline(draft).questions):
        return draft.at(Step.QUESTION, at=chosen, part=None)
    return draft.at(Step.LIST, page=chosen) if word == "/page" else CHOOSE


def find(draft: Draft, said: str) -> Draft | Misread:
    """Open the question with the article whose number was typed."""
    wanted = said.lower().removesuffix(drafting.NOUNS[Form.ARTICLES]).strip(" .")
    for at, question in enumerate(outline(draft).questions):
        if any(article.number.lower().split("/")[0] == wanted for article in question.articles):
            return draft.at(Step.QUESTION, at=at, part=None)
    return Misread("consult-no-such-article", {"said": echo(said)})


def in_question(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:
    """Do something with the question that is open."""
    at, now = place(draft), outline(draft)
    match word:
        case "/open":
            return in_list(draft, word, argument, facts)
        case "/page" if (part := number(argument)) is not None:
            return draft.at(Step.QUESTION, part=part)
        case "/done":
            return draft.at(Step.OUTLINE)
        case "/merge":
            return _edited(draft, outlines.merge(now, at))
        case "/out":
            return _edited(draft, outlines.leave_out(now, at, left_out=not now.questions[at].left_out))
        case "/ungroup":
            return _edited(draft, outlines.ungroup(now, at))
        case "/to" if argument in WAYS:
            return draft.at(argument, part=None)
        case _:
            return CHOOSE


WAYS = {Step.SPLIT, Step.RENAME, Step.GROUP}
"""What is asked more about, from a question."""


def split(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Take the paragraph with which the second part begins."""
    chosen = number(argument)
    if word == "/page" and chosen is not None:
        return draft.at(Step.SPLIT, part=chosen)
    if word != "/choose" or chosen is None:
        return CHOOSE
    return _edited(draft, outlines.split_article(outline(draft), place(draft), chosen))


def group(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Take the last of the questions that become one; the name is asked next."""
    chosen = number(argument)
    if word == "/page" and chosen is not None:
        return draft.at(Step.GROUP, part=chosen)
    if word != "/choose" or chosen is None or not place(draft) < chosen < len(outline(draft).questions):
        return CHOOSE
    return draft.at(Step.GROUPED, last=chosen, part=None)


def grouped(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Take one of the names that are offered."""
    names = offered_names(draft)
    chosen = number(argument)
    if word != "/choose" or chosen is None or chosen >= len(names):
        return CHOOSE
    return _edited(draft, outlines.group(outline(draft), place(draft), last(draft), names[chosen]))


def offered_names(draft: Draft) -> list[str]:
    """List the names that a group may have: its span, and the chapter that it is all in."""
    chosen = outline(draft).questions[place(draft) : last(draft) + 1]
    articles = tuple(article for question in chosen if not question.left_out for article in question.articles)
    if not articles:
        return []
    chapters = {article.chapter for article in articles}
    above = chapters.pop()[-1:] if len(chapters) == 1 else ()
    return [drafting.span(drafting.form(draft.data), articles), *(name[:NAME_AT_MOST] for name in above)]


def take_name(draft: Draft, said: str) -> Draft | Misread:
    """Take a typed name: of a question, or of those that become one."""
    if not said:
        return Misread("guide-empty")
    if len(said) > NAME_AT_MOST:
        return Misread("guide-too-long", {"count": len(said), "most": NAME_AT_MOST})
    if draft.step == Step.GROUPED:
        return _edited(draft, outlines.group(outline(draft), place(draft), last(draft), said))
    return _edited(draft, outlines.rename(outline(draft), place(draft), said))


def _edited(draft: Draft, now: Edited) -> Draft | Misread:
    if isinstance(now, NotPossible):
        return Misread("consult-not-possible")
    return draft.at(Step.QUESTION, outline=drafting.kept(now), part=None, last=None)


def take_typed(draft: Draft, said: str) -> Draft | Misread:
    """Take a question that was typed by hand, in place of what was found in a text."""
    lines = [line for line in map(one_line, said.splitlines()) if line]
    if not lines:
        return Misread("guide-empty")
    there = typed(draft)
    article = Article(str(len(there) + 1), None, (), tuple(lines))
    return _typed(draft, (*there, Question((article,))))


def in_typed(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Take the last typed question back."""
    there = typed(draft)
    return _typed(draft, there[:-1]) if there and word == "/drop" else CHOOSE


def in_draft(draft: Draft, word: str, argument: str, facts: Facts) -> Draft | Misread:  # noqa: ARG001 - as steps follow
    """Throw away what was pasted, or go to typing questions by hand."""
    match word:
        case "/forget":
            return draft.at(Step.DRAFT, pasted=None)
        case "/typed":
            return draft.at(Step.TYPED)
        case _:
            return CHOOSE


def typed(draft: Draft) -> tuple[Question, ...]:
    """List the questions that were typed by hand."""
    return outline(draft).questions if drafting.form(draft.data) is Form.TYPED else ()


def _typed(draft: Draft, questions: tuple[Question, ...]) -> Draft:
    return draft.at(Step.TYPED, form=Form.TYPED, outline=drafting.kept(Outline(questions)) or None, preamble=None,
                    findings=None, pasted=None)  # fmt: skip


Follow = Callable[[Draft, str, str, Facts], Draft | Misread]

FOLLOW: Mapping[Step, Follow] = {
    Step.OUTLINE: to_list,
    Step.LIST: in_list,
    Step.QUESTION: in_question,
    Step.SPLIT: split,
    Step.GROUP: group,
    Step.GROUPED: grouped,
}
"""What the buttons of a step do."""
