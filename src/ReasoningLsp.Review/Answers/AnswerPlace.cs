using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Answers;

/// <summary>Where a stated answer stands.</summary>
internal static class AnswerPlace
{
    /// <summary>The last place of <paramref name="answer"/> in the answer section, all of that where it is not found there as it is
    /// written, in the original file; null where the trace has none.</summary>
    public static TextSpan? OfSection(Trace trace, string answer)
    {
        if (trace.FinalAnswer is not { Text.Length: > 0 } section)
            return null;
        return section.ToOriginal(In(section.Text, answer) ?? Trimmed(section.Text));
    }

    /// <summary>The last place of <paramref name="answer"/> in a text, or null.</summary>
    public static TextSpan? In(string text, string answer)
    {
        var wanted = answer.Trim();
        var at = wanted.Length == 0 ? -1 : text.LastIndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(at, wanted.Length);
    }

    private static TextSpan Trimmed(string text)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        return new TextSpan(start, text.AsSpan(start).TrimEnd().Length);
    }
}
