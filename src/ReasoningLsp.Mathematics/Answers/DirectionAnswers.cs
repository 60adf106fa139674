using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Reads directions of the compass: <c>30° north of east</c>, <c>N 30° E</c>, <c>5 m to the west</c>.</summary>
internal static class DirectionAnswers
{
    private const int Longest = 60;
    private const string Letters = "NESW";

    private static readonly ImmutableArray<ImmutableArray<string>> s_points =
    [
        .. Enumerable.Range(0, 4).Select(point => LanguageFile.All.Select(language => language.Texts("answers", "directions").ToArray())
            .Where(four => four.Length == 4).SelectMany(four => four[point]!.Split('|')).ToImmutableArray()),
    ];

    private static readonly string s_word =
        $"(?:(?i:{WordPattern.AnyOf(s_points.SelectMany(words => words).OrderByDescending(word => word.Length))})|[NESW])";

    private static readonly string s_filler =
        $@"(?:(?i:{WordPattern.AnyOf(LanguageFile.AllTexts("answers", "directionFillers"))})['’\s]+)";

    private static readonly string s_angle = @"(?<angle>[0-9]+(?:[.,][0-9]+)?)\s*(?:°|(?i:"
        + WordPattern.AnyOf(LanguageFile.AllTexts("units", "degree").Where(word => word.Any(char.IsLetter))) + "))";

    private static readonly LinearRegex s_from = new(
        $@"^{s_angle}\s*{s_filler}*(?<toward>{s_word})\s+{s_filler}+(?<from>{s_word})$");

    private static readonly LinearRegex s_between = new($@"^(?<from>{s_word})\s*{s_angle}\s*(?<toward>{s_word})$");

    private static readonly LinearRegex s_ending = new($@"^(?<size>.*?[\w°²³)}}])\s+{s_filler}*(?<from>{s_word})$");

    /// <summary>Whether both say a direction; then <paramref name="same"/> is whether they say the same one, null where that is not known,
    /// and <paramref name="sizes"/> what stands before it, to be compared where the directions are the same.</summary>
    public static bool AreDirections(string gold, string pred, out bool? same, out (string Gold, string Pred)? sizes)
    {
        (same, sizes) = (null, null);
        if (gold.Length > Longest || pred.Length > Longest)
            return false;
        if (Bearing(gold) is { } one && Bearing(pred) is { } other)
        {
            // Angles that were rounded may be the same.
            same = one == other ? true : Rational.Abs(one - other) > Rational.One ? false : null;
            return true;
        }

        if (Ending(gold) is not var (size, point) || Ending(pred) is not var (its, way))
            return false;
        // Five metres to the east are minus five to the west.
        same = point == way ? true
            : size.Contains('-', StringComparison.Ordinal) || its.Contains('-', StringComparison.Ordinal) ? null : false;
        sizes = point == way ? (size, its) : null;
        return true;
    }

    private static Rational? Bearing(string text)
    {
        var match = s_from.Match(text) is { Success: true } from ? from : s_between.Match(text);
        if (!match.Success || Point(match.Groups["from"].Value) is not { } start || Point(match.Groups["toward"].Value) is not { } toward
            || (toward - start + 4) % 2 == 0
            || !Rational.TryParseDecimal(match.Groups["angle"].Value.Replace(',', '.'), out var angle))
            return null;
        var bearing = new Rational(start * 90, 1) + ((toward - start + 4) % 4 == 1 ? angle : -angle);
        return bearing.Sign < 0 ? bearing + 360 : bearing;
    }

    private static (string Size, int Point)? Ending(string text) =>
        s_ending.Match(text) is { Success: true } match && Point(match.Groups["from"].Value) is { } point
        && match.Groups["size"].Value is { } size && size.Any(char.IsAsciiDigit)
        // "5 N" are newtons.
        && (match.Groups["from"].Length > 1 || char.IsLetter(size[^1])) ? (size, point) : null;

    private static int? Point(string word)
    {
        if (word.Length == 1 && Letters.IndexOf(word[0], StringComparison.Ordinal) is var letter and >= 0)
            return letter;
        for (var point = 0; point < s_points.Length; point++)
            if (s_points[point].Contains(word, StringComparer.OrdinalIgnoreCase))
                return point;
        return null;
    }
}
