using System.Text.RegularExpressions;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>A problem that does nothing but want one equation or inequality solved, over the real numbers.</summary>
internal static partial class BareTask
{
    private const int Longest = 200;

    /// <summary>The relation that is to be solved; null where the problem says anything else that may restrict its solutions.</summary>
    public static Statement? Of(StepAnalysis problem)
    {
        if (problem.Plain.Length > Longest || problem.Statements is not [{ Chain.Signs.Length: 1 } only] || problem.Lexicon.HasUnknown)
            return null;
        var (start, end) = (only.Chain.Start, only.Chain.End);
        var around = $"{problem.Plain[..start]} {problem.Plain[end..]}".ToLowerInvariant();
        return Word().IsMatch(problem.Lexicon.Without(PhraseRole.BareTask, Label().Replace(around, " "))) ? null : only;
    }

    // "Exercise 3.", "(b)"
    [GeneratedRegex(@"^\W*\p{L}*\s*\(?[0-9a-z]{1,2}[.):]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex(@"\p{L}{2,}|\p{Nd}|[\u2E80-\u9FFF\uAC00-\uD7AF<>≤≥≠∈|]",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
