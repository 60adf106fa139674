using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Languages;

/// <summary>Regular expressions of words: whole words where the script parts words by blanks, anywhere in others.</summary>
internal static class WordPattern
{
    /// <summary>One of the phrases, each a whole word where words are parted by blanks.</summary>
    public static string AnyOf(IEnumerable<string> phrases) => $"(?:{string.Join('|', phrases.Select(OfPhrase))})";

    /// <summary>One of the phrases, whatever stands beside it.</summary>
    public static string Bare(IEnumerable<string> phrases) => $"(?:{string.Join('|', phrases.Select(Escape))})";

    /// <summary>Whether the script of the phrase parts words by blanks.</summary>
    public static bool IsSpaced(string phrase) => phrase[0] < '\u2e80';

    private static string Escape(string phrase) => string.Join(@"\s+", phrase.Split(' ').Select(Regex.Escape));

    private static string OfPhrase(string phrase) =>
        (Ends(phrase[0]) ? @"\b" : string.Empty) + Escape(phrase) + (Ends(phrase[^1]) ? @"\b" : string.Empty);

    // Words end where letters do, but for scripts that write them without blanks between, or with marks.
    private static bool Ends(char letter) => char.IsLetter(letter) && letter < '\u0590';
}
