using System.Globalization;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR503: a checklist that is named cannot be found or read.</summary>
internal static class ChecklistNotReadCheck
{
    public static Rule Rule => RuleCatalog.ChecklistNotRead;

    public static IEnumerable<Finding> Of(TraceReview review, ChecklistReview checklist, ReviewOptions options) =>
        options.SeverityOf(Rule) is not { } severity ? [] : checklist.Problems.Select(problem =>
            new Finding(Rule, severity, null, problem.Message, UnmetItems.FirstLine(review.Trace),
                problem.Line > 0 ? Evidence.Of(("line", problem.Line.ToString(CultureInfo.InvariantCulture))) : Evidence.None, [], []));
}
