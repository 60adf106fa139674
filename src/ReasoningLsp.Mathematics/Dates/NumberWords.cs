using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Dates;

/// <summary>Small whole numbers in English words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Values = new Dictionary<string, int>
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words, those that others begin with among them.</summary>
    public static IEnumerable<string> All => Values.Dictionary.Keys;

    /// <summary>"seven", "forty-five": up to ninety-nine.</summary>
    public static bool TryTake(ref TextScanner scanner, out int value)
    {
        var word = scanner.PeekWord();
        if (!Values.TryGetValue(word, out value))
            return false;
        scanner.Position += word.Length;
        if (value < 20)
            return true;
        var start = scanner.Position;
        if ((scanner.Take("-") || scanner.SkipBlanks()) && Values.TryGetValue(scanner.PeekWord(), out var ones) && ones is >= 1 and <= 9)
        {
            scanner.Position += scanner.PeekWord().Length;
            value += ones;
        }
        else
        {
            scanner.Position = start;
        }

        return true;
    }
}
