"""What the bot says of its own accord about partners and consortia. Pure."""

from collections.abc import Callable
from datetime import datetime

from handlers.calls import buttons as calls
from handlers.calls.partners import buttons, consortium_buttons, consortium_screens, offer_screens, words
from handlers.context import Push
from handlers.screen import Key, Screen, lines
from handlers.texts import Say
from storage.calls import consortium_notices, partner_notices
from storage.calls.consortium_notices import Notice as OfConsortium
from storage.calls.partner_notices import Notice
from storage.calls.partner_rules import Standing


def answered(facts: Notice, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Ask the offering side whether it accepts."""
    text = lines(
        say("partner-interested", library=facts.library), words.of_call(facts.call, say), "",
        say("partner-accept-means"),
    )  # fmt: skip
    keys = [] if facts.offer is None else [offer_screens.settling(facts.offer, facts.of, say)]
    return Screen(text, keys)


def settled(facts: Notice, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say what became of an answer: with a yes, how the other side can be reached."""
    agreed = "partner-agreed" if facts.offer else "partner-agreed-gone"
    told = say(agreed if facts.standing is Standing.AGREED else "partner-refused", library=facts.library)
    contact = words.contact(facts.contact, say) if facts.contact else None
    parts = ["", contact] if contact else []
    keys = [[Key(say.label("key-partners"), buttons.Offers(facts.call.id, 0))]]
    return Screen(lines(told, words.of_call(facts.call, say), *parts), keys)


def gone(facts: Notice, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say that an offer that was answered is there no more."""
    keys = [[Key(say.label("key-partners"), buttons.Offers(facts.call.id, 0))]]
    return Screen(lines(say("partner-offer-gone", library=facts.library), words.of_call(facts.call, say)), keys)


def invited(facts: OfConsortium, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Ask whether a library joins."""
    one = facts.consortium
    text = lines(
        say("consortium-invitation", library=facts.library, name=one.name), words.of_call(facts.call, say), "",
        say("consortium-invitation-means"),
    )  # fmt: skip
    return Screen(text, [consortium_screens.answering(one.id, say)])


def out(facts: OfConsortium, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as pushes are shown
    """Say to a library that it is out of a consortium."""
    told = say("consortium-is-out", library=facts.library, name=facts.consortium.name)
    return Screen(
        lines(told, words.of_call(facts.call, say)), [[Key(say.label("key-open-call"), calls.OpenCall(facts.call.id))]]
    )


def _told(key: str) -> Callable[[OfConsortium, Say, datetime], Screen]:
    """Make what says one thing about a consortium, with whom to reach and which deadline where that is said."""

    def show(facts: OfConsortium, say: Say, now: datetime) -> Screen:
        one = facts.consortium
        text = lines(
            say(key, library=facts.library, name=one.name),
            words.of_call(facts.call, say),
            *(["", words.contact(facts.contact, say)] if facts.contact else []),
            *(["", words.deadline(facts.deadline, say, now)] if facts.deadline else []),
        )
        return Screen(text, [[Key(say.label("key-consortium"), consortium_buttons.OpenConsortium(one.id))]])

    return show


PUSHES = {
    partner_notices.ANSWERED: Push(partner_notices.answered_facts, answered),
    partner_notices.SETTLED: Push(partner_notices.settled_facts, settled),
    partner_notices.GONE: Push(partner_notices.gone_facts, gone),
    consortium_notices.INVITED: Push(consortium_notices.invited_facts, invited),
    consortium_notices.JOINED: Push(consortium_notices.joined_facts, _told("consortium-has-joined")),
    consortium_notices.REFUSED: Push(consortium_notices.member_facts, _told("consortium-has-refused")),
    consortium_notices.LEFT: Push(consortium_notices.member_facts, _told("consortium-has-left")),
    consortium_notices.OUT: Push(consortium_notices.out_facts, out),
    consortium_notices.HANDED: Push(consortium_notices.member_facts, _told("consortium-is-handed")),
    consortium_notices.LED: Push(consortium_notices.member_facts, _told("consortium-is-led")),
    consortium_notices.SILENT: Push(consortium_notices.member_facts, _told("consortium-is-silent")),
    consortium_notices.STRUCK: Push(consortium_notices.struck_facts, _told("consortium-has-struck")),
    consortium_notices.MOVED: Push(consortium_notices.moved_facts, _told("consortium-has-moved")),
}
