"""A sample of each button to what comes out of a consultation, for the tests of rights."""

from handlers.consultations.position import buttons as position
from handlers.consultations.results import buttons as results
from storage.consultations.positions import Stage
from tests.handlers.consultations.samples import Samples

MEMBERS: Samples = {
    results.Results: lambda world: [results.Results(world.law, 0)],
    results.Result: lambda world: [results.Result(world.law, 0)],
    results.WhoVoted: lambda world: [results.WhoVoted(world.law, 0, 0)],
    results.Turnout: lambda world: [results.Turnout(world.law, 0)],
    results.ResultChart: lambda world: [results.ResultChart(world.law, 0)],
    results.HeatMap: lambda world: [results.HeatMap(world.law)],
    position.ShowDocument: lambda world: [position.ShowDocument(world.law)],
}

STAFF: Samples = {
    results.Export: lambda world: [results.Export(world.law, kind) for kind in results.Format],
    position.OpenPosition: lambda world: [position.OpenPosition(world.law)],
    position.MakeDocument: lambda world: [position.MakeDocument(world.law, "sl", 0)],
    position.SendDocument: lambda world: [position.SendDocument(world.law)],
    position.KeepDocument: lambda world: [position.KeepDocument(world.draft.id, world.draft.version)],
    position.MovePosition: lambda world: [
        position.MovePosition(world.law, stage, sure) for stage in Stage for sure in (0, 1)
    ],
}
