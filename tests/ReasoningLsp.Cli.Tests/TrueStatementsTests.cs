using System.Text.Json;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests;

/// <summary>Statements that are true are left as they are.</summary>
public sealed class TrueStatementsTests
{
    [Theory]
    [InlineData("relations", "--fix")]
    [InlineData("plain", "--fix")]
    [InlineData("quantities", "--fix")]
    [InlineData("school", "--fix")]
    [InlineData("solutions", "--fix")]
    [InlineData("relations", "--fix=propagate")]
    [InlineData("plain", "--fix=propagate")]
    [InlineData("quantities", "--fix=propagate")]
    [InlineData("school", "--fix=propagate")]
    [InlineData("solutions", "--fix=propagate")]
    public async Task A_fix_changes_no_number_of_a_true_statement(string set, string fix)
    {
        var lines = (await File.ReadAllLinesAsync(SharedData.Require($"fixtures/relations/{set}.jsonl"),
            TestContext.Current.CancellationToken)).Select(Record).OfType<string>().ToList();
        Assert.NotEmpty(lines);
        using var folder = new TestFolder();
        var text = string.Join('\n', lines) + "\n";
        folder.Write("statements.jsonl", text);
        await TestProgram.RunAsync(folder, Stream.Null, ["review", "statements.jsonl", fix], options => new Reviewer(options), null,
            TestContext.Current.CancellationToken);
        var after = await File.ReadAllTextAsync(Path.Combine(folder.Path, "statements.jsonl"), TestContext.Current.CancellationToken);
        Assert.Empty(after.Split('\n').Except(text.Split('\n')));
    }

    // A record of the statement, or of the solution; null where it is false.
    private static string? Record(string line, int index)
    {
        using var document = JsonDocument.Parse(line);
        var entry = document.RootElement;
        if (entry.TryGetProperty("steps", out var steps))
            return JsonSerializer.Serialize(new { id = $"{index}", problem = "Solve.", steps });
        if (!entry.GetProperty("true").GetBoolean())
            return null;
        var text = entry.GetProperty("text").GetString()!;
        var isPlain = entry.TryGetProperty("plain", out var plain) && plain.GetBoolean();
        return JsonSerializer.Serialize(new { id = $"{index}", problem = "", steps = new[] { isPlain ? text : $"${text}$" } });
    }
}
