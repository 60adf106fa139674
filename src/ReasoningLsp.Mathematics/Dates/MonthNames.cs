namespace ReasoningLsp.Mathematics.Dates;

/// <summary>The months in English; capitalised, because "may" and "march" are verbs.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    /// <summary>Every way to write one, without a stop.</summary>
    public static IEnumerable<string> All => Names.Concat(Names.Select(name => name[..3])).Append("Sept");

    public static string Full(int month) => Names[month - 1];

    /// <summary>"March", "Mar", "Mar.", "Sept." at the position.</summary>
    public static bool TryTake(ref TextScanner scanner, out int month)
    {
        var word = scanner.PeekWord();
        for (month = 1; month <= 12 && word.Length >= 3; month++)
        {
            var name = Full(month).AsSpan();
            var abbreviated = word.SequenceEqual(name[..3]) || (month == 9 && word.SequenceEqual("Sept"));
            if (!abbreviated && !word.SequenceEqual(name))
                continue;
            scanner.Position += word.Length;
            if (abbreviated && month != 5)
                scanner.Take(".");
            return true;
        }

        return false;
    }
}
