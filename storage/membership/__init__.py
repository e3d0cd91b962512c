"""Libraries, invites and roles: who belongs to the association."""
