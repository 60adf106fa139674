using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Languages;

/// <summary>What stands directly before the final answer in a sentence, as the files of <c>src/Languages</c> say for each
/// language.</summary>
internal static class AnswerPhrases
{
    private const string Folder = "languages/";

    /// <summary>The phrases of all languages.</summary>
    public static ImmutableArray<string> All { get; } = [.. Read().Distinct(StringComparer.Ordinal)];

    /// <summary>A pattern of all phrases, with the colon that may follow.</summary>
    public static string Pattern { get; } = $@"(?:{string.Join('|', All.Select(OfPhrase))})\**\s*[:：]?";

    private static IEnumerable<string> Read()
    {
        var assembly = typeof(AnswerPhrases).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var file = JsonDocument.Parse(stream);
            foreach (var phrase in file.RootElement.GetProperty("answers").GetProperty("announcements").EnumerateArray())
                yield return phrase.GetString()!;
        }
    }

    // Words end where letters do, but for scripts that write them without blanks between.
    private static string OfPhrase(string phrase)
    {
        var words = string.Join(@"\s+", phrase.Split(' ').Select(Regex.Escape));
        return (IsSpaced(phrase[0]) ? @"\b" : string.Empty) + words + (IsSpaced(phrase[^1]) ? @"\b" : string.Empty);
    }

    private static bool IsSpaced(char letter) => char.IsLetter(letter) && letter < '\u0590';
}
