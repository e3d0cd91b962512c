"""All features, in the order of the home card: the one list to add a feature to on this floor."""

from collections.abc import Sequence

from handlers import announcements, calls, consultations, events, home, membership, mine, steering
from handlers.context import Feature
from handlers.conversation import ConversationHandler, gone_on, picked
from handlers.routes import Route

_ACTIVITIES: Sequence[Feature] = (events.FEATURE, consultations.FEATURE, calls.FEATURE)

FEATURES: Sequence[Feature] = (
    *_ACTIVITIES,
    mine.FEATURE,
    announcements.feature([kind for one in _ACTIVITIES for kind in one.audiences]),
    membership.FEATURE,
    steering.feature(_ACTIVITIES),
)


def all_routes(features: Sequence[Feature]) -> list[Route]:
    """List all routes in the order in which they are asked: links before the bare /start, the catch-all last."""
    routes = [route for feature in features for route in feature.routes]
    return [*routes, *home.FIRST, picked, gone_on, ConversationHandler(), *home.LAST]
