"""What a settings file says about announcements, the office sees."""

from pathlib import Path

from bot import app
from bot.clock import Clock
from bot.settings import load
from storage.database import open_database
from storage.people import Role
from tests.e2e.world import TOKEN, World
from tests.storage.membership.association import put, two_libraries

SETTINGS = """
token = "{token}"
database = "{database}"
telegram = "{telegram}"
web = {{ port = 0 }}
[announcements]
approval = true
"""


async def test_approval_in_the_settings_file_asks_for_a_second_pair_of_eyes(
    world: World, sqlite_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(SETTINGS.format(token=TOKEN, database=sqlite_url, telegram=world.address), encoding="utf-8")
    cvetka, darja = world.person("Cvetka"), world.person("Darja")
    books = open_database(sqlite_url)
    await books.transact(two_libraries)
    for person in (cvetka, darja):
        await put(books, person.id, Role.STAFF)
    await books.close()
    async with app.running(load(file), Clock()):
        await cvetka.types("/urad")
        for label in ("Obvestila", "Novo obvestilo"):
            await cvetka.taps(label)
        await cvetka.sees("Pošljite sporočilo v slovenščini")
        await cvetka.types("Dober dan")
        for label in ("Enako za vse", "Brez gumbov", "Vsi", "Naprej", "Pošlji", "V potrditev"):
            await cvetka.taps(label)
        await darja.taps("Kartica")
        await darja.taps("✔ Potrdi")
        await darja.sees("Dober dan")
        await cvetka.sees("Dober dan")
