"""What became of an announcement that was written. Pure."""

from datetime import datetime

from handlers.announcements import buttons
from handlers.announcements.compose import content, words
from handlers.announcements.compose.steps import Step
from handlers.announcements.letter import first_words
from handlers.home import Office
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.announcements.rules import Announcement, State
from storage.announcements.saved import Saved
from storage.announcements.times import repeat_of
from storage.audience import Size
from storage.drafts import Draft


def _back(say: Say) -> Key:
    return Key(say.label("key-back"), Office())


def draft_waits(draft: Draft, say: Say) -> Screen:
    """Say that a draft waits, and ask what to do with it."""
    part = content.part(draft, Step.SL) or content.part(draft, Step.EN)
    begins = first_words(part) if part else ""
    text = say("compose-draft-waits-text", text=begins) if begins else say("compose-draft-waits")
    keys = [
        Key(say.label("key-resume"), buttons.ResumeAnnouncement()),
        Key(say.label("key-anew"), buttons.NewAnnouncement(1)),
    ]
    return Screen(text, [keys, [_back(say)]])


def gone(say: Say) -> Screen:
    """Say that the draft is sent or deleted already."""
    return Screen(say("compose-gone"), [[_back(say)]])


def submitted(one: Announcement, size: Size, say: Say, now: datetime) -> Screen:
    """Say that it is on its way, planned, or with a colleague."""
    repeat = repeat_of(one.repeat) if one.repeat else None
    match one.state:
        case State.PROPOSED:
            text: str = say("compose-proposed")
        case State.PLANNED:
            text = lines(say("compose-planned"), words.when(one.send_at, repeat, say, now))
        case _:
            text = say("compose-sent", count=size.people)
    return Screen(text, [[_back(say)]])


def ask_forget(one: Saved, say: Say) -> Screen:
    """Ask whether an audience with a name is to be deleted."""
    keys = [Key(say.label("key-delete"), buttons.ForgetAudience(one.id, 1)),
            Key(say.label("key-back"), buttons.ResumeAnnouncement())]  # fmt: skip
    return Screen(say("audience-ask-forget", name=one.name), [keys])
