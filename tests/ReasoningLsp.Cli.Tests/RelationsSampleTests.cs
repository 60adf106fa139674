using System.Collections.Frozen;
using System.Text.Json;
using ReasoningLsp.Cli.Commands;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests;

/// <summary>Statements whose truth SymPy decided: ten true and ten false of each kind. <c>npm run oracle</c> draws more.</summary>
public sealed class RelationsSampleTests
{
    private const int Each = 10;

    // False ones of ten that are flagged, where not all of them are: a value over a number may be the next step of a chain, an amount that
    // is wrong by a cent may be rounded, and what letters come to may be an equation.
    private static readonly FrozenDictionary<string, int> s_flagged = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["power"] = 9,
        ["algebra"] = 9,
        ["integers"] = 9,
        ["matrix"] = 9,
        ["typed money"] = 8,
        ["typed scientific"] = 9,
        ["typed power"] = 9,
        ["typed algebra"] = 9,
        ["typed integers"] = 9,
        ["typed integral"] = 9,
        ["typed primitive"] = 9,
        ["typed series"] = 8,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // True pairs of ten that are proven equal, where not all of them are.
    private static readonly FrozenDictionary<string, int> s_equal = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["derivative"] = 9,
        ["typed derivative"] = 9,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    [Theory, InlineData("relations"), InlineData("plain"), InlineData("typed")]
    public async Task True_statements_are_not_flagged_and_false_ones_are(string name)
    {
        var statements = Statements(name);
        using var folder = new TestFolder();
        folder.Write("traces.jsonl", string.Concat(statements.Select((statement, index) => JsonSerializer.Serialize(
            new { id = $"{index}", problem = "", steps = new[] { statement.IsPlain ? statement.Text : $"${statement.Text}$" } }) + "\n")));
        var reviews = await RunAsync(folder, "review", "traces.jsonl", "--format", "jsonl");
        var flagged = statements.Zip(reviews, (statement, review) => (statement, IsFlagged: review.GetProperty("findings").EnumerateArray()
            .Any(finding => finding.GetProperty("severity").GetString() is "error" or "warning"))).ToList();
        Assert.Empty(flagged.Where(pair => pair.statement.IsTrue && pair.IsFlagged).Select(pair => pair.statement.Text));
        foreach (var kind in flagged.Where(pair => !pair.statement.IsTrue).GroupBy(pair => pair.statement.Kind))
            Assert.True(kind.Count(pair => !pair.IsFlagged) <= Each - s_flagged.GetValueOrDefault(kind.Key, Each),
                Listed(kind.Key, kind.Where(pair => !pair.IsFlagged).Select(pair => pair.statement)));
    }

    [Theory, InlineData("relations"), InlineData("plain"), InlineData("typed")]
    public async Task True_pairs_are_equal_and_false_ones_never(string name)
    {
        var statements = Statements(name);
        using var folder = new TestFolder();
        folder.Write("pairs.jsonl", string.Concat(statements.Select(statement => JsonSerializer.Serialize(
            new { gold = statement.Left, pred = statement.Right }) + "\n")));
        var answers = await RunAsync(folder, "equal", "pairs.jsonl");
        var compared = statements.Zip(answers, (statement, answer) => (statement, Kind: answer.GetProperty("equal").ValueKind)).ToList();
        Assert.Empty(compared.Where(pair => pair.Kind == (pair.statement.IsTrue ? JsonValueKind.False : JsonValueKind.True))
            .Select(pair => pair.statement.Text));
        foreach (var kind in compared.Where(pair => pair.statement.IsTrue).GroupBy(pair => pair.statement.Kind))
            Assert.True(kind.Count(pair => pair.Kind != JsonValueKind.True) <= Each - s_equal.GetValueOrDefault(kind.Key, Each),
                Listed(kind.Key, kind.Where(pair => pair.Kind != JsonValueKind.True).Select(pair => pair.statement)));
    }

    private static string Listed(string kind, IEnumerable<Statement> statements) =>
        $"{kind}: {string.Join("; ", statements.Select(statement => statement.Text))}";

    private sealed record Statement(string Kind, string Text, string Left, string Right, bool IsTrue, bool IsPlain);

    private static List<Statement> Statements(string name) =>
        [.. File.ReadLines(Repository.Path($"tests/data/relations/{name}.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => new Statement(line.GetProperty("kind").GetString()!, line.GetProperty("text").GetString()!,
                line.GetProperty("left").GetString()!, line.GetProperty("right").GetString()!, line.GetProperty("true").GetBoolean(),
                line.TryGetProperty("plain", out var plain) && plain.GetBoolean()))];

    private static async Task<List<JsonElement>> RunAsync(TestFolder folder, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var host = new ProgramHost { Output = output, Error = error, Input = Stream.Null, Folder = folder.Path };
        await CommandLineProgram.Create(host).RunAsync(arguments, TestContext.Current.CancellationToken);
        return [.. System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
