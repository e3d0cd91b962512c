"""The buttons of materials. Whether somebody may have a file is looked at on every tap."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.drafts import DraftId
from storage.events.materials import MaterialId
from storage.events.rules import EventId


@dataclass(frozen=True, slots=True)
class Materials(Button):
    """The files of an event that I may have, a page of them."""

    tag = "gm"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class GetMaterial(Button):
    """A file."""

    tag = "gf"
    material_id: MaterialId


@dataclass(frozen=True, slots=True)
class OfficeMaterials(Button):
    """All files of an event, a page of them, for the office."""

    tag = "go"
    event_id: EventId
    page: int


@dataclass(frozen=True, slots=True)
class OfficeMaterial(Button):
    """A file, for the office."""

    tag = "gof"
    material_id: MaterialId


@dataclass(frozen=True, slots=True)
class SendMaterials(Button):
    """Attach files to an event: whom are they for?"""

    tag = "ga"
    event_id: EventId


@dataclass(frozen=True, slots=True)
class AttachMaterials(Button):
    """Attach the files that were sent, if the conversation is still at `version`."""

    tag = "gp"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class RemoveMaterial(Button):
    """Take a file away; `sure` is 1 once it was asked about."""

    tag = "gx"
    material_id: MaterialId
    sure: int
