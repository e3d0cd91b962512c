"""What is seen of consortia. Pure."""

from datetime import datetime
from typing import assert_never

from handlers.calls import words as call_words
from handlers.calls.partners import consortium_buttons as buttons
from handlers.calls.partners import words
from handlers.membership.names import short
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Markup, Say
from storage.calls.consortia import Joined
from storage.calls.consortium_reading import Card, Tie
from storage.calls.consortium_rules import Ends, Handed, Left, NameAnother
from storage.calls.rules import Call, CallId, ConsortiumId
from storage.people import Library, LibraryId


def card(one: Card, say: Say, now: datetime, *said: Markup | None) -> Screen:
    """Show a consortium, below a word on what has happened."""
    first = [part for part in said if part is not None]
    of, to_come = one.consortium, [deadline for deadline in one.deadlines if deadline.when.ends_at > now]
    text = lines(
        *([*first, ""] if first else []),
        say("consortium-card", name=of.name),
        words.of_call(one.call, say),
        "",
        *(_member(one, library, say) for library in of.members),
        *(say("consortium-is-invited", library=one.names[library]) for library in one.invited),
        *(["", *(words.deadline(deadline, say, now) for deadline in to_come)] if to_come else []),
        *(["", say("consortium-invitation-means")] if one.tie is Tie.INVITED and one.speaks else []),
    )
    return Screen(text, [*_keys(one, say, now), [words.to_call(one.call.id, say)]])


def _member(one: Card, library: LibraryId, say: Say) -> Markup:
    key = "consortium-lead" if library == one.consortium.lead else "consortium-member"
    silent = say.label("consortium-silent") if library in one.silent else ""
    return say(key, library=one.names[library], silent=silent)


def _keys(one: Card, say: Say, now: datetime) -> Keys:
    number, runs = one.consortium.id, one.call.runs(now)
    if one.tie is Tie.INVITED:
        return [answering(number, say)] if one.speaks and runs else []
    if not one.speaks:
        return []
    leave = Key(say.label("key-consortium-leave"), buttons.LeaveConsortium(number, buttons.NO_LIBRARY, 0))
    if one.tie is Tie.LEAD:
        invite = [Key(say.label("key-consortium-invite"), buttons.ChooseMember(number))] if runs else []
        papers = [Key(call_words.cut(say.label("key-consortium-deadline", name=call_words.name(deadline, say))),
                      buttons.OpenOwn(deadline.id)) for deadline in one.deadlines
                  if deadline.id is not None and deadline.when.ends_at > now]  # fmt: skip
        put_out = Key(say.label("key-consortium-put-out"), buttons.PutOut(number, buttons.NO_LIBRARY, 0))
        return [*([key] for key in papers), [*invite, *([put_out] if _others(one) else []), leave]]
    lead = one.consortium.lead in one.silent
    return [[Key(say.label("key-consortium-take-lead"), buttons.TakeLead(number))] if lead else [], [leave]]


def answering(number: ConsortiumId, say: Say) -> list[Key]:
    """Give the buttons with which an invitation is answered."""
    return [
        Key(say.label("key-consortium-join"), buttons.JoinConsortium(number)),
        Key(say.label("key-consortium-refuse"), buttons.RefuseConsortium(number)),
    ]


def _others(one: Card) -> list[LibraryId]:
    """List the libraries that its lead can put out, or invite no more."""
    return [library for library in (*one.consortium.members, *one.invited) if library != one.consortium.lead]


def ask_put_out(one: Card, library: LibraryId, say: Say) -> Screen:
    """Ask which library is to be out of it, and whether it is to be."""
    of, number = one.consortium, one.consortium.id
    back = Key(say.label("key-back"), buttons.OpenConsortium(number))
    if library not in _others(one):
        keys = [[Key(short(say.label(f"key-consortium-{'member' if other in of.members else 'invited'}",
                                     library=one.names[other])), buttons.PutOut(number, other, 0))]
                for other in _others(one)]  # fmt: skip
        text = lines(
            say("consortium-put-out-which", name=of.name), say("consortium-put-out-invited") if one.invited else None
        )
        return Screen(text, [*keys, [back]])
    question = "consortium-put-out-question" if library in of.members else "consortium-uninvite-question"
    sure = Key(say.label("key-consortium-put-out"), buttons.PutOut(number, library, 1))
    return Screen(say(question, name=of.name, library=one.names[library]), [[sure, back]])


def ask_invite(one: Card, library: Library, say: Say) -> Screen:
    """Ask whether a library is to be invited."""
    number = one.consortium.id
    text = lines(
        say("consortium-invite-question", library=library.name, name=one.consortium.name),
        say("consortium-invite-means"),
    )
    sure = Key(say.label("key-consortium-invite"), buttons.InviteMember(number, library.id, 1))
    return Screen(text, [[sure, Key(say.label("key-back"), buttons.ChooseMember(number))]])


def joined(outcome: Joined, call: Call, say: Say) -> Screen:
    """Say that a library is in, and how whoever has invited it can be reached."""
    text = lines(
        say("consortium-joined", name=outcome.consortium.name),
        words.of_call(call, say),
        *(["", words.contact(outcome.contact, say)] if outcome.contact else []),
    )
    return Screen(text, [[Key(say.label("key-consortium"), buttons.OpenConsortium(outcome.consortium.id))]])


def refused(name: str, call_id: CallId, say: Say) -> Screen:
    """Say that an invitation was refused."""
    return Screen(say("consortium-was-refused", name=name), [[words.to_call(call_id, say)]])


def ask_leave(one: Card, to: LibraryId, say: Say) -> Screen:
    """Ask whether a library is to leave; whoever leads names another first, unless nobody is left."""
    of, number = one.consortium, one.consortium.id
    back = Key(say.label("key-back"), buttons.OpenConsortium(number))
    others = [library for library in of.members if library != of.lead]
    if one.tie is Tie.LEAD and others and to not in others:
        keys = [[Key(short(one.names[library]), buttons.LeaveConsortium(number, library, 0))] for library in others]
        return Screen(say("consortium-name-another", name=of.name), [*keys, [back]])
    if one.tie is not Tie.LEAD:
        question = say("consortium-leave-question", name=of.name, lead=one.names[of.lead])
    elif others:
        question = say("consortium-hand-question", name=of.name, library=one.names[to])
    else:
        question = say("consortium-end-question", name=of.name)
    return Screen(question, [[Key(say.label("key-consortium-leave"), buttons.LeaveConsortium(number, to, 1)), back]])


def left(one: Card, outcome: Left | Handed | Ends | NameAnother, say: Say) -> Screen:
    """Say what became of leaving."""
    name, names = one.consortium.name, one.names
    match outcome:
        case NameAnother():
            return ask_leave(one, buttons.NO_LIBRARY, say)
        case Left():
            said = say("consortium-left", name=name, lead=names[one.consortium.lead])
        case Handed(to):
            said = say("consortium-handed", name=name, library=names[to])
        case Ends():
            said = say("consortium-ended", name=name)
        case _:
            assert_never(outcome)
    return Screen(said, [[words.to_call(one.call.id, say)]])
