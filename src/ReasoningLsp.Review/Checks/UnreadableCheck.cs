using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR002: a part of the file could not be read; said as a finding, so that it is seen where everything else is.</summary>
internal static class UnreadableCheck
{
    public static Rule Rule => RuleCatalog.Unreadable;

    /// <summary>One finding for each of <paramref name="errors"/>; none where the rule is off.</summary>
    public static IEnumerable<Finding> Of(Trace trace, IEnumerable<ReadError> errors, ReviewOptions options)
    {
        if (options.SeverityOf(Rule) is not { } severity)
            return [];
        return errors.Select(error => new Finding(
            Rule, severity, StepAt(trace, error.Span), error.Message, error.Span, Evidence.Of(("code", error.Code)), [],
            []));
    }

    private static int? StepAt(Trace trace, TextSpan span) =>
        trace.Steps.FirstOrDefault(
        step => step.Span.Start <= span.Start && span.Start < Math.Max(step.Span.End, step.Span.Start + 1))?.Index;
}
