"""What anybody may do for themselves: join by an invite, settings, their data."""

import json
from datetime import time

from handlers.context import Ask, Command, Tap
from handlers.home import menu, own_menu
from handlers.membership import buttons, own_calendar, screens
from handlers.reply import Answer
from handlers.routes import on_command, on_link, on_tap
from handlers.screen import File, Menu, Screen
from handlers.texts import LANGUAGES
from storage.membership import invites, leaving, own
from storage.membership.invites import Joined
from storage.membership.leaving import Forgotten
from storage.people import Person, Role

INVITE = "i_"
"""Links to invites begin so."""


@on_link(INVITE)
async def invited(command: Command) -> Answer:
    """A link from an invite: what it is for, and whether one wants it."""
    secret = command.argument
    outcome = await command.db.transact(invites.look_up, secret, command.arrival.telegram_id, command.now)
    return screens.invited(outcome, secret, command.say)


@on_tap(buttons.Join)
async def join(tap: Tap[buttons.Join]) -> Answer:
    """Use an invite."""
    arrival = tap.arrival
    outcome = await tap.db.transact(
        invites.redeem, tap.button.secret, arrival.telegram_id, arrival.first_name, arrival.language, tap.now
    )
    screen = screens.joined(outcome, tap.say)
    return [screen, own_menu(outcome.person, tap.say)] if isinstance(outcome, Joined) else screen


@on_tap(buttons.NotNow)
async def not_now(tap: Tap[buttons.NotNow]) -> Answer:
    """Leave an invite for later."""
    return screens.not_now(tap.say)


def settings_card(ask: Ask, person: Person) -> Screen:
    """Draw the card of a person's settings, in the language that they have chosen by now."""
    say = ask.reach.texts.say(person.language)
    more = [*own_calendar.keys(ask.reach, say)]
    more += [key for feature in ask.reach.features if feature.settings for key in feature.settings(person, say)]
    return screens.settings(person, more, say)


@on_command("settings", "nastavitve", may=Role.LIBRARIAN)
async def settings(command: Command) -> Answer:
    """/settings: language, quiet hours, my data."""
    return settings_card(command, command.person)


@on_tap(buttons.Settings, may=Role.LIBRARIAN)
async def settings_again(tap: Tap[buttons.Settings]) -> Answer:
    """Back to the settings."""
    return settings_card(tap, tap.person)


@on_tap(buttons.Speak, may=Role.LIBRARIAN)
async def speak(tap: Tap[buttons.Speak]) -> Answer:
    """Change the language."""
    language = tap.button.language
    if language not in LANGUAGES:
        return settings_card(tap, tap.person)
    person = await tap.db.transact(own.set_language, tap.person.id, language)
    say = tap.reach.texts.say(language)
    return _gone(tap) if person is None else [settings_card(tap, person), own_menu(person, say)]


@on_tap(buttons.QuietHours, may=Role.LIBRARIAN)
async def quiet_hours(tap: Tap[buttons.QuietHours]) -> Answer:
    """Choose quiet hours."""
    return screens.quiet_hours(tap.person, tap.say)


@on_tap(buttons.KeepQuiet, may=Role.LIBRARIAN)
async def keep_quiet(tap: Tap[buttons.KeepQuiet]) -> Answer:
    """Change the quiet hours."""
    hours = (tap.button.start, tap.button.end)
    if hours not in {*screens.QUIET_CHOICES, screens.NEVER}:
        return screens.quiet_hours(tap.person, tap.say)
    person = await tap.db.transact(own.set_quiet_hours, tap.person.id, *map(time, hours))
    return _gone(tap) if person is None else settings_card(tap, person)


@on_tap(buttons.MyData, may=Role.LIBRARIAN, former=True)
async def my_data(tap: Tap[buttons.MyData]) -> Answer:
    """Everything kept about a person, as a file."""
    data = await tap.db.read(own.my_data, tap.person.id)
    if data is None:
        return _gone(tap)
    content = json.dumps(data, ensure_ascii=False, indent=2).encode()
    return File(tap.say.label("my-data-file"), content, tap.say("my-data"))


@on_tap(buttons.ForgetMe, may=Role.LIBRARIAN, former=True)
async def forget_me(tap: Tap[buttons.ForgetMe]) -> Answer:
    """Forget a person, once they have seen what it means."""
    if not tap.button.sure:
        return screens.forget_me(tap.person, tap.say)
    outcome = await tap.db.transact(leaving.forget, tap.person.id, tap.now)
    screen = screens.forgotten(outcome, tap.say)
    return [screen, Menu(menu(tap.say, staff=False))] if isinstance(outcome, Forgotten) else screen


def _gone(ask: Ask) -> Screen:
    """Whoever asked was removed while they asked."""
    return Screen(ask.say("stranger"))


ROUTES = (
    invited, join, not_now,
    settings, settings_again, speak, quiet_hours, keep_quiet, my_data, forget_me,
)  # fmt: skip
