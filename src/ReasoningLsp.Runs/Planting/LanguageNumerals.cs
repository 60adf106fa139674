using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Runs.Planting;

/// <summary>Writes the numbers of an English text as another language does: its decimal sign, its sign between thousands, its
/// digits.</summary>
/// <param name="language">The language.</param>
/// <param name="withOwnDigits">Whether its own digits are written, if it has some.</param>
internal sealed partial class LanguageNumerals(LanguageFile language, bool withOwnDigits)
{
    private const string EnglishGroup = ",";

    private readonly LexerOptions _style = NumberStyle.Of(language.Code);
    private readonly string? _digits = withOwnDigits ? language.Text("numbers", "digits") : null;

    /// <summary>Whether a text may be written with other digits: whose formulas have letters keep those they have everywhere.</summary>
    public static bool MayHaveOwnDigits(string text) => !BesideLetters().IsMatch(text);

    /// <summary>The text; null where one of its numbers may be something else, such as two in a list (<c>f(1,2)</c>).</summary>
    public string? Of(string text)
    {
        if (Uncertain().IsMatch(text) || text.Any(each => each > '\u007f' && char.IsDigit(each))
            || (_style.ColonDivides && Ratio().IsMatch(text)) || (_style.BlankGroups && Blank().IsMatch(text)))
            return null;
        var written = new StringBuilder();
        var from = 0;
        foreach (Match run in Runs().Matches(text))
        {
            if (Written(text, run) is not { } number)
                return null;
            written.Append(text, from, run.Index - from).Append(number);
            from = run.Index + run.Length;
        }

        return written.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>A count, such as that of a step.</summary>
    public string Of(int count) => InDigits(count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private string? Written(string text, Match run)
    {
        var number = run.Value;
        if (Integer().IsMatch(number))
            return InDigits(number);
        if (run.Index > 0 && IsName(text[run.Index - 1]))
            return null;
        var isSet = text.Contains('\\', StringComparison.Ordinal) && text.AsSpan(0, run.Index).Count('$')
            - text.AsSpan(0, run.Index).Count("\\$") is var signs && signs % 2 == 1;
        if (Decimal().IsMatch(number))
            return Point(number.StartsWith('.') ? "0" + number : number, isSet);
        // "(1,234)" may be a pair.
        if (!Grouped().IsMatch(number) || IsBracketed(text, run))
            return null;
        var plain = number.Replace("{,}", EnglishGroup, StringComparison.Ordinal).Replace(@",\!", EnglishGroup, StringComparison.Ordinal);
        return Point(plain, isSet);
    }

    // The point goes first to a place of its own, so that it is not taken for what stands between thousands.
    private string Point(string number, bool isSet)
    {
        var parts = number.Split('.');
        var whole = parts[0].Replace(EnglishGroup, Group(), StringComparison.Ordinal);
        if (parts.Length == 1)
            return InDigits(whole);
        var point = _digits is not null && language.Text("numbers", "group") is not null ? "\u066b"
            : !_style.DecimalComma ? "." : isSet ? "{,}" : ",";
        return InDigits(whole) + point + InDigits(parts[1]);
    }

    private string Group() => (_style.DecimalComma || _digits is not null ? language.Text("numbers", "group") : null) ?? EnglishGroup;

    private string InDigits(string number) => _digits is null ? number
        : string.Concat(number.Select(each => char.IsAsciiDigit(each) ? _digits[each - '0'] : each));

    private static bool IsName(char before) => char.IsLetter(before) || before is '_' or '^';

    private static bool IsBracketed(string text, Match run) => (run.Index > 0 && text[run.Index - 1] is '(' or '[' or '{')
        || (run.Index + run.Length < text.Length && text[run.Index + run.Length] is ')' or ']' or '}');

    // Drawings, tables, code and addresses, dates, and clocks.
    [GeneratedRegex(@"\[asy\]|\\begin\{tabular|\\includegraphics|\\[hv]space|://|```|\d/\d+/\d|[\d)}] ,\d|\d:\d\d\b|,\\[ ,;]\d",
        RegexOptions.CultureInvariant)]
    private static partial Regex Uncertain();

    [GeneratedRegex(@"\d\s?:\s?\d", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"\d[ \u00a0\u2009\u202f~]\d{3}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    [GeneratedRegex(@"[0-9]+(?:(?:[.,]|\{,\}|,\\!)[0-9]+)*|(?<![0-9.\p{L})\]}])\.[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex(@"^[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[0-9]*\.[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[1-9][0-9]{0,2}(?:(?<g>,\\!|\{,\}|,)[0-9]{3}(?:\k<g>[0-9]{3})*)(?:\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[a-zA-Z\\_^{}][0-9]|[0-9][a-zA-Z\\_^{}]|[$\\]", RegexOptions.CultureInvariant)]
    private static partial Regex BesideLetters();
}
