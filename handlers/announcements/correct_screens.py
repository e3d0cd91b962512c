"""The card of a correction that is being written. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.announcements import buttons, desk_words
from handlers.announcements.compose import words
from handlers.guiding import leave, picks, said
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.announcements.correcting import corrected
from storage.announcements.rules import Announcement, Content, Part, State
from storage.drafts import Draft

LANGUAGES = ("sl", "en")
CHOOSE, PREVIEW = "choose", "preview"
"""The steps; between them is one for each language."""

OPEN = frozenset({State.PLANNED, State.HELD, State.SENT})
"""The points at which the text can be put right."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The announcement, if it is still there, and how many have got it."""

    one: Announcement | None
    delivered: int


def parts(content: Content) -> Mapping[str, Part]:
    """Find the messages that there are, by language."""
    return {name: part for name, part in zip(LANGUAGES, (content.sl, content.en), strict=True) if part}


def changed(draft: Draft) -> bool:
    """Tell whether something is put right already."""
    return any(draft.data.get(name) for name in LANGUAGES)


def show(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for the right text, or offer to send it."""
    if facts.one is None:
        return Screen(say("announcement-gone"), leave(say))
    pick, there = picks(draft), parts(facts.one.content)
    languages = [pick(say.label(f"key-edit-{name}"), said("/language", name)) for name in there]
    head = say("correct-card", title=desk_words.title(facts.one, say))
    if draft.step == PREVIEW:
        now_says = parts(corrected(facts.one, draft.data))
        texts = [say(f"compose-{name}", what=words.message(part, say)) for name, part in now_says.items()]
        means = say("correct-means", count=facts.delivered) if facts.one.state is State.SENT else say("correct-planned")
        send = Key(say.label("key-correct-send"), buttons.SendCorrection(draft.id, draft.version))
        return Screen(lines(head, *texts, "", means), [[send], languages, *leave(say)])
    if draft.step == CHOOSE:
        return Screen(lines(head, say("correct-ask-language")), [languages, *leave(say)])
    back = [[pick(say.label("key-back"), "/back")]] if len(there) > 1 or changed(draft) else []
    ask = say(f"correct-ask-{draft.step}")
    files = say("correct-files-stay") if there[draft.step].media else None
    return Screen(lines(head, ask, files), [*back, *leave(say)])


def another(begun: Announcement | None, one: Announcement, say: Say) -> Screen:
    """Say that the correction of another announcement waits, and ask what to do with it."""
    keys = [Key(say.label("key-anew"), buttons.CorrectAnnouncement(one.id, 1))]
    if begun is not None:
        keys.insert(0, Key(say.label("key-resume"), buttons.CorrectAnnouncement(begun.id, 0)))
    title = desk_words.title(begun, say) if begun else ""
    back = [Key(say.label("key-back"), buttons.OfficeAnnouncement(one.id))]
    return Screen(say("correct-another", title=title), [keys, back])
