using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Workflow commands that GitHub shows as annotations beside the lines they speak of.</summary>
public sealed class GitHubReporter(TextWriter output) : IReviewReporter
{
    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Add(ReviewedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        foreach (var finding in trace.Review.Findings)
        {
            var start = trace.Source.PositionOf(finding.Span.Start);
            var end = trace.Source.PositionOf(finding.Span.End);
            var command = finding.Severity switch
            {
                Severity.Error => "error",
                Severity.Warning => "warning",
                _ => "notice",
            };
            var title = $"{finding.Rule.Id} {finding.Rule.Name}";
            Write(command, trace.Source.File, start, end, title, finding.Message);
        }
    }

    /// <inheritdoc/>
    public void End(ReviewSummary summary, ImmutableArray<InputProblem> problems, int exitCode)
    {
        foreach (var problem in problems)
        {
            var place = problem.Place ?? new LinePosition(0, 0);
            Write("error", problem.File, place, place, problem.IsReviewed ? "incomplete" : "unreadable", problem.Message);
        }

        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Flush();

    private void Write(string command, string file, LinePosition start, LinePosition end, string title, string message)
    {
        // GitHub counts from 1 and means the last column itself; it drops columns of an annotation over several lines.
        var endColumn = start.Line == end.Line ? Math.Max(end.Character, start.Character + 1) : end.Character;
        output.Write(string.Create(CultureInfo.InvariantCulture,
            $"::{command} file={Property(file)},line={start.Line + 1},endLine={end.Line + 1},col={start.Character + 1},endColumn="
                + $"{endColumn},title={Property(title)}::{Data(message)}\n"));
    }

    private static string Data(string value) => Escape(value, isProperty: false);

    private static string Property(string value) => Escape(value, isProperty: true);

    private static string Escape(string value, bool isProperty)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var character in UnicodeText.WellFormed(value))
        {
            _ = character switch
            {
                '%' => escaped.Append("%25"),
                '\r' => escaped.Append("%0D"),
                '\n' => escaped.Append("%0A"),
                ':' when isProperty => escaped.Append("%3A"),
                ',' when isProperty => escaped.Append("%2C"),
                _ => escaped.Append(character),
            };
        }

        return escaped.ToString();
    }
}
