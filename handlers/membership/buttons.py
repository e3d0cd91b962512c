"""The buttons of membership. A library or a role in a button is a wish: storage decides."""

from dataclasses import dataclass

from handlers.buttons import Button
from storage.membership.rules import InviteId
from storage.people import LibraryId, PersonId, Role


@dataclass(frozen=True, slots=True)
class Join(Button):
    """Use the invite of this secret."""

    tag = "mj"
    secret: str


@dataclass(frozen=True, slots=True)
class NotNow(Button):
    """Leave the invite for later."""

    tag = "mn"


@dataclass(frozen=True, slots=True)
class Settings(Button):
    """The settings card."""

    tag = "ms"


@dataclass(frozen=True, slots=True)
class Speak(Button):
    """Speak this language to me."""

    tag = "msl"
    language: str


@dataclass(frozen=True, slots=True)
class QuietHours(Button):
    """Show the choices of quiet hours."""

    tag = "msq"


@dataclass(frozen=True, slots=True)
class KeepQuiet(Button):
    """Keep quiet between these full hours; two equal ones mean never."""

    tag = "msk"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OwnCalendar(Button):
    """The card of my calendar."""

    tag = "msc"


@dataclass(frozen=True, slots=True)
class RenewCalendar(Button):
    """Give me a link to my calendar; `sure` is 1 once it was said that the one before ends."""

    tag = "mscr"
    sure: int


@dataclass(frozen=True, slots=True)
class DropCalendar(Button):
    """Let nobody read my calendar any more; `sure` is 1 once it was asked about."""

    tag = "mscd"
    sure: int


@dataclass(frozen=True, slots=True)
class MyData(Button):
    """Give me everything kept about me."""

    tag = "msd"


@dataclass(frozen=True, slots=True)
class ForgetMe(Button):
    """Forget me; `sure` is 1 once the consequences have been shown."""

    tag = "msf"
    sure: int


@dataclass(frozen=True, slots=True)
class Members(Button):
    """The libraries, a page of them."""

    tag = "mol"
    page: int


@dataclass(frozen=True, slots=True)
class OpenLibrary(Button):
    """A library with a page of its people."""

    tag = "mob"
    library_id: LibraryId
    page: int


@dataclass(frozen=True, slots=True)
class OfficePeople(Button):
    """The people of the association's office."""

    tag = "moo"


@dataclass(frozen=True, slots=True)
class OpenPerson(Button):
    """A person's card."""

    tag = "mop"
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class Confirmations(Button):
    """Those who wait for their role, a page of them."""

    tag = "mow"
    page: int


@dataclass(frozen=True, slots=True)
class Find(Button):
    """Look for people and libraries."""

    tag = "mof"


@dataclass(frozen=True, slots=True)
class Confirm(Button):
    """Let a role count that a person waits for."""

    tag = "mpc"
    person_id: PersonId
    role: Role


@dataclass(frozen=True, slots=True)
class Decline(Button):
    """Do not give a person the role they wait for."""

    tag = "mpd"
    person_id: PersonId
    role: Role


@dataclass(frozen=True, slots=True)
class Roles(Button):
    """The roles a person can be given."""

    tag = "mpr"
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class GiveRole(Button):
    """Give a person a role; `sure` is 1 once the consequences have been shown."""

    tag = "mpg"
    person_id: PersonId
    role: Role
    sure: int


@dataclass(frozen=True, slots=True)
class OtherLibrary(Button):
    """Look for the library a person moves to."""

    tag = "mpl"
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class MoveTo(Button):
    """Make a person a librarian of another library; `sure` is 1 once the consequences have been shown."""

    tag = "mpm"
    person_id: PersonId
    library_id: LibraryId
    sure: int


@dataclass(frozen=True, slots=True)
class Remove(Button):
    """Remove a person; `sure` is 1 once the consequences have been shown."""

    tag = "mpx"
    person_id: PersonId
    sure: int


@dataclass(frozen=True, slots=True)
class Invites(Button):
    """The invites that hold, a page of them."""

    tag = "mil"
    page: int


@dataclass(frozen=True, slots=True)
class OpenInvite(Button):
    """An invite's card."""

    tag = "mio"
    invite_id: InviteId


@dataclass(frozen=True, slots=True)
class Revoke(Button):
    """Revoke an invite; `sure` is 1 once the consequences have been shown."""

    tag = "mix"
    invite_id: InviteId
    sure: int


@dataclass(frozen=True, slots=True)
class NewInvite(Button):
    """Choose the role of a new invite, for a library if one is known (else 0)."""

    tag = "min"
    library_id: LibraryId


@dataclass(frozen=True, slots=True)
class InviteLibrary(Button):
    """Choose the library of a new invite, from a page of them."""

    tag = "mib"
    role: Role
    page: int


@dataclass(frozen=True, slots=True)
class FindForInvite(Button):
    """Look for the library of a new invite."""

    tag = "mif"
    role: Role


@dataclass(frozen=True, slots=True)
class InviteUses(Button):
    """Choose how many people may use a new invite."""

    tag = "miu"
    role: Role
    library_id: LibraryId


@dataclass(frozen=True, slots=True)
class InviteDays(Button):
    """Choose how long a new invite holds; library 0 is the association's office."""

    tag = "mid"
    role: Role
    library_id: LibraryId
    uses: int


@dataclass(frozen=True, slots=True)
class MakeInvite(Button):
    """Make a new invite with this secret: tapped twice, it is still one."""

    tag = "mim"
    role: Role
    library_id: LibraryId
    uses: int
    days: int
    secret: str
