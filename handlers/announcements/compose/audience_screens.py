"""Who gets it: what can be tapped, and how many they are after each tap. Pure."""

from collections.abc import Iterable
from datetime import datetime

from handlers.announcements import buttons
from handlers.announcements.compose import choosing, words
from handlers.announcements.compose.facts import Facts
from handlers.announcements.compose.steps import Step
from handlers.guiding import back_and_leave, leave, paged, picks, said
from handlers.membership.names import kind_name, short
from handlers.screen import Key, Keys, Screen, in_rows, lines
from handlers.texts import Say
from storage.drafts import Draft

LABEL = 44


def _head(draft: Draft, facts: Facts, say: Say) -> list[str | None]:
    """Say how many and who they are."""
    who = words.audience(choosing.choices(draft), facts, say)
    return [say("audience-card"), words.size(facts.size, say), say("audience-who", who=who) if who else None]


def _marked(say: Say, name: str, *, minus: bool | None) -> str:
    """Name something that is added, taken away, or neither."""
    if minus is None:
        return name
    return say.label("key-minus" if minus else "key-plus", name=name)


def hub(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Show the groups that can be chosen at once, and the ways to the others."""
    pick, chosen = picks(draft), choosing.choices(draft)
    minus = bool(draft.data.get("minus"))
    groups = [pick(_marked(say, say.label("key-audience-all"), minus=choosing.sign_of_one(chosen, "all", {})), "/all")]
    for name, roles in choosing.ROLES.items():
        label = _marked(say, say.label(f"key-role-{name}"), minus=choosing.sign(chosen, "role", roles))
        groups.append(pick(label, said("/role", name)))
    more = [
        pick(say.label("key-library-kinds"), said("/to", Step.KINDS)),
        pick(say.label("key-libraries"), said("/to", Step.LIBRARIES)),
        *(pick(one.label(say), said("/of", one.kind)) for one in facts.offered.values()),
    ]
    if facts.saved:
        more.append(pick(say.label("key-saved"), said("/to", Step.SAVED)))
    if chosen:
        more.append(pick(say.label("key-save-audience"), said("/to", Step.NAME)))
    ways = [pick(say.label("key-adding" if minus else "key-taking-away"), "/sign")]
    if chosen:
        ways.append(pick(say.label("key-clear"), "/clear"))
    on = [pick(say.label("key-back"), "/back")]
    if facts.size.messages:
        on.append(pick(say.label("key-keep"), "/next"))
    ask = say("audience-ask-minus" if minus else "audience-ask")
    keys = [*in_rows(groups, 2), *in_rows(more, 2), ways, on, *leave(say)]
    return Screen(lines(*_head(draft, facts, say), "", ask), keys)


def _choices(draft: Draft, facts: Facts, ask: str, rows: Keys, say: Say) -> Screen:
    return _asks(draft, facts, lines(ask, say("audience-minus") if draft.data.get("minus") else None), rows, say)


def _asks(draft: Draft, facts: Facts, ask: str, rows: Keys, say: Say) -> Screen:
    return Screen(lines(*_head(draft, facts, say), "", ask), [*rows, *back_and_leave(draft, say)])


def kinds(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Show the kinds of libraries."""
    pick, chosen = picks(draft), choosing.choices(draft)
    rows = [
        [
            pick(
                _marked(say, _short(kind_name(kind, say)), minus=choosing.sign(chosen, "kind", [kind])),
                said("/choose", place),
            )
        ]
        for place, kind in enumerate(facts.kinds)
    ]
    return _choices(draft, facts, say("audience-ask-kinds"), paged(draft, rows, say), say)


def libraries(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Show all libraries, or those that were looked for."""
    pick, chosen = picks(draft), choosing.choices(draft)
    rows = [
        [
            pick(
                _marked(say, short(one.name), minus=choosing.sign(chosen, "libraries", [one.id])),
                said("/choose", one.id),
            )
        ]
        for one in facts.found
    ]
    text = draft.data.get("text")
    if text is None:
        return _choices(draft, facts, say("audience-ask-libraries"), paged(draft, rows, say), say)
    ask = say("find-found" if rows else "find-none", text=text)
    everyone = [pick(say.label("key-all-libraries"), "/everyone")]
    return _choices(draft, facts, ask, [*paged(draft, rows, say), everyone], say)


def offered(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:
    """Show what can be chosen of a kind that another feature offers."""
    pick, chosen = picks(draft), choosing.choices(draft)
    kind = facts.offered.get(draft.data.get("kind", ""))
    rows: Keys = []
    if kind:
        signs = {one: choosing.sign_of_one(chosen, kind.kind, {kind.argument: one}) for one in facts.options}
        names = {one: _short(kind.option(fact, say, now)) for one, fact in facts.options.items()}
        rows = [[pick(_marked(say, names[one], minus=signs[one]), said("/choose", one))] for one in facts.options]
    ask = say("audience-ask-offered", kind=kind.label(say)) if kind and rows else say("audience-none-offered")
    return _choices(draft, facts, ask, paged(draft, rows, say), say)


def saved(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Show the audiences that have a name; each can be deleted."""
    pick = picks(draft)
    rows = [
        [
            pick(_short(one.name), said("/choose", one.id)),
            Key(say.label("key-delete"), buttons.ForgetAudience(one.id, 0)),
        ]
        for one in facts.saved
    ]
    ask = say("audience-ask-saved") if rows else say("audience-none-saved")
    return _asks(draft, facts, ask, paged(draft, rows, say), say)


def name(draft: Draft, facts: Facts, say: Say, now: datetime) -> Screen:  # noqa: ARG001 - as steps are drawn
    """Ask for a name; once there is one, offer to save the choices under it."""
    given = draft.data.get("name")
    if given is None:
        return _asks(draft, facts, say("audience-ask-name"), [], say)
    there = given in _names(one.name for one in facts.saved)
    ask = say("audience-replace" if there else "audience-save", name=given)
    save = Key(say.label("key-save"), buttons.SaveAudience(draft.id, draft.version))
    return _asks(draft, facts, ask, [[save]], say)


def _names(names: Iterable[str]) -> set[str]:
    return set(names)


def _short(label: str) -> str:
    return label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"
