using System.Globalization;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>A problem as a line of standard error.</summary>
internal static class ProblemText
{
    /// <summary>Such as <c>a.trace.jsonl:17:5: not read: …</c>.</summary>
    public static string Of(InputProblem problem)
    {
        var place = problem.Place is { } at ? string.Create(CultureInfo.InvariantCulture, $":{at.Line + 1}:{at.Character + 1}")
            : string.Empty;
        return VisibleText.Of($"{problem.File}{place}: {problem.Message}");
    }
}
