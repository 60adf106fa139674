using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>What a run counted. The states of a step are counted apart and add up to all steps.</summary>
public sealed record ReviewSummary
{
    /// <summary>Nothing yet.</summary>
    public static ReviewSummary Empty { get; } = new();

    /// <summary>Traces, unreadable records included.</summary>
    public long Traces { get; init; }

    /// <summary>Traces with an error or warning.</summary>
    public long FlaggedTraces { get; init; }

    /// <summary>Records that could not be read.</summary>
    public long Unreadable { get; init; }

    /// <summary>Steps of all traces.</summary>
    public long Steps { get; init; }

    /// <summary>Steps in which something was decided and nothing was found wrong.</summary>
    public long Checked { get; init; }

    /// <summary>Steps in which nothing could be decided.</summary>
    public long NothingCheckable { get; init; }

    /// <summary>Steps with an error or warning.</summary>
    public long Flagged { get; init; }

    /// <summary>Steps that a model alone finds wrong.</summary>
    public long Doubted { get; init; }

    /// <summary>Steps of which a person called wrong what was found.</summary>
    public long Dismissed { get; init; }

    /// <summary>Steps of which a comment silences what was found, or the baseline knows it.</summary>
    public long Silenced { get; init; }

    /// <summary>Findings that are errors.</summary>
    public long Errors { get; init; }

    /// <summary>Findings that are warnings.</summary>
    public long Warnings { get; init; }

    /// <summary>Findings that are informations or hints.</summary>
    public long Hints { get; init; }

    /// <summary>How often each mistake with a name was made.</summary>
    public ImmutableSortedDictionary<string, long> Mistakes { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>The counts of the states that need not occur, each after a comma, as far as they do: <c>, 1 doubted, 2
    /// dismissed</c>.</summary>
    public string Others => string.Concat(
        new[] { (Doubted, "doubted"), (Dismissed, "dismissed"), (Silenced, "silenced") }
            .Where(count => count.Item1 > 0)
            .Select(count => string.Create(CultureInfo.InvariantCulture, $", {count.Item1:N0} {count.Item2}")));

    /// <summary>The mistakes with a name for a person, the most frequent first; null where there is none.</summary>
    public string? MistakesInWords => Mistakes.IsEmpty ? null
        : string.Join(", ", Mistakes.OrderByDescending(mistake => mistake.Value).Select(mistake => $"{mistake.Key} {mistake.Value}"));

    /// <summary>The same and one trace more.</summary>
    public ReviewSummary With(ReviewedTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var review = trace.Review;
        long CountOf(StepState state) => review.Steps.Count(step => step.State == state);
        long Severe(Severity severity) => review.Findings.Count(finding => finding.Severity == severity);
        var errors = Severe(Severity.Error);
        var warnings = Severe(Severity.Warning);
        return this with
        {
            Traces = Traces + 1,
            FlaggedTraces = FlaggedTraces + (errors + warnings > 0 ? 1 : 0),
            Unreadable = Unreadable + (trace.Unread is null ? 0 : 1),
            Steps = Steps + review.Steps.Length,
            Checked = Checked + CountOf(StepState.Checked),
            NothingCheckable = NothingCheckable + CountOf(StepState.NothingCheckable),
            Flagged = Flagged + CountOf(StepState.Flagged),
            Doubted = Doubted + CountOf(StepState.Doubted),
            Dismissed = Dismissed + CountOf(StepState.Dismissed),
            Silenced = Silenced + CountOf(StepState.Silenced),
            Errors = Errors + errors,
            Warnings = Warnings + warnings,
            Hints = Hints + review.Findings.Length - errors - warnings,
            Mistakes = review.Findings.Select(finding => finding.Evidence.Mistake).OfType<string>()
                .Aggregate(Mistakes, (counts, name) => counts.SetItem(name, counts.GetValueOrDefault(name) + 1)),
        };
    }
}
