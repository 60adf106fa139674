using System.Buffers;
using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>The units people write in word problems and science, by every name they give them.</summary>
public static class UnitTable
{
    private static readonly FrozenDictionary<string, Unit[]> Exact = Index(StringComparer.Ordinal);

    // "Miles", "KM", "LBS": where the capitals leave no doubt. Symbols of one letter never get here.
    private static readonly FrozenDictionary<string, Unit[]> AnyCase = Index(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OrdinaryWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "in", "in.", "as", "au", "are", "ares", "bar", "bars", "bit", "bits", "buck", "bucks", "carat", "chain", "chains", "cup", "cups",
        "deg", "degree", "degrees", "dia", "dias", "foot", "gross", "hand", "hands", "league", "leagues", "min", "minute", "mole", "moles",
        "mi", "mes", "mo", "mu", "once", "pair", "pairs", "par", "pares", "pie", "pies", "par", "peck", "pint", "point", "pound", "pounds",
        "quarter", "quarters", "rod", "rods", "score", "second", "seconds", "st", "stone", "stones", "tag", "tage", "ton", "yard", "yards",
        "nickel", "penny", "dime", "grad", "ans", "cal", "gal", "grains", "livre", "livres", "ct", "pt", "ac", "ha", "quid", "rev", "sec");

    private static readonly int MaxNameLength = Exact.Keys.Max(name => name.Length);
    private static readonly SearchValues<char> FirstLetters = Letters(name => name[..1]);
    private static readonly SearchValues<char> AllLetters = Letters(name => name);

    /// <summary>Every unit, each once.</summary>
    public static IReadOnlyList<Unit> All { get; } = [.. Exact.Values.SelectMany(units => units).Distinct()
        .OrderBy(unit => unit.Name, StringComparer.Ordinal)];

    /// <summary>
    /// The unit of a name or symbol (<c>mph</c>, <c>nautical miles</c>, <c>公里</c>). Of several meanings the one most
    /// common in problems: pounds weigh, ounces weigh, cents are of a dollar; see <see cref="Readings"/>.
    /// </summary>
    public static bool TryFind(ReadOnlySpan<char> word, out Unit unit)
    {
        var readings = Find(word);
        unit = readings.Length > 0 ? readings[0] : null!;
        return readings.Length > 0;
    }

    /// <summary>Every meaning of a name, the most common first; empty if it is no unit.</summary>
    public static IReadOnlyList<Unit> Readings(ReadOnlySpan<char> word) => Find(word);

    /// <summary>
    /// Whether a name is also an everyday word or variable ("in", "second", "h"), so that it is a unit only where a
    /// number stands before it.
    /// </summary>
    public static bool IsAlsoOrdinaryWord(ReadOnlySpan<char> word) =>
        word.Length == 1 ? char.IsAsciiLetter(word[0]) : OrdinaryWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    // "apples" begins no name, so that "apples of the" needs not be looked up with one word less each time.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstWords =
        Exact.Keys.Select(name => FirstWord(name).ToString()).ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How much of the beginning of a text can be a name at most: most numbers are followed by none.</summary>
    internal static int LongestCandidate(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || !FirstLetters.Contains(text[0]) || !FirstWords.Contains(FirstWord(text)))
            return 0;
        var candidate = text[..Math.Min(text.Length, MaxNameLength)];
        var other = candidate.IndexOfAnyExcept(AllLetters);
        return other < 0 ? candidate.Length : other;
    }

    internal static Unit[] Find(ReadOnlySpan<char> word)
    {
        if (word.Length == 0 || word.Length > MaxNameLength)
            return [];
        if (Exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var units))
            return units;
        return word.Length > 1 && AnyCase.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out units) ? units : [];
    }

    // The letters at its beginning, of a script that parts words by blanks; none where a sign or another script begins it.
    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end <= MaxNameLength && char.IsLetter(text[end]) && text[end] < UnitParser.FirstUnspaced)
            end++;
        return text[..end];
    }

    private static SearchValues<char> Letters(Func<string, string> part) =>
        SearchValues.Create([.. Exact.Keys.SelectMany(part).SelectMany(c => new[] { c, char.ToLowerInvariant(c), char.ToUpperInvariant(c) })
        .Distinct()]);

    private static FrozenDictionary<string, Unit[]> Index(StringComparer comparer) => UnitCatalogReader.Read()
        .GroupBy(entry => entry.Alias, comparer)
        .Where(group => group.Key.Length > 3 || AreTheSame(group))
        .ToFrozenDictionary(
            group => group.Key,
            group => group.Select(entry => entry.Unit).DistinctBy(unit => unit.Name).ToArray(),
            comparer);

    // mW and MW, Mb and MB: short symbols whose capitals tell them apart are found as written only.
    private static bool AreTheSame(IEnumerable<(string Alias, Unit Unit)> entries) => entries
        .GroupBy(entry => entry.Alias, entry => (entry.Unit.Dimension, entry.Unit.Factor), StringComparer.Ordinal)
        .Select(spelling => spelling.ToHashSet())
        .Aggregate((first, next) => first.SetEquals(next) ? first : [])
        .Count > 0;
}
