"""The running program: what receives, sends and keeps the time."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "true")
"""python-telegram-bot gives durations as timedelta, as it will always do one day."""
