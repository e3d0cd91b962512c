"""The conversation in which the office gives the address of a feed."""

from datetime import datetime
from typing import Any, assert_never

from handlers.calls import words as call_words
from handlers.calls.feeds import buttons
from handlers.context import Ask
from handlers.conversation import Guide, Misread
from handlers.dates.asking import echo
from handlers.guiding import back_and_leave, leave, picks, said
from handlers.heard import Heard
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Say
from storage.calls.feeds.actions import FEATURE
from storage.calls.feeds.rules import BadAddress, Failed, Fetched, Looked, Source, Trouble, Unchanged, address, called
from storage.calls.rules import Topic
from storage.drafts import Draft
from storage.people import Role

ADDRESS, TOPICS = "address", "topics"
"""The steps."""

TOPIC = "/topic"
"""The word of a button that chooses a topic, or takes it back."""


async def _look(ask: Ask, draft: Draft, heard: Heard) -> Looked | BadAddress:  # noqa: ARG001 - as guides work beforehand
    asked = address(heard.text or "")
    return asked if isinstance(asked, BadAddress) else await ask.reach.find_feed(Source(asked))


def takes(draft: Draft, heard: Heard, facts: Any, now: datetime) -> Draft | Misread:  # noqa: ANN401, ARG001 - as guides take
    """Take an address with what was found there, or a topic."""
    if heard.text is None:
        return Misread("conversation-text-only")
    if draft.step == ADDRESS:
        return _address(draft, heard.text, heard.found)
    if heard.said == "/back":
        return draft.at(ADDRESS)
    word, _, topic = heard.text.partition(" ")
    if word != TOPIC or topic not in set(Topic):
        return Misread("feed-choose")
    chosen = list(draft.data.get("topics", ()))
    chosen = [one for one in chosen if one != topic] if topic in chosen else [*chosen, topic]
    return draft.at(TOPICS, topics=chosen)


def _address(draft: Draft, text: str, found: Looked | BadAddress | None) -> Draft | Misread:
    match found:
        case BadAddress() | None:
            return Misread("feed-misread-address", {"said": echo(text)})
        case Failed(trouble, status):
            return Misread("feed-not-read", {"trouble": str(trouble), "status": str(status or "")})
        case Unchanged():
            return Misread("feed-not-read", {"trouble": str(Trouble.UNREADABLE), "status": ""})
        case Fetched(source, document):
            return draft.at(TOPICS, url=source.url, title=called(found), count=len(document.entries))
        case _:
            assert_never(found)


def show(draft: Draft, facts: Any, say: Say, now: datetime) -> Screen:  # noqa: ANN401, ARG001 - as guides show
    """Draw the card of a step."""
    if draft.step == ADDRESS:
        return Screen(lines(say("feed-new"), say("feed-ask-address")), leave(say))
    chosen, pick = draft.data.get("topics", ()), picks(draft)
    mark = say.label("feed-topic-chosen")
    keys = [
        pick(f"{mark if topic in chosen else ''}{call_words.topic(topic, say)}", said(TOPIC, topic)) for topic in Topic
    ]
    text = lines(
        say("feed-title", title=draft.data["title"]),
        say("feed-address", address=draft.data["url"]),
        say("feed-found", count=draft.data["count"]),
        say("feed-ask-topics"),
    )
    add = [Key(say.label("key-add-feed"), buttons.AddFeed(draft.id, draft.version))]
    return Screen(text, [*in_rows(keys, 2), add, *back_and_leave(draft, say)])


GUIDE = Guide(FEATURE, Role.STAFF, None, show, takes=takes, beforehand={ADDRESS: _look})
