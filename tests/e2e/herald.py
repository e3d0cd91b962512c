"""The bot with one more kind of message, which goes in batches and says only which batch it is of."""

from handlers import features
from handlers.context import Feature
from tests.bot.broadcast import PLAIN

if __name__ == "__main__":
    features.FEATURES = (*features.FEATURES, Feature("herald", (), bulks=PLAIN))
    from bot.__main__ import main

    main()
