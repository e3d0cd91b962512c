"""Announcements: the office tells its members, and sees who got it and who has read it."""

from handlers.announcements import member
from handlers.announcements.push import BULKS
from handlers.context import Feature

FEATURE = Feature("announcements", member.ROUTES, bulks=BULKS)
