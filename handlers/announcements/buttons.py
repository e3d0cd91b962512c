"""The buttons of announcements."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.announcements.rules import AnnouncementId
from storage.announcements.saved import AudienceId
from storage.announcements.steering import How
from storage.batches import BatchId
from storage.drafts import DraftId
from storage.groups import GroupId
from storage.outbox import State


@dataclass(frozen=True, slots=True)
class HaveRead(Button):
    """Under an announcement: I have read this."""

    tag = "ar"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class Archive(Button):
    """The announcements that I got, a page of them."""

    tag = "aa"
    page: int


@dataclass(frozen=True, slots=True)
class OpenAnnouncement(Button):
    """An announcement that I got, as it arrived; `page` is where it was in the list, below 0 if it was found."""

    tag = "aao"
    announcement_id: AnnouncementId
    page: int


@dataclass(frozen=True, slots=True)
class FindAnnouncement(Button):
    """Look for an announcement by its words; `anew` is 0 to see again what was found."""

    tag = "aaf"
    anew: int


# In groups


@dataclass(frozen=True, slots=True)
class LetIn(Button):
    """Let announcements into a group."""

    tag = "ag"
    group_id: GroupId


# The office's list and card


@dataclass(frozen=True, slots=True)
class OfficeAnnouncements(Button):
    """All announcements, a page of them."""

    tag = "aol"
    page: int


@dataclass(frozen=True, slots=True)
class OfficeAnnouncement(Button):
    """An announcement's card as it stands now."""

    tag = "aoe"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class Steer(Button):
    """Pause, resume or cancel a batch of an announcement; `sure` is 1 once it was asked about."""

    tag = "aos"
    announcement_id: AnnouncementId
    batch_id: BatchId
    how: How
    sure: int


@dataclass(frozen=True, slots=True)
class ShowMessage(Button):
    """The message itself, as it arrives."""

    tag = "aot"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class SendNow(Button):
    """Send now what is planned or held; `sure` is 1 once it was asked about."""

    tag = "aon"
    announcement_id: AnnouncementId
    sure: int


@dataclass(frozen=True, slots=True)
class WithdrawAnnouncement(Button):
    """Call off what has not begun; `sure` is 1 once it was asked about."""

    tag = "aow"
    announcement_id: AnnouncementId
    sure: int


@dataclass(frozen=True, slots=True)
class Approve(Button):
    """Let go what somebody else has written."""

    tag = "aoa"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class SendAgain(Button):
    """Send again what has failed, or what is uncertain; `sure` is 1 once it was asked about."""

    tag = "aog"
    announcement_id: AnnouncementId
    state: State
    sure: int


@dataclass(frozen=True, slots=True)
class Remind(Button):
    """Remind those who have not confirmed, if `after` is still the last follow-up (0: there was none)."""

    tag = "aor"
    announcement_id: AnnouncementId
    after: int


@dataclass(frozen=True, slots=True)
class Recall(Button):
    """Delete what was delivered; `sure` is 1 once it was asked about."""

    tag = "aox"
    announcement_id: AnnouncementId
    sure: int


@dataclass(frozen=True, slots=True)
class CorrectAnnouncement(Button):
    """Put the text right; `anew` is 1 if the correction of another announcement is to be thrown away."""

    tag = "aoy"
    announcement_id: AnnouncementId
    anew: int


@dataclass(frozen=True, slots=True)
class SendCorrection(Button):
    """Put right what was delivered, if the draft is still at `version`."""

    tag = "aov"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class Reached(Button):
    """Which libraries it has reached, a page of them."""

    tag = "aoh"
    announcement_id: AnnouncementId
    page: int


@dataclass(frozen=True, slots=True)
class ReachedPeople(Button):
    """Which people it has reached, a page of them."""

    tag = "aoi"
    announcement_id: AnnouncementId
    page: int


@dataclass(frozen=True, slots=True)
class WhoRead(Button):
    """Who has confirmed it, a page of them."""

    tag = "aoc"
    announcement_id: AnnouncementId
    page: int


@dataclass(frozen=True, slots=True)
class ReadChart(Button):
    """The confirmations over time, as a picture."""

    tag = "aoz"
    announcement_id: AnnouncementId


@dataclass(frozen=True, slots=True)
class ReachSheet(Button):
    """Reach and confirmations, as a spreadsheet."""

    tag = "aof"
    announcement_id: AnnouncementId


# Writing


@dataclass(frozen=True, slots=True)
class NewAnnouncement(Button):
    """Write a new announcement; `anew` is 1 if a draft that waits is to be thrown away."""

    tag = "an"
    anew: int


@dataclass(frozen=True, slots=True)
class AnnounceTo(Button):
    """Write to those whom a choice of a kind means, by its number; `anew` as for a new announcement."""

    tag = "ato"
    kind: str
    number: int
    anew: int


@dataclass(frozen=True, slots=True)
class ResumeAnnouncement(Button):
    """Go on with the draft of an announcement."""

    tag = "anr"


@dataclass(frozen=True, slots=True)
class SendAnnouncement(Button):
    """Send the draft, or plan it, if it is still at `version`; `sure` is 1 once it was said what it costs."""

    tag = "ans"
    draft_id: DraftId
    version: int
    sure: int


@dataclass(frozen=True, slots=True)
class SendTest(Button):
    """Send the draft to a colleague as a test; 0 is all others of the office."""

    tag = "ant"
    draft_id: DraftId
    version: int
    person_id: int


@dataclass(frozen=True, slots=True)
class SaveAudience(Button):
    """Keep the draft's choices under the name in it."""

    tag = "ana"
    draft_id: DraftId
    version: int


@dataclass(frozen=True, slots=True)
class ForgetAudience(Button):
    """Delete an audience with a name; `sure` is 1 once it was asked about."""

    tag = "anx"
    audience_id: AudienceId
    sure: int
