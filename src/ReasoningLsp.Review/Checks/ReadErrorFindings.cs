using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>What could not be read, as findings of RR002, so that it is seen where everything else is.</summary>
internal static class ReadErrorFindings
{
    /// <summary>One finding for each of <paramref name="errors"/>; none where the rule is off.</summary>
    public static IEnumerable<Finding> Of(Trace trace, IEnumerable<ReadError> errors, ReviewOptions options)
    {
        if (options.SeverityOf(RuleCatalog.Unreadable) is not { } severity)
            return [];
        return errors.Select(error => new Finding(
            RuleCatalog.Unreadable, severity, StepAt(trace, error.Span), error.Message, error.Span, Evidence.Of(("code", error.Code)), [],
            []));
    }

    private static int? StepAt(Trace trace, TextSpan span) =>
        trace.Steps.FirstOrDefault(
        step => step.Span.Start <= span.Start && span.Start < Math.Max(step.Span.End, step.Span.Start + 1))?.Index;
}
