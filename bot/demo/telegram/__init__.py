"""A Bot API server on one machine, with people to write to."""

from bot.demo.telegram.server import create_app
from bot.demo.telegram.state import Telegram

__all__ = ["Telegram", "create_app"]
