using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Looks at a text outside its brackets.</summary>
internal static class TopLevel
{
    /// <summary>The parts of <paramref name="text"/> between separators that stand outside brackets; linear.</summary>
    /// <param name="text">The text.</param>
    /// <param name="separator">Length of the separator at an offset; 0 where there is none.</param>
    public static ImmutableArray<string> Split(string text, Func<string, int, int> separator)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var change = Change(text, i);
            depth = Math.Max(0, depth + change);
            if (depth > 0 || change != 0 || separator(text, i) is not (> 0 and var length))
                continue;
            parts.Add(text[start..i]);
            start = i + length;
            i = start - 1;
        }

        parts.Add(text[start..]);
        return parts.ToImmutable();
    }

    /// <summary>Whether the bracket that opens the text closes at its end.</summary>
    public static bool IsWrapped(string text)
    {
        if (text.Length < 2 || Change(text, 0) != 1)
            return false;
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += Change(text, i);
            if (depth == 0)
                return i == text.Length - 1;
        }

        return false;
    }

    /// <summary>Whether <paramref name="word"/> stands at the offset.</summary>
    public static bool At(string text, int offset, string word) => string.CompareOrdinal(text, offset, word, 0, word.Length) == 0;

    private static int Change(string text, int i) => text[i] switch
    {
        '(' or '[' or '{' or AnswerNotation.OpenSet => 1,
        ')' or ']' or '}' or AnswerNotation.CloseSet => -1,
        '\\' when At(text, i, @"\begin") => 1,
        '\\' when At(text, i, @"\end") => -1,
        _ => 0,
    };
}
