"""The buttons of consortia and of the deadlines of granted projects."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.calls.rules import CallId, ConsortiumId, DeadlineId
from storage.drafts import DraftId
from storage.people import LibraryId

NO_LIBRARY = LibraryId(0)
NO_CONSORTIUM = ConsortiumId(0)
"""Stand in buttons for none."""


@dataclass(frozen=True, slots=True)
class OpenConsortium(Button):
    """A consortium's card."""

    tag = "Pk"
    consortium_id: ConsortiumId


@dataclass(frozen=True, slots=True)
class NewConsortium(Button):
    """Name a consortium that my library is to found on a call."""

    tag = "Pkn"
    call_id: CallId


@dataclass(frozen=True, slots=True)
class Found(Button):
    """Found the consortium of a draft, if it is still at `version`."""

    tag = "Pkf"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class ChooseMember(Button):
    """Look for a library to invite."""

    tag = "Pkc"
    consortium_id: ConsortiumId


@dataclass(frozen=True, slots=True)
class InviteMember(Button):
    """Invite a library; `sure` is 1 once it was asked about."""

    tag = "Pki"
    consortium_id: ConsortiumId
    library_id: LibraryId
    sure: int


@dataclass(frozen=True, slots=True)
class JoinConsortium(Button):
    """Accept an invitation for my library."""

    tag = "Pkj"
    consortium_id: ConsortiumId


@dataclass(frozen=True, slots=True)
class RefuseConsortium(Button):
    """Refuse an invitation for my library."""

    tag = "Pkr"
    consortium_id: ConsortiumId


@dataclass(frozen=True, slots=True)
class LeaveConsortium(Button):
    """Take my library out, leaving the lead `to` another or to NO_LIBRARY; `sure` is 1 once it was asked about."""

    tag = "Pkx"
    consortium_id: ConsortiumId
    to: LibraryId
    sure: int


@dataclass(frozen=True, slots=True)
class PutOut(Button):
    """Put a library out, or take its invitation back; NO_LIBRARY asks which, `sure` is 1 once it was asked about."""

    tag = "Pko"
    consortium_id: ConsortiumId
    library_id: LibraryId
    sure: int


@dataclass(frozen=True, slots=True)
class TakeLead(Button):
    """Let my library lead a consortium for whose lead nobody speaks any more."""

    tag = "Pkt"
    consortium_id: ConsortiumId


@dataclass(frozen=True, slots=True)
class Project(Button):
    """The deadlines of my library's project, and of its consortium."""

    tag = "Pm"
    call_id: CallId


@dataclass(frozen=True, slots=True)
class OpenOwn(Button):
    """A deadline of my library, or of its consortium."""

    tag = "Pmo"
    deadline_id: DeadlineId


@dataclass(frozen=True, slots=True)
class NewOwn(Button):
    """Add a milestone or a report to my library's project, or to that of a consortium."""

    tag = "Pmn"
    call_id: CallId
    consortium_id: ConsortiumId


@dataclass(frozen=True, slots=True)
class ChangeOwn(Button):
    """Change a deadline."""

    tag = "Pmc"
    deadline_id: DeadlineId


@dataclass(frozen=True, slots=True)
class SetOwn(Button):
    """Keep the deadline of a draft, if it is still at `version`."""

    tag = "Pms"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class StrikeOwn(Button):
    """Strike a deadline out; `sure` is 1 once it was asked about."""

    tag = "Pmx"
    deadline_id: DeadlineId
    sure: int
