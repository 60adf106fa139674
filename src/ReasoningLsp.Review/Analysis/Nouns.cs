using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Review.Analysis;

/// <summary>What a number counts: the word after it, or the currency before it.</summary>
internal static class Nouns
{
    private static readonly FrozenSet<string> s_fillers =
        new[] { "more", "less", "fewer", "total", "additional", "extra", "other", "different", "full", "whole", "new" }.ToFrozenSet(
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The noun in the singular, lower case; empty where none stands there.</summary>
    public static string Of(ImmutableArray<Token> tokens, int index)
    {
        if (index > 0 && tokens[index - 1].Kind == TokenKind.Currency)
            return "$";
        if (index + 1 >= tokens.Length)
            return string.Empty;
        if (tokens[index + 1].Kind == TokenKind.Percent)
            return "%";
        var at = index + 1;
        while (at < tokens.Length && tokens[at].Kind == TokenKind.Word && s_fillers.Contains(tokens[at].Text))
            at++;
        return at < tokens.Length && tokens[at].Kind == TokenKind.Word ? Singular(tokens[at].Text.ToLowerInvariant()) : string.Empty;
    }

    private static string Singular(string word) => word switch
    {
        "dollar" or "dollars" => "$",
        "percent" => "%",
        "is" or "was" or "are" or "were" or "of" or "in" or "and" or "because" or "since" or "so" or "for" or "to" or "from" or "on"
            or "at" or "by" or "x" or "times" or "each" or "per" => string.Empty,
        _ when word.Length > 3 && word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.Length > 4 && (word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("sses", StringComparison.Ordinal)) => word[..^2],
        _ when word.Length > 2 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };
}
