using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>A review as Markdown that an author reads and answers: findings and checklist, with their evidence.</summary>
public sealed class MarkdownReporter(TextWriter output) : IReviewReporter
{
    /// <inheritdoc/>
    public void Begin() => output.WriteLine("# Review\n");

    /// <inheritdoc/>
    public void Add(ReviewedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var review = trace.Review;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"## {Line(trace.Source.File)}:{trace.Source.PositionOf(review.Trace.Span.Start).Line + 1}"
                + $"{(review.Trace.Id is { } id ? $" {Line(id)}" : string.Empty)}\n"));
        if (trace.Unread is { } error)
            output.WriteLine($"Not read: {Line(error)}\n");
        foreach (var failure in review.Failures)
            output.WriteLine($"Incomplete: {Line(failure.Message)}\n");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{review.Steps.Length} steps: {review.Count(StepState.Checked)} checked, {review.Count(StepState.NothingCheckable)} "
                + $"nothing checkable, {review.Count(StepState.Flagged)} flagged{Others(review)}.\n"));
        foreach (var finding in review.Findings)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"- **{SeverityNames.NameOf(finding.Severity)}**, line {trace.Source.PositionOf(finding.Span.Start).Line + 1}"
                    + $"{(finding.Step is { } step ? $", step {step + 1}" : string.Empty)}: {Line(finding.Message)} ({finding.Rule.Id})"));
            foreach (var (name, value) in finding.Evidence.Items)
                output.WriteLine($"  - {Line(name)}: {Line(value)}");
            foreach (var fix in finding.Fixes)
                output.WriteLine($"  - fix: {Line(fix.Title)}");
        }

        if (!review.Findings.IsEmpty)
            output.WriteLine();
        Write(review);
        if (review.Checklist is { } checklist)
            Write(trace.Source, checklist);
        output.Flush();
    }

    /// <inheritdoc/>
    public void End(ReviewSummary summary, ImmutableArray<InputProblem> problems, int exitCode)
    {
        ArgumentNullException.ThrowIfNull(summary);
        foreach (var problem in problems)
            output.WriteLine($"{problem.Label}: {Line(problem.File)}: {Line(problem.Message)}\n");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Solutions: {summary.Traces}; steps: {summary.Steps}; errors: {summary.Errors}; warnings: {summary.Warnings}; hints: "
                + $"{summary.Hints}. What could not be checked may still be wrong."));
        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => output.Flush();

    private void Write(SourceText source, ChecklistReview checklist)
    {
        output.WriteLine($"### Checklist {Line(checklist.Name)}: {VerdictText.PassRate(checklist)}\n");
        foreach (var verdict in checklist.Verdicts)
        {
            // A box is ticked for yes alone.
            output.WriteLine($"- [{(verdict.Answer == ItemAnswer.Yes ? 'x' : ' ')}] {Line(verdict.Item.Question)} "
                + $"**{VerdictText.Of(verdict.Answer)}**");
            var place = verdict.Span is { } span
                ? string.Create(CultureInfo.InvariantCulture, $" (line {source.PositionOf(span.Start).Line + 1})") : string.Empty;
            output.WriteLine($"  - {(verdict.Evidence.Length > 0 ? Line(verdict.Evidence) + place + " " : string.Empty)}"
                + $"{Line(HtmlChecklist.By(verdict))}");
        }

        output.WriteLine();
    }

    private void Write(TraceReview review)
    {
        if (review.People.IsEmpty)
            return;
        if (review.People.Mark is { } mark)
            output.WriteLine($"- {Line(PeopleText.Of(mark))}");
        foreach (var note in review.People.Notes)
            output.WriteLine($"- {Place(note.Step)}{Line(PeopleText.Of(note))}");
        foreach (var word in review.People.Findings)
            output.WriteLine($"- {Place(word.Step)}{(word.Rule.Length == 0 ? string.Empty : $"{word.Rule} ")}{Line(PeopleText.Of(word))}");
        output.WriteLine();
    }

    private static string Place(int? step) =>
        step is { } index ? string.Create(CultureInfo.InvariantCulture, $"step {index + 1}: ") : string.Empty;

    private static string Others(TraceReview review) => string.Concat(
        new[] { StepState.Doubted, StepState.Dismissed, StepState.Silenced }.Where(state => review.Count(state) > 0)
            .Select(state => string.Create(CultureInfo.InvariantCulture, $", {review.Count(state)} {StateNames.NameOf(state)}")));

    // One line that is text and nothing else: no markup of the reviewed file takes effect in the report.
    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length + 8);
        foreach (var character in UnicodeText.WellFormed(text.ReplaceLineEndings(" ")))
        {
            if (character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' or '$' or '!' or '&')
                line.Append('\\');
            line.Append(VisibleText.Of(character));
        }

        return line.ToString();
    }
}
