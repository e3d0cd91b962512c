"""What a handler may reach: database, texts, clock, who is asking."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from telegram import Message

from handlers.buttons import Button
from handlers.calendars import Entry
from handlers.heard import Heard
from handlers.screen import Key, Keys, Menu, Screen, Shown
from handlers.texts import Say, Texts
from storage.batches import BatchId
from storage.calls.feeds.rules import Failed, Looked, Source, Trouble
from storage.database import Database, Tx
from storage.drafts import Draft
from storage.people import Person, PersonId
from storage.sending import Claimed, Result

if TYPE_CHECKING:
    from handlers.conversation import Guide
    from handlers.reply import Call, Files
    from handlers.routes import Route


@dataclass(frozen=True, slots=True)
class Tapped:
    """A tap on a button with callback `data`. `card` is the message that was tapped, if it can hold another card."""

    query_id: str
    data: str
    card: int | None


@dataclass(frozen=True, slots=True)
class Group:
    """A group in which something happens, in a topic of its forum if `thread_id` is not 0.

    `added`: the bot has come in, or gone. `moved_to` is the group's new number.
    """

    chat_id: int
    title: str
    thread_id: int = 0
    forum: bool = False
    added: bool | None = None
    moved_to: int | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """An update with what intake found out: who sent it, which conversation listens, when it is.

    It is a new message, a tap, or word that the person has `blocked` the bot or come back. What happens in a `group`
    is for the routes that say so.
    """

    update_id: int
    telegram_id: int
    chat_id: int
    first_name: str
    language: str
    who: Person | None
    draft: Draft | None
    now: datetime
    message: Message | None = None
    tapped: Tapped | None = None
    blocked: bool | None = None
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class Push:
    """How a message of the bot's own accord is made.

    `load` reads the facts of (person, args) when it is about to be sent, None when it no longer holds; `show` is pure,
    and so is `menu`, for what changes the person's command menu. What is `live` stays up to date once it is sent, as
    the live card of the same kind.
    """

    load: Callable[[Tx, PersonId, Mapping[str, Any], datetime], Any]
    show: Callable[[Any, Say, datetime], Shown]
    menu: Callable[[Any, Say], Menu] | None = None
    live: bool = False


def _for_people_only(_facts: Any, claimed: "Claimed", _say: Say, _username: str) -> "Sequence[Call]":  # noqa: ANN401
    raise LookupError(f"What is said by {claimed.kind!r} is for people.")


@dataclass(frozen=True, slots=True)
class Bulk:
    """How the messages of a batch are made: what is the same for all is loaded once for a slice of them.

    `load` reads the facts of a batch; `calls` is pure and lays one message out for its recipient, or says what becomes
    of it unsent; `in_group` does so for a group, with the bot's username, without the @, for links that lead to it.
    """

    load: Callable[[Tx, BatchId, datetime], Any]
    calls: "Callable[[Any, Claimed, Say], Sequence[Call] | Result]"
    in_group: "Callable[[Any, Claimed, Say, str], Sequence[Call] | Result]" = _for_people_only


@dataclass(frozen=True, slots=True)
class Subject:
    """What the messages of a batch are about, for the office, which hears of a batch that has paused itself.

    `load` reads the facts of (args of the batch), None when there is nothing that they could be about. `title` names
    it, `about` says in a line what is told of it, `card` is the button that opens it.
    """

    load: Callable[[Tx, Mapping[str, Any]], Any]
    title: Callable[[Any, Say], str]
    about: Callable[[Any, Say], str]
    card: Callable[[Any, Say], Key]


@dataclass(frozen=True, slots=True)
class Live:
    """How a card that keeps itself up to date is drawn.

    `load` reads the facts of (person, args), None when the person may not see them any more; `show` is pure; `over`
    tells whether they will not change any more.
    """

    load: Callable[[Tx, Person, Mapping[str, Any], datetime], Any]
    show: Callable[[Any, Say, datetime], Screen]
    over: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class AudienceKind:
    """A kind of choices of who gets a message, as a feature offers it on screen; the books know it by `kind`.

    A choice is made by a number, its `argument` in the books. `label` names the kind on a button. `options` lists the
    numbers that can be chosen with their facts, `find` reads the facts of one; `option` names one on a button, `named`
    tells who is meant.
    """

    kind: str
    argument: str
    label: Callable[[Say], str]
    options: Callable[[Tx, datetime], Mapping[int, Any]]
    find: Callable[[Tx, int], Any]
    option: Callable[[Any, Say, datetime], str]
    named: Callable[[Any, Say], str]


@dataclass(frozen=True, slots=True)
class Tile:
    """A feature's part of the home card: `load` reads facts, `line` says one line of them (or None)."""

    load: Callable[[Tx, Person, datetime], Any]
    line: Callable[[Any, Say], str | None]


