using System.Collections.Immutable;
using ReasoningLsp.Cli.Inputs;
using ReasoningLsp.Cli.Reviewing;
using ReasoningLsp.Cli.Runs;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Traces.Files;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Runs;

/// <summary>How a run is cut into pieces.</summary>
public sealed class RunWorkTests
{
    [Theory]
    [InlineData(true, new[] { 1, 1, 1, 1, 1, 1 })]
    [InlineData(false, new[] { 6 })]
    public void Where_models_are_asked_each_record_is_a_piece_so_that_none_waits(bool asksModels, int[] pieces)
    {
        var line = new JsonLine("{}", 0, 0, 0, null);
        ImmutableArray<WorkItem> items = [new WorkItem.Records(new InputFile(null, "a", "/", null), null!,
            [.. Enumerable.Repeat(line, 12)])];
        var work = RunWork.Of(items, new Shard(1, 2), 0, asksModels).ToList();
        Assert.Equal(pieces, work.Select(each => each.Units.Length));
        Assert.Equal([1L, 3, 5, 7, 9, 11], work.SelectMany(each => each.Units));
    }
}
