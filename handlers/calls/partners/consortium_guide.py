"""The conversations in which a consortium is named, and a library is looked for to invite. Pure but for their facts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.calls.partners import consortium_buttons as buttons
from handlers.calls.partners import words
from handlers.calls.partners.offer_guide import READY, SPEAKS
from handlers.conversation import Guide, Misread, Pick
from handlers.dates.asking import one_line
from handlers.guiding import back_and_leave, leave
from handlers.membership.names import short
from handlers.paging import PAGE, turning
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.calls import books, consortia, consortium_reading
from storage.calls.consortium_reading import Card, Tie
from storage.calls.consortium_rules import NAME_AT_MOST
from storage.calls.rules import Call, CallId, ConsortiumId
from storage.database import Tx
from storage.drafts import Draft
from storage.membership import search
from storage.pages import page_of
from storage.people import Library, LibraryId, Person

NAME = "name"
CHOOSE = "choose"
"""Steps."""

LONGEST = 80
"""Characters; more than this is not the name of a library."""

INVITING = "consortium_invite"


def _advance(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    if said == "/back":
        return draft.at(NAME)
    text = one_line(said)
    if not text or text.startswith("/"):
        return Misread("guide-empty")
    if len(text) > NAME_AT_MOST:
        return Misread("guide-too-long", {"count": len(text), "most": NAME_AT_MOST})
    return draft.at(READY, name=text)


def _call(tx: Tx, draft: Draft, person: Person, now: datetime) -> Call | None:  # noqa: ARG001 - as guides load
    return books.find(tx, CallId(draft.data["call"]))


def _show(draft: Draft, call: Call | None, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    if call is None:
        return words.gone(say)
    head = lines(say("consortium-new"), words.of_call(call, say), "")
    if draft.step == NAME:
        return Screen(lines(head, say("consortium-ask-name")), leave(say))
    text = lines(head, say("consortium-preview", name=draft.data["name"]), say("consortium-means"))
    found = Key(say.label("key-consortium-found"), buttons.Found(draft.id, draft.version))
    return Screen(text, [[found], *back_and_leave(draft, say)])


GUIDE = Guide(consortia.FEATURE, SPEAKS, _advance, _show, _call)


@dataclass(frozen=True, slots=True)
class Facts:
    """The consortium, and the libraries to choose from; `partners` are those with which its lead has agreed."""

    card: Card | None
    libraries: Sequence[Library]
    partners: Collection[LibraryId]


def _look(draft: Draft, said: str, now: datetime) -> Draft | Misread:  # noqa: ARG001 - as guides advance
    word, _, argument = said.partition(" ")
    if word == "/page" and argument.isascii() and argument.isdigit() and len(argument) <= len("999"):
        return draft.at(CHOOSE, page=int(argument), text=None)
    text = one_line(said[:LONGEST])
    return draft.at(CHOOSE, text=text, page=None) if text else Misread("find-nothing-typed")


def _load(tx: Tx, draft: Draft, person: Person, now: datetime) -> Facts:  # noqa: ARG001 - as guides load
    card = consortium_reading.card(tx, ConsortiumId(draft.data["consortium"]), person)
    if card is None or card.tie is not Tie.LEAD:
        return Facts(None, (), ())
    others, partners = consortium_reading.others(tx, card.consortium)
    text = draft.data.get("text")
    found = search.best(text, others, lambda one: (one.town, one.name, one.code)) if text else others
    return Facts(card, found, partners)


def _choose(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """List the libraries to choose from, or those found by what was typed."""
    if facts.card is None:
        return words.gone(say)
    one, text = facts.card.consortium, draft.data.get("text")
    shown = page_of(facts.libraries, int(draft.data.get("page", 0)), PAGE)
    if text is None:
        said = lines(
            say("consortium-choose", name=one.name),
            say("consortium-choose-page", page=shown.number + 1, pages=shown.pages),
        )
    else:
        said = lines(say("find-found" if shown.total else "find-none", text=text), say("find-again"))
    mark = say.label("partner-mark-agreed")
    keys = [
        [Key(short(f"{mark if library.id in facts.partners else ''}{library.name}"),
             buttons.InviteMember(one.id, library.id, 0))]
        for library in shown.lines
    ]  # fmt: skip
    turn = turning(shown, lambda to: Pick(draft.id, draft.version, f"/page {to}"), say) if text is None else []
    return Screen(said, [*keys, turn, [Key(say.label("key-back"), buttons.OpenConsortium(one.id))]])


INVITE_GUIDE = Guide(INVITING, SPEAKS, _look, _choose, _load)
