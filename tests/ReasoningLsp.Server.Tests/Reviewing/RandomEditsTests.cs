using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Reviewing;

/// <summary>However a text came about, what is shown of it is what a fresh review of it shows.</summary>
public sealed class RandomEditsTests
{
    private static readonly string[] Fragments =
    [
        "a", " ", "5", "= ", "2 + 2 = 5. ", "$x = 3$", "\n", "\n\n", "\r\n", "Step 3: ", "**Step 2:** ", "\n## Solution\n",
        "\n## Problem\n", "- ", "1. ", "🙂é", "$", "$$", "```\n",
        "<!-- reasoning-disable-next-step RR101 -->\n", "<!-- reasoning-disable-file RR108 -->", "The answer is 12.", "\\[ 2x + 3 = 11 \\]",
        "% ", "\\begin{align} x &= 2 \\\\ y &= 3 \\end{align}", "{\"steps\": [\"1 + 1 = 3\"]}\n", "\"", "---\n",
    ];

    public static TheoryData<string, int> Runs => new()
    {
        { "train-journey.solution.md", 10_000 },
        { "linear-equation.solution.tex", LongRun.Size(500, 10_000) },
        { "orchard.solution.txt", LongRun.Size(500, 10_000) },
        { "models.trace.jsonl", LongRun.Size(500, 10_000) },
        { "thinking.trace.json", LongRun.Size(500, 10_000) },
    };

    [Theory, MemberData(nameof(Runs)), Trait("Category", "Long")]
    public async Task After_many_edits_text_and_findings_are_those_of_a_fresh_review(string sample, int edits)
    {
        using var folder = new TestFolder();
        // What was put right before only the edited document knows.
        folder.Write("reasoning-review.json", """{ "rules": { "RR003": "off" } }""");
        await using var server = new ServerProcess();
        var parameters = Clients.Named("vscode", folder.Path);
        parameters["initializationOptions"] = new JsonObject { ["holdBack"] = false };
        await server.Client.InitializeAsync(parameters);
        var (uri, random, version, done) = (folder.Uri(sample), new Random(20260101), 1, 0);
        var text = File.ReadAllText(Repository.Path("samples/" + sample));
        var start = text;
        await server.Client.OpenAsync(uri, text, version, languageId: "");
        while (done < edits)
        {
            for (var burst = random.Next(1, 40); burst > 0 && done < edits; burst--)
            {
                var changes = new List<JsonNode>();
                for (var count = random.Next(5) == 0 ? random.Next(2, 5) : 1; count > 0; count--, done++)
                    changes.Add(Edit(random, start, ref text));
                await server.Client.ChangeAsync(uri, ++version, [.. changes]);
            }

            Assert.Equal(Fresh(uri, text), await ShownAsync(server.Client, uri));
        }

        server.Client.AssertPure();
    }

    // A replacement of a few units, sometimes of everything.
    private static JsonNode Edit(Random random, string start, ref string text)
    {
        if (random.Next(500) == 0 || text.Length > 3 * start.Length)
        {
            text = start;
            return new JsonObject { ["text"] = text };
        }

        var from = Boundary(text, random.Next(text.Length + 1));
        var to = Boundary(text, Math.Min(text.Length, from + (random.Next(3) == 0 ? random.Next(30) : 0)));
        var inserted = random.Next(4) == 0 ? "" : Fragments[random.Next(Fragments.Length)];
        var change = Editing.Change(LineOf(text, from), ColumnOf(text, from), LineOf(text, to), ColumnOf(text, to), inserted);
        text = string.Concat(text.AsSpan(0, from), inserted, text.AsSpan(to));
        return change;
    }

    // An editor edits neither within a pair of surrogates nor within a line end.
    private static int Boundary(string text, int at) =>
        at > 0 && at < text.Length && (char.IsLowSurrogate(text[at]) || (text[at - 1] == '\r' && text[at] == '\n')) ? at + 1 : at;

    private static int LineOf(string text, int at) =>
        text.AsSpan(0, at).ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Count(unit => unit is '\n' or '\r');

    private static int ColumnOf(string text, int at) => at - (text.AsSpan(0, at).LastIndexOfAny('\r', '\n') + 1);

    private static string Fresh(string uri, string text)
    {
        var positions = new DocumentPositions(text, LineIndex.Of(text), PositionEncoding.Utf16);
        var snapshot = new TextSnapshot(DocumentIdentity.Of(uri, null), 0, 0, text, positions, null);
        var reviewed = DocumentReviewer.Review(snapshot, FolderPolicy.Default(new Reviewer(ReviewOptions.Default)), null,
            CancellationToken.None);
        var client = new ClientProfile { UnnecessaryTag = true };
        return Describe(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            reviewed.Reviews.SelectMany(
            review => review.Trace.Steps.Select(step => $"{Place(positions.RangeOf(step.Span))} {review.Steps[step.Index].State}")),
            reviewed.Reviews.SelectMany(
            review => review.Findings.Select(
            finding => Server.Features.Diagnostics.DiagnosticConverter.Of(
                finding, review, reviewed, client, Review.Reporting.RuleLinks.Default)))
                .Select(diagnostic => $"{Place(diagnostic.Range)} {diagnostic.Severity} {diagnostic.Code} {diagnostic.Message}"));
    }

    private static async Task<string> ShownAsync(TestClient client, string uri)
    {
        var diagnostics = await client.PullAsync(uri);
        var steps = await client.RequestAsync("reasoning/steps", Editing.Document(uri));
        return Describe(
            steps.GetProperty("digest").GetString()!,
            steps.GetProperty("traces").EnumerateArray().SelectMany(trace => trace.GetProperty("steps").EnumerateArray())
            .Select(step => $"{Place(step)} {StateOf(step.GetProperty("state").GetString())}"),
            diagnostics.Select(diagnostic =>
            $"{Place(diagnostic)} {diagnostic.GetProperty("severity").GetInt32()} {diagnostic.GetProperty("code").GetString()} "
                + $"{diagnostic.GetProperty("message").GetString()}"));
    }

    private static string Describe(string digest, IEnumerable<string> steps, IEnumerable<string> findings) =>
        string.Join('\n', [digest, .. steps, .. findings]);

    private static string Place(Server.Protocol.LspRange range) =>
        $"{range.Start.Line}:{range.Start.Character}-{range.End.Line}:{range.End.Character}";

    private static string Place(System.Text.Json.JsonElement owner)
    {
        var range = owner.GetProperty("range");
        return $"{range.GetProperty("start").GetProperty("line")}:{range.GetProperty("start").GetProperty("character")}-"
            + $"{range.GetProperty("end").GetProperty("line")}:{range.GetProperty("end").GetProperty("character")}";
    }

    private static StepState StateOf(string? id) => id switch
    {
        "flagged" => StepState.Flagged,
        "checked" => StepState.Checked,
        "silenced" => StepState.Silenced,
        _ => StepState.NothingCheckable,
    };
}