@dataclass(frozen=True, slots=True)
class Section:
    """A feature's part of the card of all that is mine: `load` reads facts, `show` says them in a line with buttons.

    Without anything to say, `show` gives None.
    """

    load: Callable[[Tx, Person, datetime], Any]
    show: Callable[[Any, Say, datetime], tuple[str, Keys] | None]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature as the rest sees it: the one list to add a feature to is handlers/features.py.

    `bulks` and `subjects` are by the kinds of batches. `calendar` gives what stands of it in a person's own calendar,
    in a voice, with the bot's username. `home`, `settings` and `office` give the feature's buttons on the home card,
    the card of settings and the office card, `former` those that are left to former members.
    """

    name: str
    routes: "Sequence[Route]"
    guides: "Sequence[Guide]" = ()
    pushes: Mapping[str, Push] | None = None
    bulks: Mapping[str, Bulk] | None = None
    subjects: Mapping[str, Subject] | None = None
    live: Mapping[str, Live] | None = None
    audiences: "Sequence[AudienceKind]" = ()
    tile: Tile | None = None
    mine: Section | None = None
    calendar: Callable[[Tx, Person, str, Say, datetime], Sequence[Entry]] | None = None
    home: Callable[[Person, Say], Sequence[Key]] | None = None
    settings: Callable[[Person, Say], Sequence[Key]] | None = None
    office: Callable[[Person, Say], Sequence[Key]] | None = None
    former: Callable[[Say], Sequence[Key]] | None = None


async def _nowhere(_source: Source) -> Looked:
    return Failed(Trouble.UNREACHABLE)


@dataclass(frozen=True, slots=True)
class Reach:
    """What is the same for all: made once, at the start.

    `bot_username` is without the @. With `approval`, an announcement waits for a second pair of eyes. So many messages
    go out `per_second`, 0 as many as can. A library may cast the votes of `proxies` others, unless staff say otherwise.
    Position documents are made of `template`, None for the one that comes with the bot. `find_feed` looks at an address
    that somebody gives. From outside, the bot's web server is at `web`, an address without a slash at its end, None if
    it cannot be reached.
    """

    telegram: "Files"
    db: Database
    texts: Texts
    features: Sequence[Feature]
    bot_username: str
    approval: bool = False
    per_second: float = 0
    proxies: int = 1
    template: Path | None = None
    web: str | None = None
    find_feed: Callable[[Source], Awaitable[Looked]] = _nowhere


@dataclass(frozen=True, slots=True)
class Ask:
    """Somebody asks for something."""

    reach: Reach
    arrival: Arrival

    @property
    def db(self) -> Database:
        """The books."""
        return self.reach.db

    @property
    def now(self) -> datetime:
        """The moment at which this is dealt with, in UTC."""
        return self.arrival.now

    @property
    def who(self) -> Person | None:
        """Who asks; None is a stranger."""
        return self.arrival.who

    @property
    def person(self) -> Person:
        """Who asks, where the route lets no stranger in."""
        if self.arrival.who is None:
            raise RuntimeError("A route without `may` lets strangers in: use `who`.")
        return self.arrival.who

    @property
    def say(self) -> Say:
        """The voice in the language of whoever asks."""
        return self.reach.texts.say(self.arrival.language)


B = TypeVar("B", bound=Button)


@dataclass(frozen=True, slots=True)
class Tap(Ask, Generic[B]):
    """Somebody tapped a button."""

    button: B


@dataclass(frozen=True, slots=True)
class Command(Ask):
    """Somebody sent a command; `argument` is the text behind it, for /start the parameter of the link."""

    argument: str


@dataclass(frozen=True, slots=True)
class Typed(Ask):
    """Somebody wrote or sent something."""

    heard: Heard
