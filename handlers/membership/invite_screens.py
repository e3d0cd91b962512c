"""What the office sees of invites. Pure: facts in, card out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.buttons import Button
from handlers.dates import writing
from handlers.home import Office
from handlers.membership import buttons
from handlers.membership.names import role_label, role_name, short, standing
from handlers.paging import PAGE, turning
from handlers.screen import Key, Picture, Screen, in_rows, lines
from handlers.texts import Say
from storage.membership import rules
from storage.membership.lists import LibraryLine
from storage.membership.rules import Invite
from storage.pages import page_of
from storage.people import LibraryId, Person, Role

NO_LIBRARY = LibraryId(0)
USES = (1, 5, 20, 100)
DAYS = (7, 30, 90)


@dataclass(frozen=True, slots=True)
class Poster:
    """What stands on the page to hang up, in plain text."""

    name: str
    about: str
    place: str
    link: str
    how: str
    until: str


def _back(say: Say, to: Button) -> Key:
    return Key(say.label("key-back"), to)


def invites(live: Sequence[Invite], page: int, say: Say) -> Screen:
    """List the invites that hold."""
    shown = page_of(live, page, PAGE)
    keys = [[Key(_label(invite, say), buttons.OpenInvite(invite.id))] for invite in shown.lines]
    text = lines(say("invites-card"), say("invites-live", count=len(live)) if live else say("invites-none"))
    return Screen(text, [
        *keys,
        turning(shown, buttons.Invites, say),
        [Key(say.label("key-new-invite"), buttons.NewInvite(NO_LIBRARY)), _back(say, Office())],
    ])  # fmt: skip


def _label(invite: Invite, say: Say) -> str:
    place = invite.library.town if invite.library else say.label("office-of-association")
    return short(say.label("key-invite", role=role_name(invite.role, say), place=place))


def invite(shown: Invite, now: datetime, say: Say) -> Screen:
    """Show an invite; its link is known to nobody any more."""
    text = lines(
        say("invite-card"),
        say("invite-standing", standing=standing(shown.role, shown.library, say)),
        say("invite-uses-left", left=shown.uses_left, allowed=str(shown.uses_allowed)),
        say("invite-days-left", count=_days_left(shown, now)),
    )
    keys = [Key(say.label("key-revoke"), buttons.Revoke(shown.id, 0)), _back(say, buttons.Invites(0))]
    return Screen(text, [keys])


def _days_left(shown: Invite, now: datetime) -> int:
    return -((now - shown.expires_at) // timedelta(days=1))


def sure_revoke(shown: Invite, say: Say) -> Screen:
    """Say what revoking means, and ask."""
    text = lines(
        say("revoke-title"),
        say("invite-standing", standing=standing(shown.role, shown.library, say)),
        say("revoke-question"),
    )
    keys = [Key(say.label("key-revoke"), buttons.Revoke(shown.id, 1)), _back(say, buttons.OpenInvite(shown.id))]
    return Screen(text, [keys])


def over(say: Say, *, revoked: bool) -> Screen:
    """Say that an invite lets nobody in any more."""
    text = say("invite-is-revoked" if revoked else "invite-is-over")
    return Screen(text, [[_back(say, buttons.Invites(0))]])


def choose_role(viewer: Person, library_id: LibraryId, say: Say) -> Screen:
    """Ask which role a new invite gives; in a library, if one is known."""
    keys = []
    for role in Role:
        if not rules.may_handle(viewer.role, role):
            continue
        if role.of_library:
            to: Button = buttons.InviteUses(role, library_id) if library_id else buttons.InviteLibrary(role, 0)
        elif library_id:
            continue
        else:
            to = buttons.InviteDays(role, NO_LIBRARY, 1)
        keys.append(Key(role_label(role, say), to))
    back = buttons.OpenLibrary(library_id, 0) if library_id else buttons.Invites(0)
    return Screen(lines(say("new-invite"), say("new-invite-role")), [*in_rows(keys, 2), [_back(say, back)]])


def choose_library(role: Role, libraries: Sequence[LibraryLine], page: int, say: Say) -> Screen:
    """Ask which library a new invite is for."""
    shown = page_of(libraries, page, PAGE)
    keys = [[Key(short(line.library.name), buttons.InviteUses(role, line.library.id))] for line in shown.lines]
    text = lines(say("new-invite"), say("new-invite-library", page=shown.number + 1, pages=shown.pages))
    return Screen(text, [
        *keys,
        turning(shown, lambda to: buttons.InviteLibrary(role, to), say),
        [Key(say.label("key-find"), buttons.FindForInvite(role)), _back(say, buttons.NewInvite(NO_LIBRARY))],
    ])  # fmt: skip


def choose_uses(role: Role, library_id: LibraryId, say: Say) -> Screen:
    """Ask how many people may use a new invite."""
    keys = [Key(say.label("key-uses", count=uses), buttons.InviteDays(role, library_id, uses)) for uses in USES]
    back = _back(say, buttons.NewInvite(library_id))
    return Screen(lines(say("new-invite"), say("new-invite-uses")), [*in_rows(keys, 2), [back]])


def choose_days(role: Role, library_id: LibraryId, uses: int, secret: str, say: Say) -> Screen:
    """Ask how long a new invite with this secret holds."""
    keys = [
        Key(say.label("key-days", count=days), buttons.MakeInvite(role, library_id, uses, days, secret))
        for days in DAYS
    ]
    back = buttons.InviteUses(role, library_id) if library_id else buttons.NewInvite(NO_LIBRARY)
    return Screen(lines(say("new-invite"), say("new-invite-days")), [keys, [_back(say, back)]])


def poster(shown: Invite, link: str, now: datetime, say: Say) -> Poster:
    """Say what stands on an invite's poster."""
    return Poster(
        name=say.label("poster-name"),
        about=say.label("poster-about"),
        place=shown.library.name if shown.library else say.label("office-of-association"),
        link=link,
        how=say.label("poster-how"),
        until=say.label("poster-until", when=writing.until(shown.expires_at, now, say.language)),
    )


def made(shown: Invite, page: Poster, png: bytes, now: datetime, say: Say) -> list[Screen | Picture]:
    """Show a new invite: the link to copy, and a poster to print, whose words stand below it too."""
    text = lines(
        say("invite-made"),
        say("invite-standing", standing=standing(shown.role, shown.library, say)),
        say("invite-holds", count=shown.uses_allowed, days=say.label("key-days", count=_days_left(shown, now))),
        "",
        f"<code>{page.link}</code>",
        "",
        say("invite-only-now"),
    )
    keys = [[Key(say.label("key-invites"), buttons.Invites(0)), Key(say.label("key-office"), Office())]]
    words = say("poster-words", place=page.place, about=page.about, how=page.how, until=page.until)
    return [Screen(text, keys), Picture(png, lines(words, "", page.link))]
