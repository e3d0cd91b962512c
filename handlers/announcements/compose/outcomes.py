"""What became of an announcement that was written. Pure."""

from handlers.announcements import buttons
from handlers.announcements.compose import content
from handlers.announcements.compose.steps import Step
from handlers.announcements.letter import first_words
from handlers.home import Office
from handlers.screen import Key, Screen
from handlers.texts import Say
from storage.announcements.saved import Saved
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


def ask_cost(button: buttons.SendAnnouncement, stars: int, say: Say) -> Screen:
    """Say what sending so fast costs, and ask whether it is to go."""
    keys = [
        Key(say.label("key-send"), buttons.SendAnnouncement(button.draft_id, button.version, 1)),
        Key(say.label("key-back"), buttons.ResumeAnnouncement()),
    ]
    return Screen(say("compose-ask-cost", count=stars), [keys])


def ask_forget(one: Saved, say: Say) -> Screen:
    """Ask whether an audience with a name is to be deleted."""
    keys = [Key(say.label("key-delete"), buttons.ForgetAudience(one.id, 1)),
            Key(say.label("key-back"), buttons.ResumeAnnouncement())]  # fmt: skip
    return Screen(say("audience-ask-forget", name=one.name), [keys])
