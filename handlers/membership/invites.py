"""What the office does with invites: make them by a few taps, list and revoke them."""

import asyncio
import re
import secrets
from datetime import timedelta

from handlers.context import Tap
from handlers.conversation import begin, begin_card
from handlers.membership import buttons, invite_screens
from handlers.membership.find import FIND, Purpose
from handlers.membership.invite_screens import Poster
from handlers.membership.member import INVITE
from handlers.reply import Answer
from handlers.routes import on_tap, refusal
from storage.membership import invites, lists
from storage.membership.invites import Created, Withdrawn
from storage.membership.rules import NotAllowed
from storage.people import Role

SECRET = re.compile(r"[\w-]{22}", re.ASCII)
"""What a secret looks like: 128 random bits."""

STAFF = Role.STAFF


@on_tap(buttons.Invites, may=STAFF)
async def live_invites(tap: Tap[buttons.Invites]) -> Answer:
    """The invites that hold."""
    live = await tap.db.read(invites.live_invites, tap.person.role, tap.now)
    return invite_screens.invites(live, tap.button.page, tap.say)


@on_tap(buttons.OpenInvite, may=STAFF)
async def invite(tap: Tap[buttons.OpenInvite]) -> Answer:
    """An invite's card."""
    shown = await tap.db.read(invites.live_invite, tap.person.role, tap.button.invite_id, tap.now)
    if shown is None:
        return invite_screens.over(tap.say, revoked=False)
    return invite_screens.invite(shown, tap.now, tap.say)


@on_tap(buttons.Revoke, may=STAFF)
async def revoke(tap: Tap[buttons.Revoke]) -> Answer:
    """Revoke an invite, once it was asked about."""
    invite_id = tap.button.invite_id
    if not tap.button.sure:
        shown = await tap.db.read(invites.live_invite, tap.person.role, invite_id, tap.now)
        return invite_screens.sure_revoke(shown, tap.say) if shown else invite_screens.over(tap.say, revoked=False)
    outcome = await tap.db.transact(invites.revoke, tap.person.id, invite_id, tap.now)
    if isinstance(outcome, NotAllowed):
        return refusal(tap)
    return invite_screens.over(tap.say, revoked=isinstance(outcome, Withdrawn))


@on_tap(buttons.NewInvite, may=STAFF)
async def new_invite(tap: Tap[buttons.NewInvite]) -> Answer:
    """Begin a new invite: for which role?"""
    return invite_screens.choose_role(tap.person, tap.button.library_id, tap.say)


@on_tap(buttons.InviteLibrary, may=STAFF)
async def choose_library(tap: Tap[buttons.InviteLibrary]) -> Answer:
    """For which library? What is typed meanwhile looks for one."""
    role = tap.button.role
    await tap.db.transact(begin, FIND, tap.arrival, "ask", {"purpose": Purpose.INVITE, "role": role})
    libraries = await tap.db.read(lists.all_libraries)
    return invite_screens.choose_library(role, libraries, tap.button.page, tap.say)


@on_tap(buttons.FindForInvite, may=STAFF)
async def find_library(tap: Tap[buttons.FindForInvite]) -> Answer:
    """For a library that is looked for."""
    return await begin_card(tap, FIND, "ask", {"purpose": Purpose.INVITE, "role": tap.button.role})


@on_tap(buttons.InviteUses, may=STAFF)
async def choose_uses(tap: Tap[buttons.InviteUses]) -> Answer:
    """For how many people?"""
    return invite_screens.choose_uses(tap.button.role, tap.button.library_id, tap.say)


@on_tap(buttons.InviteDays, may=STAFF)
async def choose_days(tap: Tap[buttons.InviteDays]) -> Answer:
    """For how long?"""
    button = tap.button
    return invite_screens.choose_days(button.role, button.library_id, button.uses, secrets.token_urlsafe(16), tap.say)


def _draw(page: Poster) -> bytes:
    from handlers.membership import poster  # noqa: PLC0415 - matplotlib costs half a second and 45 MB

    return poster.draw(page)


@on_tap(buttons.MakeInvite, may=STAFF)
async def make_invite(tap: Tap[buttons.MakeInvite]) -> Answer:
    """Make the invite; its link is known to this card only, and to its button."""
    button = tap.button
    if button.days not in invite_screens.DAYS or not SECRET.fullmatch(button.secret):
        return refusal(tap)
    outcome = await tap.db.transact(
        invites.create_invite, tap.person.id, button.role, button.library_id or None, button.uses,
        tap.now + timedelta(days=button.days), button.secret, tap.now,
    )  # fmt: skip
    if not isinstance(outcome, Created):
        return refusal(tap)
    if not outcome.invite.holds(tap.now):
        return invite_screens.over(tap.say, revoked=False)
    link = f"https://t.me/{tap.reach.bot_username}?start={INVITE}{button.secret}"
    page = invite_screens.poster(outcome.invite, link, tap.now, tap.say)
    png = await asyncio.to_thread(_draw, page)
    return invite_screens.made(outcome.invite, page, png, tap.now, tap.say)


ROUTES = (
    live_invites, invite, revoke,
    new_invite, choose_library, find_library, choose_uses, choose_days, make_invite,
)  # fmt: skip
