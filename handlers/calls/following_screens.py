"""What members see of what they follow, and how they hear of it. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from babel.lists import format_list

from handlers.calls import buttons, words
from handlers.screen import Key, Screen, in_rows, lines
from handlers.texts import Say
from storage.calls.reminding import LEADS, Concern, Pace, Preferences
from storage.calls.rules import EVERYTHING, Topic
from storage.drafts import Draft
from storage.people import Person

AMOUNTS = (5_000, 10_000, 50_000, 100_000)
"""Euros, offered on buttons."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a person follows, and how they want to hear of it."""

    follows: Collection[str]
    wanted: Preferences


def card(facts: Facts, person: Person, say: Say) -> Screen:
    """Show what somebody follows, and how they hear of it."""
    wanted = facts.wanted
    own = person.library is not None
    text = lines(
        say("follow-card"),
        say("follow-topics", topics=_followed(facts.follows, say)),
        say("follow-nothing") if not facts.follows else say("follow-pace", pace=say.label(f"pace-{wanted.pace}")),
        say("follow-amount", amount=_from(wanted.amount_from, say)) if facts.follows else None,
        say("follow-kind-own") if facts.follows and own and wanted.own_kind_only else None,
        say("follow-leads", leads=leads_words(wanted.choice.following, say)),
        say("follow-leads-applying", leads=leads_words(wanted.choice.applying, say)) if own else None,
    )
    kind = "key-follow-kind-all" if wanted.own_kind_only else "key-follow-kind-own"
    keys = [
        Key(say.label("key-follow-topics"), buttons.FollowTopics()),
        Key(say.label("key-follow-pace"), buttons.Paces()),
        Key(say.label("key-follow-amount"), buttons.Amounts()),
        Key(say.label("key-follow-leads"), buttons.Leads(Concern.FOLLOWING)),
    ]
    if own:
        keys.append(Key(say.label(kind), buttons.OwnKind(int(not wanted.own_kind_only))))
    return Screen(text, [*in_rows(keys, 2), [Key(say.label("key-back"), buttons.Calls(0, ""))]])


def _followed(follows: Collection[str], say: Say) -> str:
    if EVERYTHING in follows:
        return say.label("follow-everything")
    return words.topics((topic for topic in Topic if topic in follows), say) or say.label("follow-no-topic")


def _from(amount: int | None, say: Say) -> str:
    return say.label("follow-amount-any") if amount is None else say.label("follow-amount-from", amount=amount)


def leads_words(leads: Sequence[int], say: Say) -> str:
    """Say how many days before a deadline reminders come."""
    before = sorted((lead for lead in leads if lead), reverse=True)
    if not before:
        return say.label("leads-same-day" if leads else "leads-never")
    numbers = [str(lead) for lead in before]
    both = 0 in leads
    said = ", ".join(numbers) if both else format_list(numbers, locale=say.language)
    told = say.label("leads-before", days=said, last=before[-1])
    return say.label("leads-both", before=told) if both else told


def topics(follows: Collection[str], say: Say) -> Screen:
    """Show what can be followed, and what is."""
    every = EVERYTHING in follows
    keys = [
        Key(_switch(words.topic(topic, say), say, on=every or topic in follows),
            buttons.FollowTopic(topic, int(not (every or topic in follows))))
        for topic in Topic
    ]  # fmt: skip
    whole = Key(_switch(say.label("key-follow-all"), say, on=every), buttons.FollowTopic("", int(not every)))
    back = Key(say.label("key-back"), buttons.Following())
    return Screen(say("follow-choose-topics"), [[whole], *in_rows(keys, 2), [back]])


def _switch(label: str, say: Say, *, on: bool) -> str:
    return say.label("follow-on", label=label) if on else label


def paces(wanted: Preferences, say: Say) -> Screen:
    """Ask how soon somebody wants to hear of new calls."""
    keys = [Key(_switch(say.label(f"key-pace-{pace}"), say, on=pace is wanted.pace), buttons.SetPace(pace))
            for pace in Pace]  # fmt: skip
    return Screen(say("follow-choose-pace"), [keys, [Key(say.label("key-back"), buttons.Following())]])


def leads(wanted: Preferences, of: Concern, say: Say) -> Screen:
    """Ask on which days before a deadline somebody wants to be reminded."""
    chosen = wanted.choice.leads(of)
    keys = [
        Key(_switch(say.label("key-lead", days=lead), say, on=lead in chosen),
            buttons.SetLead(of, lead, int(lead not in chosen)))
        for lead in LEADS
    ]  # fmt: skip
    other = Concern.FOLLOWING if of is Concern.APPLYING else Concern.APPLYING
    ways = [Key(say.label(f"key-leads-{other}"), buttons.Leads(other)), Key(say.label("key-back"), buttons.Following())]
    return Screen(say(f"follow-choose-leads-{of}"), [*in_rows(keys, 2), ways])


def amounts(draft: Draft, facts: None, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as guides show
    """Ask from which amount on somebody wants to hear of calls, or show the one that was typed."""
    back = Key(say.label("key-back"), buttons.Following())
    typed = draft.data.get("amount")
    if typed is not None:
        keep = Key(say.label("key-keep-amount"), buttons.SetAmount(typed))
        return Screen(say("follow-amount-typed", amount=typed), [[keep, back]])
    keys = [Key(say.label("follow-amount-from", amount=amount), buttons.SetAmount(amount)) for amount in AMOUNTS]
    every = Key(say.label("key-amount-any"), buttons.SetAmount(0))
    return Screen(say("follow-ask-amount"), [[every], *in_rows(keys, 2), [back]])
