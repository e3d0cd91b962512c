"""People at their phones who become partners, and an account of who may know whose contact, kept from outside."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from storage.calls import partner_books
from storage.calls.partner_rules import Standing
from storage.calls.rules import CallId, Intent
from storage.calls.tables import consortium_invites
from storage.database import Tx
from storage.people import LibraryId, Role, people
from tests.handlers.phone import Phone

PEOPLE = (
    ("Zalka", Role.DELEGATE, 0),
    ("Zdenko", Role.DEPUTY, 0),
    ("Vesna", Role.DELEGATE, 1),
    ("Uroš", Role.DELEGATE, 2),
    ("Tajda", Role.LIBRARIAN, 1),
)
"""Names that no text has, roles, and the places of their libraries in a list."""

EVERYBODY = range(len(PEOPLE))
FIRST = 990_000_000
"""The Telegram number of the first."""

CALL = CallId(1)


def line_of(who: int) -> str:
    """The line that somebody types."""
    return f"posta{who}@knjiznica.example"


def inviter(tx: Tx, library: LibraryId) -> int | None:
    """Find who has invited a library to a consortium."""
    here = consortium_invites.c.library_id == library, people.c.id == consortium_invites.c.person_id
    number = tx.execute(select(people.c.telegram_id).where(*here)).scalar()
    return None if number is None else number - FIRST


@dataclass
class Town:
    """The `phones`, the libraries `of` the places; `known` are pairs of who may know whose contact.

    `offers` have a place, `answers` to them by place are by somebody and stand so.
    """

    phones: Sequence[Phone]
    of: Sequence[LibraryId]
    offers: dict[int, int] = field(default_factory=dict)
    answers: dict[tuple[int, int], tuple[int, Standing]] = field(default_factory=dict)
    known: set[tuple[int, int]] = field(default_factory=set)

    def speaks(self, who: int) -> bool:
        """Tell whether somebody speaks for their library."""
        return PEOPLE[who][1] is not Role.LIBRARIAN

    def place(self, who: int) -> int:
        """Where somebody's library is in the list."""
        return PEOPLE[who][2]

    def meet(self, one: int, other: int) -> None:
        """Two people have agreed: whoever speaks for the library of one may know the other."""
        for known, library in ((one, self.place(other)), (other, self.place(one))):
            who = {who for who in EVERYBODY if self.place(who) == library and self.speaks(who)}
            self.known |= {(one, known) for one in who}

    def check(self) -> None:
        """See that no phone shows what it may not."""
        for who, phone in enumerate(self.phones):
            shown = f"{phone.bot.shown} {phone.bot.alerts}"
            for other, (name, _, place) in enumerate(PEOPLE):
                if place != self.place(who) and (who, other) not in self.known:
                    leaked = [one for one in (name, f"={FIRST + other}", line_of(other)) if one in shown]
                    assert not leaked, f"{PEOPLE[who][0]} sees {leaked}"

    async def say(self, who: int, _offer: int, _place: int) -> None:
        """Say what one's library seeks."""
        phone = self.phones[who]
        await phone.forges(f"Pn:{CALL}:1")
        if "Iščemo partnerje" in phone.keys:
            await phone.taps("Iščemo partnerje")
            await phone.says("Zbirke.")
        if "Preskoči" in phone.keys:
            await phone.says(line_of(who))
        if "Objava" in phone.keys:
            await phone.taps("Objava")
            offer = await phone.db.read(partner_books.offer_by, CALL, self.of[self.place(who)])
            assert offer is not None
            self.offers[offer.id] = self.place(who)

    async def answer(self, who: int, offer: int, _place: int) -> None:
        """Say that one's library is interested."""
        own, mirrored = self.place(who), self._mirrored(offer, self.place(who))
        if self.speaks(who) and self.offers.get(offer, own) != own and (offer, own) not in self.answers:
            if mirrored is None:
                self.answers[offer, own] = (who, Standing.WAITS)
            elif self.answers[mirrored][1] is Standing.WAITS:
                self._agree(mirrored, who)
        await self.phones[who].forges(f"Pa:{offer}")

    def _mirrored(self, offer: int, own: int) -> tuple[int, int] | None:
        """Find what the offering library has answered to the offer of one's own, if that was not refused."""
        theirs = self.offers.get(offer)
        keys = [(number, theirs) for number, place in self.offers.items() if place == own and theirs is not None]
        return next((key for key in keys if self.answers.get(key, (0, Standing.REFUSED))[1] != Standing.REFUSED), None)

    def _agree(self, key: tuple[int, int], who: int) -> None:
        by, _ = self.answers[key]
        self.answers[key] = (by, Standing.AGREED)
        self.meet(who, by)

    async def take_back(self, who: int, offer: int, _place: int) -> None:
        """Take an answer back."""
        key = offer, self.place(who)
        if self.speaks(who) and key in self.answers and self.answers[key][1] is Standing.WAITS:
            del self.answers[key]
        await self.phones[who].forges(f"Pt:{offer}")

    async def accept(self, who: int, offer: int, place: int) -> None:
        """Accept an answer."""
        if self._may_settle(who, offer, place):
            self._agree((offer, place), who)
        await self.phones[who].forges(f"Py:{offer}:{self.of[place]}:1")

    async def refuse(self, who: int, offer: int, place: int) -> None:
        """Refuse an answer."""
        if self._may_settle(who, offer, place):
            self.answers[offer, place] = (self.answers[offer, place][0], Standing.REFUSED)
        await self.phones[who].forges(f"Py:{offer}:{self.of[place]}:0")

    def _may_settle(self, who: int, offer: int, place: int) -> bool:
        waits = self.answers.get((offer, place), (0, None))[1] is Standing.WAITS
        return waits and self.speaks(who) and self.offers.get(offer) == self.place(who)

    async def withdraw(self, who: int, offer: int, _place: int) -> None:
        """Take an offer back."""
        if self.speaks(who) and self.offers.get(offer) == self.place(who):
            del self.offers[offer]
            self.answers = {key: one for key, one in self.answers.items() if key[0] != offer}
        await self.phones[who].forges(f"Px:{offer}:1")

    async def look(self, who: int, offer: int, place: int) -> None:
        """Look at all there is."""
        for data in (f"Pl:{CALL}:0", f"Po:{offer}", f"Pw:{offer}:{self.of[place]}", f"rc:{CALL}", "Pk:1"):
            await self.phones[who].forges(data)
            self.check()

    async def export(self, who: int, _offer: int, _place: int) -> None:
        """Ask for all that is kept about oneself."""
        await self.phones[who].forges("msd")
        assert b'"calls"' in self.phones[who].bot.shown[0]["document"]

    async def found(self, who: int, _offer: int, _place: int) -> None:
        """Found a consortium."""
        phone = self.phones[who]
        await phone.forges(f"rid:{CALL}:{Intent.APPLYING}")
        await phone.forges(f"Pkn:{CALL}")
        await phone.says("Skupaj")
        if "Ustanovitev" in phone.keys:
            await phone.taps("Ustanovitev")

    async def invite(self, who: int, _offer: int, place: int) -> None:
        """Invite a library to the first consortium."""
        await self.phones[who].forges(f"Pki:1:{self.of[place]}:1")

    async def join(self, who: int, _offer: int, _place: int) -> None:
        """Join the first consortium: whoever invites and whoever joins have agreed."""
        phone = self.phones[who]
        invited = await phone.db.read(inviter, self.of[self.place(who)])
        if self.speaks(who) and invited is not None:
            self.meet(who, invited)
        await phone.forges("Pkj:1")
