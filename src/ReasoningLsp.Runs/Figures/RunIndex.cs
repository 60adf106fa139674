using System.Collections.Immutable;
using System.Security.Cryptography;
using Parquet;
using Parquet.Schema;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Runs.Records;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Runs.Figures;

/// <summary>Goes once through the lines of a run and writes what they come to: the summary, and a table of one row a trace.</summary>
public sealed class RunIndex
{
    private const int RowsAtATime = 8192;

    private readonly SortedDictionary<string, long> _rules = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> _mistakes = new(StringComparer.Ordinal);
    private readonly List<RunTrace> _rows = new(RowsAtATime);
    private readonly List<IndexColumn> _columns = IndexColumn.All();
    private RunSummary _summary = new();
    private long _unit = -1;

    private RunIndex()
    {
    }

    /// <summary>Writes both. The same lines make the same files.</summary>
    /// <exception cref="FormatException">A line is none of a run.</exception>
    /// <exception cref="IOException">The run cannot be read or written.</exception>
    public static async Task<RunSummary> BuildAsync(RunFolder folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var index = new RunIndex();
        using var file = AtomicFile.Create(folder.Index);
        // A table is written from its end: what a stream of a file cannot do, memory of one group of rows can.
        var schema = new ParquetSchema(index._columns.Select(column => column.Field));
        await using (var writer = await ParquetWriter.CreateAsync(schema, file.Stream, cancellationToken: cancellationToken)
            .ConfigureAwait(false))
        {
            foreach (var trace in RunTraceReader.Read(folder))
            {
                cancellationToken.ThrowIfCancellationRequested();
                index.Count(trace);
                index._rows.Add(trace with { Line = string.Empty });
                if (index._rows.Count == RowsAtATime)
                    await index.WriteAsync(writer).ConfigureAwait(false);
            }

            if (index._rows.Count > 0)
                await index.WriteAsync(writer).ConfigureAwait(false);
        }

        file.Commit();
        using var lines = File.OpenRead(folder.Traces);
        var summary = index._summary with
        {
            Lines = index._summary.Lines ?? 0,
            Rules = index._rules.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Mistakes = index._mistakes.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Bytes = lines.Length,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(lines, cancellationToken).ConfigureAwait(false)),
        };
        summary.Write(folder);
        return summary;
    }

    private async Task WriteAsync(ParquetWriter writer)
    {
        using var group = writer.CreateRowGroup();
        foreach (var column in _columns)
            await column.WriteAsync(group, _rows).ConfigureAwait(false);
        _rows.Clear();
    }

    private void Count(RunTrace trace)
    {
        long Of(string severity) => trace.Findings.Count(finding => finding.Severity == severity);
        _summary = _summary with
        {
            Lines = (_summary.Lines ?? 0) + 1,
            Units = _summary.Units + (trace.Unit != _unit ? 1 : 0),
            Traces = _summary.Traces + (trace.Number is null ? 0 : 1),
            Unread = _summary.Unread + (trace.Error is not null && trace.Steps.IsEmpty ? 1 : 0),
            Incomplete = _summary.Incomplete + (trace.Error is not null && !trace.Steps.IsEmpty ? 1 : 0),
            Steps = _summary.Steps + trace.Steps.Length,
            Checked = _summary.Checked + trace.States.Count(state => state == "checked"),
            Flagged = _summary.Flagged + (trace.Findings.Any(finding => finding.Flags) ? 1 : 0),
            Errors = _summary.Errors + Of("error"),
            Warnings = _summary.Warnings + Of("warning"),
            Hints = _summary.Hints + trace.Findings.Count(finding => !finding.Flags),
        };
        _unit = trace.Unit;
        foreach (var rule in trace.Findings.Select(finding => finding.Rule).Distinct())
            _rules[rule] = _rules.GetValueOrDefault(rule) + 1;
        foreach (var mistake in trace.Findings.Select(finding => finding.Mistake).OfType<string>())
            _mistakes[mistake] = _mistakes.GetValueOrDefault(mistake) + 1;
    }
}
