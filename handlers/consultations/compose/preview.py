"""What is ready to be opened, as members will see it. Pure."""

from datetime import datetime

from handlers.consultations import compose_buttons as buttons
from handlers.consultations.compose import terms_screens, words
from handlers.consultations.compose.facts import Facts
from handlers.guiding import leave, picks
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.consultations import drafting, rules
from storage.consultations.drafting import Unfinished
from storage.drafts import Draft


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
    return Screen(text, [[*opens, pick(say.label("key-change"), "/change")], *leave(say)])
