using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>Findings for a person: place, message, the source with the offending part marked, the evidence, and honest counts.</summary>
internal sealed class TextReporter(TextWriter output, bool colour, int width) : IReviewReporter
{
    private readonly Palette _palette = new(colour);

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Add(ReviewedTrace trace)
    {
        foreach (var finding in trace.Review.Findings)
            Write(trace, finding);
        if (trace.Review.Scores is { } scores && (!scores.Steps.IsEmpty || scores.Whole is not null))
            ScoreBars.Write(output, _palette, trace, scores);
        if (trace.Review.Backward is { } backward)
        {
            var line = trace.Source.PositionOf(trace.Review.Trace.Span.Start).Line + 1;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{_palette.Bold(VisibleText.Of($"{trace.Source.File}:{line}"))}: backward score "
                    + $"{VisibleText.Of(BackwardText.Of(backward))}"));
            output.WriteLine();
        }

        if (trace.Review.Checklist is { } checklist)
            ChecklistTable.Write(output, _palette, trace, checklist);
        PeopleLines.Write(output, _palette, trace);
        if (trace.Explanation is { } explanation)
            ExplanationText.Write(output, _palette, trace, explanation);
        if (trace.Explanation is not null || trace.Review.Findings.Length > 0 || trace.Review.Scores is not null
            || trace.Review.Backward is not null || trace.Review.Checklist is not null || !trace.Review.People.IsEmpty)
            output.Flush();
    }

    /// <inheritdoc/>
    public void End(ReviewSummary summary, ImmutableArray<InputProblem> problems, int exitCode)
    {
        output.WriteLine($"{Plural.Of(summary.Traces, "trace")}, {Plural.Of(summary.Steps, "step")}: "
            + $"{summary.Checked.ToString("N0", CultureInfo.InvariantCulture)} checked, "
            + $"{summary.NothingCheckable.ToString("N0", CultureInfo.InvariantCulture)} nothing checkable, "
            + $"{summary.Flagged.ToString("N0", CultureInfo.InvariantCulture)} flagged{summary.Others}");
        if (summary.MistakesInWords is { } mistakes)
            output.WriteLine($"mistakes with a name: {mistakes}");
        output.WriteLine(_palette.Bold(Verdict(summary)));
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Flush();

    private static string Verdict(ReviewSummary summary)
    {
        var unreadable = summary.Unreadable > 0 ? $"{Plural.Of(summary.Unreadable, "record")} could not be read; " : string.Empty;
        var findings = summary.Errors + summary.Warnings + summary.Hints;
        if (findings > 0)
            return $"{unreadable}{Plural.Of(summary.Errors, "error")}, {Plural.Of(summary.Warnings, "warning")}, "
                + $"{Plural.Of(summary.Hints, "hint")}";
        return unreadable + (summary.Checked > 0 ? "nothing wrong was found in what could be checked"
            : summary.Steps > 0 ? "nothing could be checked, so nothing is known to be right or wrong"
            : "nothing was reviewed");
    }

    private void Write(ReviewedTrace trace, Finding finding)
    {
        var start = trace.Source.PositionOf(finding.Span.Start);
        var place = string.Create(CultureInfo.InvariantCulture,
            $"{VisibleText.Of(trace.Source.File)}:{start.Line + 1}:{start.Character + 1}");
        var severity = _palette.Severity(finding.Severity, SeverityNames.NameOf(finding.Severity));
        output.WriteLine($"{_palette.Bold(place)}: {severity}: {VisibleText.Of(finding.Message)} {_palette.Dim($"[{finding.Rule.Id}]")}");
        WriteExcerpt(trace, finding);
        var pad = finding.Evidence.Items.Select(item => DisplayWidth.Of(VisibleText.Of(item.Key))).DefaultIfEmpty(0).Max();
        foreach (var (name, value) in finding.Evidence.Items)
        {
            var shown = VisibleText.Of(name);
            output.WriteLine($"       {_palette.Dim(shown)}{new string(' ', pad - DisplayWidth.Of(shown))}  {VisibleText.Of(value)}");
        }

        foreach (var related in finding.Related)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"       {_palette.Dim("see")} line {trace.Source.PositionOf(related.Span.Start).Line + 1}: "
                    + $"{VisibleText.Of(related.Message)}"));
        foreach (var fix in finding.Fixes)
            output.WriteLine($"       {_palette.Dim(fix.Kind == FixKind.Exact ? "--fix" : "--fix=propagate")} {VisibleText.Of(fix.Title)}");
        output.WriteLine();
    }

    private void WriteExcerpt(ReviewedTrace trace, Finding finding)
    {
        var (source, span, step) = Readable(trace, finding);
        foreach (var line in Excerpt.Of(source, span, Math.Max(40, width - 9)))
        {
            var gutter = step is { } index
                ? string.Create(CultureInfo.InvariantCulture, $"step {index + 1}")
                : (line.Line + 1).ToString(CultureInfo.InvariantCulture);
            output.WriteLine($"{_palette.Dim($"{gutter,6} │")} {line.Text}");
            output.WriteLine($"{_palette.Dim("       │")} "
                + $"{new string(' ', line.MarkColumn)}{_palette.Severity(finding.Severity, new string('^', line.MarkWidth))}");
        }
    }

    /// <summary>The step as it is read where the file escapes it, the file itself otherwise.</summary>
    private static (SourceText Source, TextSpan Span, int? Step) Readable(ReviewedTrace trace, Finding finding)
    {
        if (trace.Source.IsEscaped && finding.Step is { } index && index < trace.Review.Trace.Steps.Length
            && trace.Review.Trace.Steps[index] is var step && ReviewedSpan.Of(step.Text, finding.Span) is { } span)
            return (new SourceText(trace.Source.File, step.Text.Text), span, index);
        return (trace.Source, finding.Span, null);
    }
}
