using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Review.Relations;

/// <summary>Reads to how many decimal places a sentence says a value is rounded.</summary>
internal static partial class RoundingWords
{
    private static readonly string[] s_numbers = ["zero", "one", "two", "three", "four", "five", "six"];

    /// <summary>The places, 0 for a whole number; null where the sentence does not say, or says it twice.</summary>
    public static int? Places(string sentence)
    {
        var matches = s_phrase.Matches(sentence);
        if (matches is not [var match])
            return null;
        var word = match.Groups["n"].Success ? match.Groups["n"].Value : match.Groups["name"].Value;
        return word switch
        {
            "tenth" => 1,
            "hundredth" or "cent" or "penny" => 2,
            "thousandth" => 3,
            "integer" or "whole number" or "whole" => 0,
            [>= '0' and <= '9'] => word[0] - '0',
            _ when Array.IndexOf(s_numbers, word) is var at and >= 0 => at,
            _ => null,
        };
    }

    private static readonly LinearRegex s_phrase = new(
        @"\bround(?:ed|ing|s)?(?: it| this| the answer| the result)? (?:off )?to (?:(?:the )?nearest "
        + @"(?<name>tenth|hundredth|thousandth|cent|penny|integer|whole number|whole)\b|(?<n>[0-9]|one|two|three|four|five|six) "
        + @"(?:decimal place|decimal|place|digits after the decimal))");
}
