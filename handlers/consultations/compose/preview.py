"""What is ready to be opened, as members will see it. Pure."""

import dataclasses
from datetime import datetime

from handlers.consultations import compose_buttons as buttons
from handlers.consultations import push
from handlers.consultations import words as in_words
from handlers.consultations.compose import terms_screens, words
from handlers.consultations.compose.facts import Facts
from handlers.consultations.compose.steps import Step
from handlers.consultations.pages import pages
from handlers.guiding import back_and_leave, leave, picks, said
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.consultations import drafting, rules
from storage.consultations.books import Question
from storage.consultations.drafting import Unfinished
from storage.consultations.notices import Notice
from storage.consultations.rules import Consultation, ConsultationId, QuestionId, State, WordingId
from storage.drafts import Draft
from storage.people import Role


def preview(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Show what is ready, and offer to open it."""
    wanted = drafting.terms(draft.data)
    if isinstance(wanted, Unfinished):
        raise TypeError(f"There is nothing to preview yet: {wanted.missing}")
    pick = picks(draft)
    problems = rules.check(wanted, len(drafting.texts(draft.data)), now)
    told = facts.asked(wanted.kinds).people
    text = lines(
        say("consult-ready"),
        *words.so_far(draft, say),
        *terms_screens.summary(draft, facts, say, now),
        "",
        say("consult-told", count=told) if told else say("consult-told-nobody"),
        *(["", say("consult-problems"), *(say(f"consult-problem-{one}") for one in problems)] if problems else []),
    )
    opens = [] if problems else [Key(say.label("key-open"), buttons.OpenDraft(draft.id, draft.version))]
    ways = [
        pick(say.label("key-look"), said("/to", Step.LOOK)),
        pick(say.label("key-change"), said("/to", Step.CHANGE)),
    ]
    return Screen(text, [opens, ways, *leave(say)])


def look(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Show what members get when it opens, and the first question, in one language at a time."""
    wanted, texts = drafting.terms(draft.data), drafting.texts(draft.data)
    if isinstance(wanted, Unfinished):
        raise TypeError(f"There is nothing to look at yet: {wanted.missing}")
    shown = draft.data.get("shown", say.language)
    other, theirs = "en" if shown == "sl" else "sl", say.in_language(shown)
    one = Consultation(ConsultationId(0), wanted, State.OPEN, 1, now, None, None)
    voter = dataclasses.replace(facts.person, role=Role.DELEGATE)
    first = Question(QuestionId(0), WordingId(0), 1, len(texts), texts[0])
    text = lines(
        say("consult-members-see"),
        "",
        push.opened(Notice(one, voter, len(texts), None, {}), theirs, now).text,
        "",
        in_words.heading(first, theirs),
        theirs("question-text", text=pages(first.text.text)[0]),
    )
    pick = picks(draft)
    return Screen(text, [[pick(say.label(f"key-preview-{other}"), said("/language", other))],
                         *back_and_leave(draft, say)])  # fmt: skip
