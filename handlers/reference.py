"""What people read to one another and type: random letters and digits."""

import secrets

LETTERS = "23456789ACDEFGHJKLMNPQRTUVWXYZ"
"""Letters and digits that are not mistaken for one another."""


def new_reference(length: int) -> str:
    """Make a reference that nobody can guess."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))
