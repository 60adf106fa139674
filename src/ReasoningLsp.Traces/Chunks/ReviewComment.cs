using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>Reads comments that switch rules off.</summary>
internal static class ReviewComment
{
    private static readonly (string Word, SuppressionScope Scope)[] Words =
    [
        ("reasoning-disable-file", SuppressionScope.File),
        ("reasoning-disable-next-step", SuppressionScope.NextStep),
        ("reasoning-disable-step", SuppressionScope.Step),
    ];

    /// <summary>What <paramref name="comment"/>, without its delimiters, asks for; null where it does not address the review.</summary>
    public static ChunkComment? Read(ReadOnlySpan<char> comment, TextSpan span)
    {
        var text = comment.Trim();
        foreach (var (word, scope) in Words)
        {
            if (!text.StartsWith(word, StringComparison.Ordinal) || (text.Length > word.Length && !char.IsWhiteSpace(text[word.Length])))
                continue;
            return new ChunkComment(scope, Rules(text[word.Length..]), span);
        }

        return null;
    }

    private static ImmutableArray<string> Rules(ReadOnlySpan<char> text)
    {
        var rules = ImmutableArray.CreateBuilder<string>();
        foreach (var range in text.SplitAny(" ,\t\r\n"))
        {
            var word = text[range];
            if (word.StartsWith("--", StringComparison.Ordinal))
                break; // the reason, as in "RR101 -- quoted on purpose"
            if (word.Length is > 2 and < 12 && word.StartsWith("RR", StringComparison.Ordinal)
                && !word[2..].ContainsAnyExceptInRange('0', '9'))
                rules.Add(word.ToString());
        }

        return rules.ToImmutable();
    }
}
