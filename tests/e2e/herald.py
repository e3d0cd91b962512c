"""The bot with one more kind of message, which goes in batches and says only which batch it is of."""

from bot import app
from bot.__main__ import main
from handlers.context import Feature
from handlers.features import FEATURES
from tests.bot.broadcast import PLAIN

if __name__ == "__main__":
    app.FEATURES = (*FEATURES, Feature("herald", (), bulks=PLAIN))  # type: ignore[attr-defined]

    main()
