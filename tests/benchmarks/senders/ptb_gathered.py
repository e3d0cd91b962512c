"""A gathered loop on python-telegram-bot's own Bot, whose pool holds 256 connections."""

from telegram import Bot

from tests.benchmarks import senders


async def broadcast(address: str, recipients: range) -> None:
    """Send to 64 at once."""
    async with Bot(senders.TOKEN, base_url=f"{address}/bot") as bot:
        await senders.gathered(lambda person: bot.send_message(person, senders.TEXT), recipients, 64)


if __name__ == "__main__":
    senders.run(broadcast)
