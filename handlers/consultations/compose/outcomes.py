"""What becomes of a consultation that was prepared. Pure."""

from datetime import datetime

from handlers.consultations import compose_buttons as buttons
from handlers.consultations import desk_buttons
from handlers.dates import writing
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.consultations.opening import Opened
from storage.drafts import Draft


def _back(say: Say) -> Key:
    return Key(say.label("key-back"), desk_buttons.OfficeConsultations(0))


def draft_waits(draft: Draft, say: Say) -> Screen:
    """Say that a draft waits, and ask what to do with it."""
    title = draft.data.get("title_sl")
    text = say("consult-draft-waits-title", title=title) if title else say("consult-draft-waits")
    keys = [
        Key(say.label("key-resume"), buttons.ResumeConsultation()),
        Key(say.label("key-anew"), buttons.NewConsultation(1)),
    ]
    return Screen(text, [keys, [_back(say)]])


def gone(say: Say) -> Screen:
    """Say that the draft is opened or deleted already."""
    return Screen(say("consult-gone"), [[_back(say)]])


def opened(outcome: Opened, say: Say, now: datetime) -> Screen:
    """Say that the consultation runs."""
    one = outcome.one
    text = lines(
        say("consult-opened", title=one.title(say.language),
            until=writing.until_moment(one.terms.ends_at, now, say.language)),
        say("consult-opened-told", count=outcome.told) if outcome.told else None,
    )  # fmt: skip
    return Screen(text, [[Key(say.label("key-to-consultation"), desk_buttons.OfficeConsultation(one.id)), _back(say)]])
