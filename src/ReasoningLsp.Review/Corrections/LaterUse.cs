using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Which values the rest of a solution goes on with.</summary>
internal static class LaterUse
{
    private const int MostWords = 6;
    private static readonly Rational s_fingers = 12;

    /// <summary>
    /// Whether what follows the edit holds the new value and never the old one, so that the false value was a slip of the
    /// pen that nothing builds on. Where neither occurs nothing is known, except at the very end.
    /// </summary>
    public static bool IsOfTheRightValue(Trace trace, TextEdit edit, int step)
    {
        var text = trace.Steps[step].Text;
        if (ReviewedSpan.Of(text, edit.Span) is not { } span)
            return false;
        if (Value(edit.NewText) is not { } right || Value(text.Text.Substring(span.Start, span.Length)) is not { } wrong)
            return false;
        var numbers = Values(text.Text[span.End..]).Concat(After(trace, step)).ToList();
        return !numbers.Contains(wrong) && (numbers.Count == 0 || numbers.Contains(right));
    }

    /// <summary>The false value in words, where what follows the edit says it so; null where it does not. What is counted on the fingers is
    /// said of anything.</summary>
    public static string? InWords(Trace trace, TextEdit edit, int step)
    {
        var text = trace.Steps[step].Text;
        if (ReviewedSpan.Of(text, edit.Span) is not { } span || Value(text.Text.Substring(span.Start, span.Length)) is not { } wrong
            || wrong <= s_fingers)
            return null;
        foreach (var later in trace.Steps.Skip(step + 1).Select(each => each.Text.Text).Append(trace.FinalAnswer?.Text ?? string.Empty)
            .Prepend(text.Text[span.End..]))
        {
            var words = s_word.Matches(later).Select(match => match.Value.ToLowerInvariant()).ToArray();
            for (var at = 0; at < words.Length; at++)
            {
                if (NumberPhrase.Prefix(words.AsSpan(at, Math.Min(MostWords, words.Length - at))) is { } said && said.Value == wrong)
                    return string.Join(' ', words.Skip(at).Take(said.Count));
            }
        }

        return null;
    }

    /// <summary>
    /// A value that only the step gave as it was, that what follows uses, and that <paramref name="written"/> does not give any
    /// more; null where there is none.
    /// </summary>
    /// <param name="trace">The trace as it is.</param>
    /// <param name="now">The trace with the step written anew.</param>
    /// <param name="step">Index of the step.</param>
    /// <param name="written">What the step says then.</param>
    public static string? Lost(Trace trace, Trace now, int step, string written)
    {
        var given = trace.Steps.Take(step).Select(each => each.Text.Text).Prepend(trace.Problem?.Text ?? string.Empty).Append(written);
        var known = given.SelectMany(Values).ToHashSet();
        var later = After(now, step).ToHashSet();
        return s_number.Matches(trace.Steps[step].Text.Text).Select(match => match.Value)
            .FirstOrDefault(text => Value(text) is { } value && later.Contains(value) && !known.Contains(value));
    }

    /// <summary>Whether what follows the step goes on with <paramref name="result"/>; a last step is what everything comes to.</summary>
    public static bool GoesOnWith(Trace trace, int step, string result) =>
        step == trace.Steps.Length - 1 || (Values(result).LastOrDefault() is { } value && After(trace, step).Contains(value));

    private static IEnumerable<Rational> After(Trace trace, int step) =>
        trace.Steps.Skip(step + 1).Select(each => each.Text.Text).Append(trace.FinalAnswer?.Text ?? string.Empty).SelectMany(Values);

    private static IEnumerable<Rational> Values(string text) =>
        s_number.Matches(text).Select(match => Value(match.Value)).OfType<Rational>();

    private static Rational? Value(string text)
    {
        var digits = text.Replace(",", string.Empty, StringComparison.Ordinal).Trim('$', ' ', '%');
        return Rational.TryParseDecimal(digits, out var value) ? value : null;
    }

    private static readonly LinearRegex s_word = new(@"\p{L}+");

    private static readonly LinearRegex s_number = new(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?");
}
