"""A sample of each button that the office has on feeds, for the tests of rights."""

from handlers.calls.feeds import buttons
from storage.calls.feeds.rules import EntryId
from tests.handlers.calls.samples import Samples

STAFF: Samples = {
    buttons.Feeds: lambda world: [buttons.Feeds(0)],
    buttons.OpenFeed: lambda world: [buttons.OpenFeed(world.feed)],
    buttons.LookNow: lambda world: [buttons.LookNow(world.feed)],
    buttons.RemoveFeed: lambda world: [buttons.RemoveFeed(world.feed, sure) for sure in (0, 1)],
    buttons.NewFeed: lambda world: [buttons.NewFeed()],
    buttons.AddFeed: lambda world: [buttons.AddFeed(world.draft.id, world.draft.version)],
    buttons.Suggestions: lambda world: [buttons.Suggestions(of, 0) for of in (buttons.ALL, world.feed)],
    buttons.OpenSuggestion: lambda world: [buttons.OpenSuggestion(one) for one in (world.entry, world.changed_entry)],
    buttons.PublishSuggestion: lambda world: [buttons.PublishSuggestion(world.entry, 1)],
    buttons.EditSuggestion: lambda world: [buttons.EditSuggestion(world.entry, anew) for anew in (0, 1)],
    buttons.DismissSuggestion: lambda world: [buttons.DismissSuggestion(world.entry)],
    buttons.RestoreSuggestion: lambda world: [buttons.RestoreSuggestion(world.entry)],
    buttons.DismissAll: lambda world: [buttons.DismissAll(world.feed, EntryId(9), sure) for sure in (0, 1)],
    buttons.AcceptChange: lambda world: [buttons.AcceptChange(world.changed_entry, 2)],
    buttons.IgnoreChange: lambda world: [buttons.IgnoreChange(world.changed_entry, 2)],
}
"""For the office."""
