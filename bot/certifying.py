"""What the command line says of a certificate. Pure."""

from storage.events.certificates import Certificate, initials
from storage.local_time import LJUBLJANA


def words(one: Certificate) -> list[str]:
    """Say that it is genuine, and no more of it than tells which one it is."""
    details = one.event.details
    first, last = (moment.astimezone(LJUBLJANA).date() for moment in (details.starts_at, details.ends_at))
    return [
        f"Genuine: number {one.number}, issued on {one.issued_at.astimezone(LJUBLJANA).date()}",
        f"{details.title_sl}, {first if first == last else f'{first} to {last}'}",
        f"Initials: {initials(one.name)}" if one.name else "The name has been deleted at the person's wish.",
    ]
