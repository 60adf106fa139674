using System.Text.RegularExpressions;

namespace ReasoningLsp.Traces.Segments;

/// <summary>Tells a text that works something out from one that states a problem or a result.</summary>
internal static partial class WorkedText
{
    private const int Longest = 20_000;
    private const int LongestValue = 200;

    // A colon between blanks divides; without them it may stand in a time or a ratio.
    private const string Operation = @"\d(?:\s*(?:[-+*/×÷·−∶]|\\(?:cdot|times|div))\s*|\s+:\s+)\(?\d";

    /// <summary>Whether <paramref name="text"/> calculates, or goes over more than a sentence; a bare value does not.</summary>
    public static bool Is(string text) => text.Length > Longest || Working().IsMatch(text);

    /// <summary>Whether <paramref name="text"/> calculates and asks nothing.</summary>
    public static bool Calculates(ReadOnlySpan<char> text) =>
        text.Length <= Longest && !text.ContainsAny('?', '？') && Calculation().IsMatch(text);

    /// <summary>Whether <paramref name="text"/> calculates with amounts or with bare numbers, and asks nothing:
    /// <c>672 × $0.35 = $235.20</c>, <c>14 m * 6 m = 84 m²</c>, <c>25% of 360 = 90</c>.</summary>
    public static bool CalculatesAmounts(ReadOnlySpan<char> text) =>
        text.Length <= Longest && !text.ContainsAny('?', '？') && (Calculation().IsMatch(text) || AmountCalculation().IsMatch(text));

    /// <summary>Whether a display works something out: it calculates, is a chain, or goes on with a row before it.</summary>
    public static bool Derives(string display) => Calculates(display)
        || (display.Length <= Longest && !display.AsSpan().ContainsAny('?', '？')
            && (display.AsSpan().Count('=') > 1 || display.AsSpan().TrimStart(" \t\r\n$&{}") is ['=', ..]));

    /// <summary>Whether <paramref name="text"/> holds an equation in a letter with a factor, a power or a sum, such as
    /// <c>3x - 2x = 7</c>.</summary>
    public static bool Solves(ReadOnlySpan<char> text) => text.Length <= Longest && EquationInLetter().IsMatch(text);

    /// <summary>Whether a display says what one letter is, in nothing but numbers: <c>$$x = \frac{19}{2}$$</c>.</summary>
    public static bool IsValueOfUnknown(ReadOnlySpan<char> display) => display.Length <= LongestValue && Value().IsMatch(display);

    [GeneratedRegex(@"^[\s$\[\\]*[A-Za-z](?:_\{?\w{1,3}\}?)?\s*=\s*"
        + @"(?:[-+±\d\s.,/(){}^*·√π]|\\(?:[dt]?frac|sqrt|cdot|times|pm|pi|left|right|[,;!]))+[\s$\]\\.]*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex(Operation + @"[^\n]*=|=[^\n]*\d[^\n]*\n|[.!?]\s+\S+\s+\S+[^\n]*[.!?]|[。！？].+[。！？]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Working();

    [GeneratedRegex(@"\d[a-z]\b[^\n=]*=|=[^\n=]*\d[a-z]\b|(?:^|\W)[a-z](?:\^|[²³]|\s*[-+−*/]\s*\d)[^\n=]*=\s*[-−]?[\da-z]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex EquationInLetter();

    [GeneratedRegex(Operation + @"[^\n]*=\s*-?[$€£]?\d",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Calculation();

    // A unit behind the number, a currency before or behind it; a share of something.
    [GeneratedRegex(@"\d\s?(?:(?:[€£¥₹]|\\?%|°|\p{L}{1,12}[²³]?)?\s*(?:[-+*/×÷·−∶]|\\(?:cdot|times|div))|\\?%\s+\p{L}{1,6})\s*"
        + @"\(?\\?[$€£¥₹]?\s?\d[^\n]*=\s*[-−]?\\?[$€£¥₹]?\s?\d",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AmountCalculation();
}
