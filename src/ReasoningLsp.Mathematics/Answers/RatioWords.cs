using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds ratios in words: <c>2 to 1</c>, <c>two to one</c>, <c>3比2</c>.</summary>
internal static class RatioWords
{
    private static readonly LinearRegex s_ratio = new(
        @"^(?<left>[^:,;=<>]{1,30}?)(?:\s+(?:to|zu|contre)\s+|\s*比\s*|\s+对\s+)(?<right>[^:,;=<>]{1,30})$");

    /// <summary>The two terms; null where the text is no ratio of numbers.</summary>
    public static (string Left, string Right)? Split(string text) =>
        s_ratio.Match(AnswerNotation.Words(text)) is { Success: true } match && IsNumber(match.Groups["left"].Value)
        && IsNumber(match.Groups["right"].Value)
            ? (match.Groups["left"].Value, match.Groups["right"].Value)
            : null;

    private static bool IsNumber(string text) =>
        ValueReader.Closed(text) is not null
        || (NumberPhrase.Split(text) is { } words && NumberPhrase.Prefix(words)?.Count == words.Length);
}
