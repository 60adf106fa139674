using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Tests.Support;

/// <summary>
/// Checks sums of two whole numbers and nothing else, so that tests of the command line know exactly what is found
/// and do not change with the checks.
/// </summary>
internal sealed partial class SumReviewer(ReviewOptions options) : IExactReviewer
{
    public static IExactReviewer Create(ReviewOptions options) => new SumReviewer(options);

    public TraceReview Update(TraceReview previous, Trace trace, CancellationToken cancellationToken) => Review(trace, cancellationToken);

    public TraceReview Review(Trace trace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var steps = trace.Steps.Select(step => Review(step, options, findings)).ToImmutableArray();
        return new TraceReview(trace, steps, findings.ToImmutable());
    }

    private static StepReview Review(Step step, ReviewOptions options, ImmutableArray<Finding>.Builder findings)
    {
        var relations = ImmutableArray.CreateBuilder<RelationOutcome>();
        var flagged = false;
        foreach (Match match in Sum().Matches(step.Text.Text))
        {
            var sum = Number(match.Groups[1]) + Number(match.Groups[2]);
            var holds = sum == Number(match.Groups[3]);
            var span = step.Text.ToOriginal(new TextSpan(match.Index, match.Length));
            relations.Add(new RelationOutcome(span, holds ? RelationVerdict.Proven : RelationVerdict.Refuted, true,
                $"{match.Groups[1].Value} + {match.Groups[2].Value} = {sum}"));
            if (holds || options.SeverityOf(RuleCatalog.FalseEquality) is not { } severity)
                continue;
            flagged |= severity is Severity.Error or Severity.Warning;
            var value = step.Text.ToOriginal(new TextSpan(match.Groups[3].Index, match.Groups[3].Length));
            findings.Add(new Finding(
                RuleCatalog.FalseEquality, severity, step.Index,
                $"{match.Groups[1].Value} + {match.Groups[2].Value} = {sum}, not {match.Groups[3].Value}", span,
                Evidence.Of(("left", $"{match.Groups[1].Value} + {match.Groups[2].Value} = {sum}"), ("right", match.Groups[3].Value)),
                [new Fix($"Replace {match.Groups[3].Value} by {sum}", FixKind.Exact,
                [new TextEdit(value, sum.ToString(CultureInfo.InvariantCulture))])], []));
        }

        var state = flagged ? StepState.Flagged : relations.Count > 0 ? StepState.Checked : StepState.NothingCheckable;
        return new StepReview(step.Index, state, relations.ToImmutable());
    }

    // In the digits of every script.
    private static int Number(Group digits) => digits.Value.Aggregate(0, (value, digit) =>
        (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit));

    [GeneratedRegex(@"(\d{1,8}) \+ (\d{1,8}) = (\d{1,8})")]
    private static partial Regex Sum();
}
