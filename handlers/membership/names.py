"""How roles and places are called. Pure."""

from handlers.texts import Say
from storage.people import Library, Person, Role

LIBRARY_KINDS = ("library-kind-general", "library-kind-central")

LABEL = 40
"""A longer label is cut by telephones in the middle of a word."""


def role_name(role: Role, say: Say) -> str:
    """Name a role inside a sentence."""
    return say.label(f"role-{role}")


def role_label(role: Role, say: Say) -> str:
    """Name a role on a button."""
    name = role_name(role, say)
    return name[:1].upper() + name[1:]


def standing(role: Role, library: Library | None, say: Say) -> str:
    """Say where somebody stands: their role and their library or the association's office."""
    if library is None:
        return say.label(f"standing-{role}") if not role.of_library else role_name(role, say)
    return say.label("standing-in-library", role=role_name(role, say), library=library.name)


def standing_of(person: Person, say: Say) -> str:
    """Say where a person stands."""
    return standing(person.role, person.library, say)


def kind_of(library: Library, say: Say) -> str:
    """Name a library's kind."""
    return kind_name(library.kind, say)


def kind_name(kind: str, say: Say) -> str:
    """Name a kind of library; the books hold it in Slovene, and one that is not known stays as it is."""
    slovene = say.in_language("sl")
    return next((say.label(key) for key in LIBRARY_KINDS if slovene.label(key) == kind.lower()), kind)


def short(text: str) -> str:
    """Cut a name so that it fits a button."""
    return text if len(text) <= LABEL else text[: LABEL - 1].rstrip(" –/-,") + "…"
