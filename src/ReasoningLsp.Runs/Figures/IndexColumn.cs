using Parquet;
using Parquet.Schema;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Figures;

/// <summary>A column of the table that questions to a run are answered from.</summary>
/// <param name="Field">Its name and type.</param>
/// <param name="WriteAsync">Writes its values of some traces.</param>
internal sealed record IndexColumn(DataField Field, Func<ParquetRowGroupWriter, IReadOnlyList<RunTrace>, Task> WriteAsync)
{
    /// <summary>All columns.</summary>
    public static List<IndexColumn> All() =>
    [
        Number("unit", trace => trace.Unit),
        Text("file", trace => trace.File),
        Number("trace", trace => trace.Number),
        Text("id", trace => trace.Id),
        Text("hash", trace => trace.Hash),
        Number("steps", trace => trace.Steps.Length),
        Number("checked", trace => trace.States.Count(state => state == "checked")),
        Number("flagged_steps", trace => trace.States.Count(state => state == "flagged")),
        Number("first_error", trace => trace.FirstErrorStep),
        Number("errors", trace => trace.Findings.Count(finding => finding.Severity == "error")),
        Number("warnings", trace => trace.Findings.Count(finding => finding.Severity == "warning")),
        Number("hints", trace => trace.Findings.Count(finding => !finding.Flags)),
        Text("rules", trace => Joined(trace.Findings.Select(finding => finding.Rule))),
        Text("mistakes", trace => Joined(trace.Findings.Select(finding => finding.Mistake).OfType<string>())),
        Real("score", trace => trace.Aggregate),
        Real("lowest_score", trace => trace.Scores.IsEmpty ? null : trace.Scores.Min()),
        Real("pass_rate", trace => trace.PassRate),
        Number("label", trace => trace.Labels.FirstWrongStep),
        Text("source", trace => trace.Labels.Source),
        Text("kind", trace => trace.Labels.Kind),
        Text("language", trace => trace.Labels.Language),
        Text("error", trace => trace.Error),
    ];

    private static string? Joined(IEnumerable<string> names) =>
        string.Join(',', names.Distinct().Order(StringComparer.Ordinal)) is { Length: > 0 } all ? all : null;

    private static IndexColumn Text(string name, Func<RunTrace, string?> value)
    {
        var field = new DataField<string?>(name);
        return new IndexColumn(field, (group, rows) => group.WriteAsync(field, rows.Select(value).ToArray()!));
    }

    private static IndexColumn Number(string name, Func<RunTrace, long?> value)
    {
        var field = new DataField<long?>(name);
        return new IndexColumn(field, (group, rows) => group.WriteAsync<long>(field, rows.Select(value).ToArray()));
    }

    private static IndexColumn Real(string name, Func<RunTrace, double?> value)
    {
        var field = new DataField<double?>(name);
        return new IndexColumn(field, (group, rows) => group.WriteAsync<double>(field, rows.Select(value).ToArray()));
    }
}
