using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReasoningLsp.Review.Baselines;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reporting;

/// <summary>SARIF 2.1.0, as code scanning services read it. Written as the run goes, so that memory stays constant; only what models said
/// waits for the end.</summary>
public sealed class SarifReporter : IReviewReporter
{
    private const int FlushAt = 1 << 16;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly SarifLocations _locations;
    private readonly SarifTraces _traces = new();
    private readonly string _version;
    private readonly RuleLinks _links;
    private readonly Dictionary<string, int> _ruleIndex;

    /// <summary>A reporter.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="version">Of the program.</param>
    /// <param name="folder">Full path that relative files start from.</param>
    /// <param name="links">Where the rules' pages can be read.</param>
    public SarifReporter(Stream output, string version, string folder, RuleLinks links)
    {
        _output = output;
        _version = version;
        _links = links;
        _json = new Utf8JsonWriter(output,
            new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _locations = new SarifLocations(_json, folder);
        _ruleIndex = RuleCatalog.All.Select((rule, index) => (rule.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public void Begin()
    {
        _json.WriteStartObject();
        _json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        _json.WriteString("version", "2.1.0");
        _json.WriteStartArray("runs");
        _json.WriteStartObject();
        SarifTool.Write(_json, _version, _links);
        _json.WriteStartObject("automationDetails");
        _json.WriteString("id", "reasoning-review/");
        _json.WriteEndObject();
        _json.WriteStartObject("originalUriBaseIds");
        _json.WriteStartObject(SarifLocations.SourceRoot);
        SarifTool.WriteText(_json, "description", "The folder in which the review was started.");
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteString("columnKind", "utf16CodeUnits");
        _json.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public void Add(ReviewedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        for (var index = 0; index < trace.Review.Findings.Length; index++)
            WriteResult(trace, trace.Review.Findings[index], trace.Keys[index]);
        _traces.Add(trace);
        if (_json.BytesPending > FlushAt)
            _json.Flush();
    }

    /// <inheritdoc/>
    public void End(ReviewSummary summary, ImmutableArray<InputProblem> problems, int exitCode)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("invocations");
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful", problems.IsEmpty);
        _json.WriteNumber("exitCode", exitCode);
        _json.WriteStartArray("toolExecutionNotifications");
        foreach (var problem in problems)
            WriteNotification(problem);
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _traces.WriteTo(_json);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _traces.Dispose();
    }

    private void WriteResult(ReviewedTrace trace, Finding finding, FindingKey key)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId", finding.Rule.Id);
        if (_ruleIndex.TryGetValue(finding.Rule.Id, out var rule))
            _json.WriteNumber("ruleIndex", rule);
        _json.WriteString("level", SarifTool.LevelOf(finding.Severity));
        SarifTool.WriteText(_json, "message", MessageOf(finding));
        _json.WriteStartArray("locations");
        _locations.Write(trace.Source, finding.Span, null, null);
        _json.WriteEndArray();
        if (!finding.Related.IsEmpty)
        {
            _json.WriteStartArray("relatedLocations");
            for (var index = 0; index < finding.Related.Length; index++)
                _locations.Write(trace.Source, finding.Related[index].Span, index + 1, finding.Related[index].Message);
            _json.WriteEndArray();
        }

        var fingerprint = $"{key.Rule}/{key.Step}/{key.Occurrence}";
        _json.WriteStartObject("partialFingerprints");
        _json.WriteString("reasoningReview/v1", fingerprint);
        // The name under which GitHub follows an alert; without it, it hashes the line, which for JSONL is a whole record.
        _json.WriteString("primaryLocationLineHash", $"{key.Step}:{key.Occurrence + 1}");
        _json.WriteEndObject();
        WriteFixes(trace.Source, finding.Fixes);
        _json.WriteStartObject("properties");
        if (finding.Step is { } step)
            _json.WriteNumber("step", step);
        foreach (var (name, value) in finding.Evidence.Items.DistinctBy(item => item.Key).Where(item => item.Key != "step"))
            _json.WriteString(UnicodeText.WellFormed(name), UnicodeText.WellFormed(value));
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private static string MessageOf(Finding finding) =>
        // SARIF reads brackets as links, and asks that a message ends as a sentence does.
        finding.Message.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("]", "\\]", StringComparison.Ordinal)
        + (finding.Message.Length > 0 && finding.Message[^1] is '.' or '!' or '?' ? string.Empty : ".");

    private void WriteFixes(SourceText source, ImmutableArray<Fix> fixes)
    {
        if (fixes.IsEmpty)
            return;
        _json.WriteStartArray("fixes");
        foreach (var fix in fixes)
        {
            _json.WriteStartObject();
            SarifTool.WriteText(_json, "description", fix.Title);
            _json.WriteStartArray("artifactChanges");
            _json.WriteStartObject();
            _locations.WriteArtifact(source.File);
            _json.WriteStartArray("replacements");
            foreach (var edit in fix.Edits)
            {
                _json.WriteStartObject();
                _locations.WriteRegion("deletedRegion", source, edit.Span);
                SarifTool.WriteText(_json, "insertedContent", edit.NewText);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteNotification(InputProblem problem)
    {
        _json.WriteStartObject();
        _json.WriteString("level", "error");
        SarifTool.WriteText(_json, "message", problem.Message);
        _json.WriteStartArray("locations");
        _locations.WritePlace(problem.File, problem.Place);
        _json.WriteEndArray();
        _json.WriteEndObject();
    }
}
