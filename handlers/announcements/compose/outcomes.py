"""What became of an announcement that was written, and what is asked before it goes. Pure."""

from dataclasses import dataclass

from handlers.announcements import buttons
from handlers.announcements.compose import content
from handlers.announcements.compose.steps import Step
from handlers.announcements.letter import first_words
from handlers.buttons import Button
from handlers.home import Office
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.announcements.saved import Saved
from storage.drafts import Draft


def _back(say: Say) -> Key:
    return Key(say.label("key-back"), Office())


def draft_waits(draft: Draft, anew: Button, say: Say) -> Screen:
    """Say that a draft waits, and ask what to do with it; `anew` throws it away."""
    part = content.part(draft, Step.SL) or content.part(draft, Step.EN)
    begins = first_words(part) if part else ""
    text = say("compose-draft-waits-text", text=begins) if begins else say("compose-draft-waits")
    keys = [
        Key(say.label("key-resume"), buttons.ResumeAnnouncement()),
        Key(say.label("key-anew"), anew),
    ]
    return Screen(text, [keys, [_back(say)]])


def nobody_meant(say: Say) -> Screen:
    """Say that those to whom the message was to go cannot be found."""
    return Screen(say("compose-nobody-meant"), [[_back(say)]])


def gone(say: Say) -> Screen:
    """Say that the draft is sent or deleted already."""
    return Screen(say("compose-gone"), [[_back(say)]])


@dataclass(frozen=True, slots=True)
class Before:
    """What is to be known before it is sent.

    What it costs in Stars, by how many others it can be approved if it has to be, that its hour is `past`.
    """

    stars: int | None = None
    approvers: int | None = None
    past: bool = False


def ask(button: buttons.SendAnnouncement, before: Before, say: Say) -> Screen:
    """Say what is to be known before it is sent, and ask whether it is to go."""
    text = lines(
        say("compose-past") if before.past else None,
        None if before.stars is None else say("compose-cost", count=before.stars),
        None if before.approvers is None else say("compose-approval", count=before.approvers),
    )
    back = Key(say.label("key-back"), buttons.ResumeAnnouncement())
    if before.approvers == 0:
        return Screen(text, [[back]])
    label = say.label("key-send" if before.approvers is None else "key-to-approval")
    send = Key(label, buttons.SendAnnouncement(button.draft_id, button.version, 1))
    return Screen(lines(text, "", say("compose-sure")), [[send, back]])


def ask_forget(one: Saved, say: Say) -> Screen:
    """Ask whether an audience with a name is to be deleted."""
    keys = [Key(say.label("key-delete"), buttons.ForgetAudience(one.id, 1)),
            Key(say.label("key-back"), buttons.ResumeAnnouncement())]  # fmt: skip
    return Screen(say("audience-ask-forget", name=one.name), [keys])
