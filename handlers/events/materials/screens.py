"""What materials look like. Pure: outcome in, card out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from handlers.dates import writing
from handlers.events import buttons as events
from handlers.events import words
from handlers.events.lists import cut, paged
from handlers.events.materials import buttons
from handlers.guiding import leave, picks, said
from handlers.reply import HTML, Call
from handlers.screen import Key, Keys, Ready, Screen, lines
from handlers.texts import Say
from storage.announcements.rules import MediaKind
from storage.drafts import Draft
from storage.events.materials import Attached, Material, Readers, Shelf
from storage.events.rules import Event

METHODS = {MediaKind.PHOTO: "sendPhoto", MediaKind.DOCUMENT: "sendDocument"}


def _name(name: str, say: Say) -> str:
    return cut(name or say.label("materials-picture"))


def _title(event: Event, say: Say) -> str:
    return say("materials-card", title=words.title(event.details, say))


def shelf(found: Shelf, page: int, say: Say) -> Screen:
    """List the files that somebody may have."""
    event = found.event
    keys = [[Key(_name(one.name, say), buttons.GetMaterial(one.id))] for one in found.files]
    text = lines(_title(event, say), say("materials-choose") if keys else say("materials-none"))
    last = [Key(say.label("key-back"), events.OpenEvent(event.id, 0, 0))]
    return paged(text, keys, page, lambda to: buttons.Materials(event.id, to), last, say)


def office_shelf(found: Shelf, page: int, say: Say) -> Screen:
    """List all files of an event for the office, with whom they are for."""
    event = found.event
    keys: Keys = [[Key(_for(one, say), buttons.OfficeMaterial(one.id))] for one in found.files]
    text = lines(_title(event, say), say("materials-office-choose" if keys else "materials-office-none"))
    last = [Key(say.label("key-materials-send"), buttons.SendMaterials(event.id)),
            Key(say.label("key-back"), events.OfficeEvent(event.id, 0))]  # fmt: skip
    return paged(text, keys, page, lambda to: buttons.OfficeMaterials(event.id, to), last, say)


def _for(one: Material, say: Say) -> str:
    return say.label(f"key-materials-file-{one.readers}", name=_name(one.name, say))


def file(one: Material, event: Event, say: Say) -> Ready:
    """Give a file that Telegram has."""
    caption = lines(
        say("materials-file", name=_name(one.name, say)), say("event-title", title=words.title(event.details, say))
    )
    kind = MediaKind(one.kind)
    call = Call(METHODS[kind], {kind.value: one.file_id, "caption": caption, **HTML})
    back = [[Key(say.label("key-materials"), buttons.Materials(event.id, 0))]]
    return Ready([call], lambda said: Screen(say("materials-not-shown", words=said), back))


def office_file(one: Material, event: Event, say: Say) -> Screen:
    """Show a file to the office: its name, whom it is for."""
    text = lines(say("materials-file", name=_name(one.name, say)), say(f"materials-for-{one.readers}"),
                 say("event-title", title=words.title(event.details, say)))  # fmt: skip
    keys = [Key(say.label("key-materials-get"), buttons.GetMaterial(one.id)),
            Key(say.label("key-materials-remove"), buttons.RemoveMaterial(one.id, 0))]  # fmt: skip
    return Screen(text, [keys, [Key(say.label("key-back"), buttons.OfficeMaterials(event.id, 0))]])


def ask_remove(one: Material, say: Say) -> Screen:
    """Ask whether a file is to be taken away."""
    keys = [Key(say.label("key-materials-remove"), buttons.RemoveMaterial(one.id, 1)),
            Key(say.label("key-back"), buttons.OfficeMaterial(one.id))]  # fmt: skip
    return Screen(say("materials-ask-remove", name=_name(one.name, say)), [keys])


def removed(event: Event | None, say: Say) -> Screen:
    """Say that a file is gone."""
    back = events.OfficeEvents(0) if event is None else buttons.OfficeMaterials(event.id, 0)
    return Screen(say("materials-gone" if event is None else "materials-removed"), [[Key(say.label("key-back"), back)]])


def gone(say: Say) -> Screen:
    """Say that there is no such file for whoever asks."""
    return Screen(say("materials-gone"), [[Key(say.label("key-events"), events.Events(0))]])


def sending(draft: Draft, event: Event | None, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask whom files are for, and for the files."""
    title = words.title(event.details, say) if event else ""
    pick, heading = picks(draft), say("materials-card", title=title)
    if draft.step == "readers":
        keys = [[pick(say.label(f"key-materials-{one}"), said("/for", one))] for one in Readers]
        return Screen(lines(heading, say("materials-ask-readers")), [*keys, *leave(say)])
    files: Sequence[Any] = draft.data.get("files", [])
    text = lines(
        heading, say(f"materials-for-{draft.data['readers']}"),
        *(say("materials-listed", name=_name(name, say)) for *_, name in files),
        say("materials-more") if files else say("materials-ask-files"),
    )  # fmt: skip
    attach = [Key(say.label("key-materials-attach"), buttons.AttachMaterials(draft.id, draft.version)),
              pick(say.label("key-materials-drop"), "/drop")]  # fmt: skip
    return Screen(text, [attach if files else [], [pick(say.label("key-back"), "/back"), *leave(say)[0]]])


def attached(outcome: Attached, say: Say) -> Screen:
    """Say that the files are there, and who will be told."""
    text = lines(say("materials-attached", count=outcome.count), say("materials-telling"))
    return Screen(text, [[Key(say.label("key-materials"), buttons.OfficeMaterials(outcome.event.id, 0))]])


def news(event: Event, say: Say) -> Screen:
    """Tell that there are new files."""
    day = writing.day(event.details.starts_at, say.language)
    text = say("materials-news", title=words.title(event.details, say), day=day)
    return Screen(text, [[Key(say.label("key-materials"), buttons.Materials(event.id, 0))]])
