namespace ReasoningLsp.Mathematics.Dates;

/// <summary>Small whole numbers in English words.</summary>
internal static class NumberWords
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>"seven", "forty-five": up to ninety-nine.</summary>
    public static bool TryTake(ref TextScanner scanner, out int value)
    {
        if (TakeOneOf(ref scanner, Small, out value))
            return true;
        if (!TakeOneOf(ref scanner, Tens, out value))
            return false;
        value = (value + 2) * 10;
        var start = scanner.Position;
        if ((scanner.Take("-") || scanner.SkipBlanks()) && TakeOneOf(ref scanner, Small, out var ones) && ones is >= 1 and <= 9)
            value += ones;
        else
            scanner.Position = start;
        return true;
    }

    private static bool TakeOneOf(ref TextScanner scanner, string[] words, out int index)
    {
        var word = scanner.PeekWord();
        for (index = 0; index < words.Length; index++)
        {
            if (word.Equals(words[index], StringComparison.OrdinalIgnoreCase))
            {
                scanner.Position += word.Length;
                return true;
            }
        }

        return false;
    }
}
