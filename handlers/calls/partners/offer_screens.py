"""What is seen of offers and answers. Pure."""

from handlers.calls import words as call_words
from handlers.calls.partners import buttons, words
from handlers.paging import page_line, turning
from handlers.screen import Key, Keys, Screen, lines
from handlers.texts import Markup, Say
from storage.calls.partner_reading import Answer, Card, Listed, Row
from storage.calls.partner_rules import OfferId, Standing
from storage.calls.rules import VOTERS, Call, CallId
from storage.people import LibraryId


def listed(found: Listed, say: Say) -> Screen:
    """List what libraries seek and offer on a call."""
    call, person = found.call, found.person
    text = lines(
        say("partners-card"),
        words.of_call(call, say),
        say("partners-count", count=found.page.total) if found.page.total else say("partners-none"),
        page_line(found.page, say),
    )
    rows = [[Key(_label(row, say), buttons.OpenOffer(row.offer.id))] for row in found.page.lines]
    mine = []
    if person.library is not None and person.role in VOTERS and found.own is None:
        mine = [Key(say.label("key-partner-new"), buttons.NewOffer(call.id, 0))]
    turn = turning(found.page, lambda number: buttons.Offers(call.id, number), say)
    return Screen(text, [*rows, turn, mine, [words.to_call(call.id, say)]])


def _label(row: Row, say: Say) -> str:
    mark = say.label("partner-mark-mine") if row.mine else ""
    if row.standing is not None:
        mark = say.label(f"partner-mark-{row.standing}")
    said = row.offer.words
    return call_words.cut(say.label(f"key-offer-{said.side}-{said.part}", mark=mark, library=row.library))


def card(one: Card, say: Say, *said: Markup | None) -> Screen:
    """Show what a library seeks or offers, below a word on what has happened."""
    first = [part for part in said if part is not None]
    text = lines(
        *([*first, ""] if first else []),
        words.offer(one.offer.words, one.library, one.call, say),
        *(["", told] if (told := _standing(one, say)) else []),
    )
    return Screen(text, [*_keys(one, say), [Key(say.label("key-back"), buttons.Offers(one.call.id, 0))]])


def _standing(one: Card, say: Say) -> Markup | None:
    """Say how things stand for whoever looks, and what a tap would mean."""
    if one.own:
        line = one.offer.words.line if one.offer.person == one.person.id else None
        told = say("partner-answers", count=len(one.answers)) if one.mine else say("partner-ours")
        return Markup(lines(told, _only_agreed(line, say)))
    if one.reply is None:
        return say("partner-means") if one.speaks else None
    match one.reply.standing:
        case Standing.WAITS:
            line = one.reply.line if one.reply.person == one.person.id else None
            return Markup(lines(say("partner-waits", library=one.library), _only_agreed(line, say)))
        case Standing.REFUSED:
            return say("partner-refused", library=one.library)
        case Standing.AGREED:
            return _agreed(one, say)


def _only_agreed(line: str | None, say: Say) -> Markup | None:
    """Say to whoever has typed a contact that it goes only where both have agreed."""
    return say("partner-preview-line", line=line) if line else None


def _agreed(one: Card, say: Say) -> Markup:
    if one.contact is not None:
        return Markup(lines(say("partner-agreed", library=one.library), words.contact(one.contact, say)))
    return say("partner-agreed-no-contact" if one.speaks else "partner-agreed-others", library=one.library)


def _keys(one: Card, say: Say) -> Keys:
    offer = one.offer.id
    if one.mine:
        answers = [[Key(_answer_label(answer, say), buttons.OpenAnswer(offer, answer.reply.library))]
                   for answer in one.answers]  # fmt: skip
        change = Key(say.label("key-partner-change"), buttons.NewOffer(one.call.id, 0))
        withdraw = Key(say.label("key-partner-withdraw"), buttons.WithdrawOffer(offer, 0))
        return [*answers, [change, withdraw]]
    if not one.speaks or one.own:
        return []
    if one.reply is None:
        return [[Key(say.label("key-partner-answer"), buttons.AnswerOffer(offer))]]
    if one.reply.standing is not Standing.WAITS:
        return []
    back = Key(say.label("key-partner-take-back"), buttons.TakeBackAnswer(offer))
    mine = one.reply.person == one.person.id
    line = Key(say.label("key-partner-edit-line" if one.reply.line else "key-partner-line"), buttons.AddLine(offer))
    return [[line] if mine else [], [back]]


def _answer_label(one: Answer, say: Say) -> str:
    mark = say.label(f"partner-mark-{one.reply.standing}")
    return call_words.cut(say.label("key-partner-answer-of", mark=mark, library=one.library))


def answer(one: Card, of: Answer, say: Say) -> Screen:
    """Show the offering side an answer: to accept or refuse it, or how it was settled."""
    offer, library = one.offer.id, of.reply.library
    back = Key(say.label("key-back"), buttons.OpenOffer(offer))
    head = words.of_call(one.call, say)
    match of.reply.standing:
        case Standing.WAITS:
            text = lines(say("partner-interested", library=of.library), head, "", say("partner-accept-means"))
            return Screen(text, [settling(offer, library, say), [back]])
        case Standing.REFUSED:
            return Screen(lines(say("partner-was-refused", library=of.library), head), [[back]])
        case Standing.AGREED:
            told = words.contact(of.contact, say) if of.contact else say("partner-contact-gone")
            return Screen(lines(say("partner-agreed", library=of.library), head, "", told), [[back]])


def settling(offer: OfferId, library: LibraryId, say: Say) -> list[Key]:
    """Give the buttons with which the offering side accepts or refuses."""
    return [
        Key(say.label("key-partner-accept"), buttons.Settle(offer, library, 1)),
        Key(say.label("key-partner-refuse"), buttons.Settle(offer, library, 0)),
    ]


def ask_withdraw(one: Card, say: Say) -> Screen:
    """Ask whether an offer is to be withdrawn."""
    sure = Key(say.label("key-partner-withdraw"), buttons.WithdrawOffer(one.offer.id, 1))
    return Screen(
        say("partner-withdraw-question"), [[sure, Key(say.label("key-back"), buttons.OpenOffer(one.offer.id))]]
    )


def withdrawn(call_id: CallId, say: Say) -> Screen:
    """Say that an offer is there no more."""
    return Screen(say("partner-withdrawn"), [[Key(say.label("key-back"), buttons.Offers(call_id, 0))]])


def another(call: Call, wanted: CallId, say: Say) -> Screen:
    """Say that an offer on another call is being written, and ask which to go on with."""
    keys = [
        [Key(say.label("key-partner-go-on"), buttons.NewOffer(call.id, 0))],
        [Key(say.label("key-partner-anew"), buttons.NewOffer(wanted, 1))],
        [Key(say.label("key-back"), buttons.Offers(wanted, 0))],
    ]
    return Screen(lines(say("partner-draft-waits"), words.of_call(call, say)), keys)
