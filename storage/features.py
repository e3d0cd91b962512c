"""The books of all features: the one list to add a feature to on this floor."""

from collections.abc import Sequence

from storage.books import Feature
from storage.due import OnDue
from storage.events import feature as events

FEATURES: Sequence[Feature] = (events.FEATURE,)


def on_due() -> dict[str, OnDue]:
    """Find what each kind of due row does."""
    return {kind: act for feature in FEATURES for kind, act in feature.on_due.items()}
