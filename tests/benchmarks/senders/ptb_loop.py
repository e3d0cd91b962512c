"""A plain loop on python-telegram-bot."""

from telegram import Bot

from tests.benchmarks import senders


async def broadcast(address: str, recipients: range) -> None:
    """Send to one after the other."""
    async with Bot(senders.TOKEN, base_url=f"{address}/bot") as bot:
        for person in recipients:
            await bot.send_message(person, senders.TEXT)


if __name__ == "__main__":
    senders.run(broadcast)
