"""Announcements: what the office tells its members, who gets it, and who has confirmed it."""
