"""The books of all features: the one list to add a feature to on this floor."""

from collections.abc import Mapping, Sequence

from storage import audience
from storage.announcements import feature as announcements
from storage.audience import Choose
from storage.books import Feature
from storage.calls import feature as calls
from storage.consultations import feature as consultations
from storage.due import OnDue
from storage.events import feature as events

_ACTIVITIES: Sequence[Feature] = (events.FEATURE, consultations.FEATURE, calls.FEATURE)

AUDIENCES: Mapping[str, Choose] = {
    **audience.KINDS,
    **{kind: choose for one in _ACTIVITIES for kind, choose in one.audiences.items()},
}
"""All kinds of choices of who gets a message."""

FEATURES: Sequence[Feature] = (*_ACTIVITIES, announcements.feature(AUDIENCES))


def on_due() -> dict[str, OnDue]:
    """Find what each kind of due row does."""
    return {kind: act for feature in FEATURES for kind, act in feature.on_due.items()}
