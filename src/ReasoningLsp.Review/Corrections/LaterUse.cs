using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Which of two values the rest of a solution goes on with.</summary>
internal static partial class LaterUse
{
    /// <summary>
    /// Whether what follows the edit holds the new value and never the old one, so that the false value was a slip of the
    /// pen that nothing builds on. Where neither occurs nothing is known, except at the very end.
    /// </summary>
    public static bool IsOfTheRightValue(Trace trace, TextEdit edit, int step)
    {
        if (ReviewedSpan.Of(trace.Steps[step].Text, edit.Span) is not { } span || Value(edit.NewText) is not { } right || Value(trace.Steps[step].Text.Text.Substring(span.Start, span.Length)) is not { } wrong)
            return false;
        var rest = trace.Steps.Skip(step + 1).Select(each => each.Text.Text).Prepend(trace.Steps[step].Text.Text[span.End..]).Append(trace.FinalAnswer?.Text ?? string.Empty);
        var numbers = rest.SelectMany(text => Number().Matches(text).Select(match => Value(match.Value))).OfType<Rational>().ToList();
        return !numbers.Contains(wrong) && (numbers.Count == 0 || numbers.Contains(right));
    }

    private static Rational? Value(string text) => Rational.TryParseDecimal(text.Replace(",", string.Empty, StringComparison.Ordinal).Trim('$', ' ', '%'), out var value) ? value : null;

    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
