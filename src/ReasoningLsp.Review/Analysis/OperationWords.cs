using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Words that tell what is done to the equation before, and nothing else: "Add 6 to both sides:". One word that is not known,
/// and the line may come from elsewhere.</summary>
internal static partial class OperationWords
{
    private const int Longest = 160;

    /// <summary>Whether lower-case <paramref name="text"/> has no other words.</summary>
    public static bool AreAll(string text, Lexicon lexicon) => text.Length <= Longest && !s_mark.IsMatch(text)
        && !s_word.IsMatch(Command().Replace(lexicon.Without(PhraseRole.Operated, text), " "));

    // "Add (1) and (2)": other equations than the one before. A question states nothing. "38 – x = 32": a dash that was not read.
    private static readonly LinearRegex s_mark = new(@"[-–—−+*/]\s*$|[①-⑳?？<>≤≥≠]|(?:^|[^\p{L}])\((?:\d|i{1,3}|iv)\)");

    [GeneratedRegex(@"\\(?:[dt]?frac|sqrt|cdot|times|left|right|[,;!()\[\]])(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    private static readonly LinearRegex s_word = new(@"\p{L}[\p{L}\p{M}]+|[\u2E80-\u2FFF\u3040-\u9FFF\uAC00-\uD7AF]");
}
