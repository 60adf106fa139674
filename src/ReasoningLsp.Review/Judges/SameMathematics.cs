using System.Globalization;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Judges;

/// <summary>Whether two texts in different languages say the same in numbers and signs: the same numbers, and the same calculations, in
/// any order.</summary>
internal static partial class SameMathematics
{
    /// <summary>Whether both hold the same numbers, each as often and written alike, and the same relations and calculations.</summary>
    public static bool In(string text, string other) => Of(text).SequenceEqual(Of(other), StringComparer.Ordinal);

    private static IEnumerable<string> Of(string text) => Numbers().Matches(text).Select(match => match.Value)
        .Concat(Calculations().Matches(text).Select(match => Bare().Replace(match.Value, string.Empty)).Where(IsMore))
        .Order(StringComparer.Ordinal);

    // A sign alone may be a dash, one beside a word a hyphen.
    private static bool IsMore(string run) => run.Length > 1 && Signs().IsMatch(run)
        && run.Any(each => char.IsDigit(each) || char.IsLetter(each) || char.GetUnicodeCategory(each) == UnicodeCategory.MathSymbol);

    [GeneratedRegex(@"\d+(?:(?:[.,\u066b\u066c\u00a0\u202f']|\{,\})\d+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    // Letters belong to it where a sign stands beside them, commands of TeX with their name.
    [GeneratedRegex(@"(?:[\s$()\[\]{}&|%_^,.;:\u066b\u066c']*(?:\d|[-−+*/×÷·⋅=<>≤≥≠≈±√]|\\[a-zA-Z]+"
        + @"|(?<![\p{L}'’])[a-zA-Z](?=\s?[-−+*/×÷·⋅=<>≤≥≠≈^_(])"
        + @"|(?<=[-−+*/×÷·⋅=<>≤≥≠≈^_({\d]\s?)[a-zA-Z](?![\p{L}'’])))+[)\]}]*", RegexOptions.CultureInvariant)]
    private static partial Regex Calculations();

    [GeneratedRegex(@"^[\s$.,;:]+|[\s$]+|[.,;:]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex(@"[-−+*/×÷·⋅=<>≤≥≠≈±√^]|\\[a-zA-Z]+", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();
}
