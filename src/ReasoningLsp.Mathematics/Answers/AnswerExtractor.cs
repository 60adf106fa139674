using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds the final answer in a text: tagged, boxed, announced, in bold, or the last formula or number.</summary>
public static class AnswerExtractor
{
    private const int LongestText = 200_000;
    private const int LongestWhole = 400;

    private static readonly LinearRegex s_afterNumber = new(@"^\s*(?:%|\\%|percent\b|pct\b|percentage\b)");
    private static readonly LinearRegex s_number = new(
        @"-?[$€£]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?(?:\s*/\s*\d+|(?::\d+)+(?:\s*[aApP]\.?[mM]\b\.?)?)?(?:\s*(?:%"
            + @"|\\%|percent\b|pct\b))?|-?\.\d+");
    private static readonly LinearRegex s_prose = new(@"(?:^|[^\\\p{L}{])\p{L}{3,}\s+\p{L}{2,}");
    private static readonly LinearRegex s_cjk = new(@"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{4,}");
    // 共有12个
    private static readonly LinearRegex s_ledIn = new(@"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+\s*[:：]?\s*\d");
    private static readonly LinearRegex s_leadIn = new(
        @"^\s*(?:(?:therefore|thus|hence|then|so|simply|just|now|clearly|also|indeed|exactly)\b,?\s*|,\s*)", RegexOptions.IgnoreCase);
    private static readonly LinearRegex s_choice = new(@"^\s*\**\(?(?<letter>[A-J])\)?\**\s*(?:[.:)]|$)");
    private static readonly LinearRegex s_measure = new(@"-?\d[\d.,]*(?:\s*/\s*\d+)?\s*(?:°\s*)?[\p{L}µ/²³^0-9·]{1,12}");
    private static readonly LinearRegex s_copula =
        new(@"\s*" + WordPattern.Bare(LanguageFile.AllTexts("notation", "copula")) + @"\s*[.。]?\s*$");
    private static readonly LinearRegex s_bold = new(@"\*\*(?<inner>[^*\n]{1,200})\*\*");
    private static readonly LinearRegex s_because = new(
        @"[,;(]?\s*\b" + WordPattern.Bare(LanguageFile.AllTexts("notation", "because")) + @"\s.*$", RegexOptions.Singleline);

    /// <summary>The final answer as written; null where there is none or the text has more than 200,000 units.</summary>
    public static string? FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            return null;
        if (text.IndexOf("<|", StringComparison.Ordinal) is > 0 and var end)
            text = text[..end];
        text = Tagged(text) ?? text;
        if (BoxedText.Last(text) is { } boxed)
            return boxed.Length > 0 ? boxed : null;
        text = PlainNotation.Of(text);
        return LastAnnounced(text) ?? FromMathematics(LastBold(text) ?? text);
    }

    /// <summary>The answers that a text states as such, in order: what stands in boxes, or else what tags, "the answer is" in any language
    /// or "####" announce last; a bare last number is none.</summary>
    public static IReadOnlyList<string> Stated(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            return [];
        if (BoxedText.All(text) is { Count: > 0 } boxes)
            return boxes;
        if (Tagged(text) is { } tagged)
            return FromText(tagged) is { } inner ? [inner] : [];
        return LastAnnounced(PlainNotation.Of(text)) is { } announced ? [announced] : [];
    }

    // What stands in the last <answer>…</answer>.
    private static string? Tagged(string text)
    {
        const string Opening = "<answer>", Closing = "</answer>";
        var start = text.LastIndexOf(Opening, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        start += Opening.Length;
        var end = text.IndexOf(Closing, start, StringComparison.OrdinalIgnoreCase);
        var inner = (end < 0 ? text[start..] : text[start..end]).Trim();
        return inner.Length > 0 ? inner : null;
    }

    private static string? LastAnnounced(string text) => AnswerAnnouncements.Last(text) is { } rest ? Announced(rest) : null;

    private static string? Announced(string rest)
    {
        var sentence = s_leadIn.Replace(Sentence(rest), string.Empty);
        if (sentence.Length == 0)
            return null;
        if (s_choice.Match(sentence) is { Success: true } choice
            && (choice.Length == sentence.Length || sentence.Contains("**", StringComparison.Ordinal)
                || !sentence[choice.Length..].Any(char.IsAsciiDigit)))
            return choice.Groups["letter"].Value;
        // What comes after explains: "12, since 3 times 4 is 12".
        var stated = s_because.Replace(sentence, string.Empty);
        return FromMathematics(s_copula.Replace(stated.Any(char.IsAsciiDigit) ? stated : sentence, string.Empty));
    }

    private static readonly string[] s_ends = ["</step>", "</p>", "</div>", "</li>", "</td>", "</span>"];

    // As far as the first full stop that no digit follows, a blank line, or the end of what HTML holds together.
    private static string Sentence(string text)
    {
        text = text.TrimStart(' ', '\n', '\r', '\t', ':', '*', '"');
        var math = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && (i == 0 || text[i - 1] != '\\'))
                math = !math && OpensFormula(text, i);
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if ((text[i] == '.' && !math && char.IsWhiteSpace(next) && !IsAbbreviation(text, i)) || (text[i] == '\n' && next == '\n')
                || (text[i] == '<' && Array.Exists(s_ends, end => text.AsSpan(i).StartsWith(end, StringComparison.OrdinalIgnoreCase))))
                return text[..i].Trim();
        }

        return text.Trim();
    }

    // "$13.00. He paid $20": an amount of money opens no formula.
    private static bool OpensFormula(string text, int dollar)
    {
        var close = text.IndexOf('$', dollar + 1);
        while (close > 0 && text[close - 1] == '\\')
            close = text.IndexOf('$', close + 1);
        return close > 0 && (close + 1 == text.Length || !char.IsAsciiDigit(text[close + 1]));
    }

    // "**13 m.**", of which the opening stands before the sentence.
    private static string WithoutEmphasis(string text) =>
        text.EndsWith("**", StringComparison.Ordinal) && !text[..^2].Contains('*', StringComparison.Ordinal) ? text[..^2].TrimEnd() : text;

    // The stop ends the sentence, not the answer; "1, 2, …" and "p.m." keep theirs.
    private static string WithoutStop(string text) =>
        text is [.., not '.', '.'] && !IsAbbreviation(text, text.Length - 1) ? text[..^1].TrimEnd() : text;

    // "2:30 p.m. today", "no. 5"
    private static bool IsAbbreviation(string text, int stop) =>
        stop >= 3 && text[stop - 2] == '.' && char.IsLetter(text[stop - 1]) && char.IsLetter(text[stop - 3]);

    private static string? FromMathematics(string text)
    {
        if (MathRegions.Last(text) is { } region)
        {
            var rest = text[region.End..];
            if (s_afterNumber.Match(rest) is { Success: true } percent)
                return region.Text + percent.Value;
            // "the domain of $f(x)$ is 19": what comes last counts.
            return LastNumber(rest) ?? region.Text;
        }

        var trimmed = WithoutEmphasis(text.Trim());
        if (trimmed.Length > LongestWhole)
            return LastNumber(text);
        if (IsWhole(trimmed))
            return WithoutStop(trimmed) is { Length: > 0 } whole ? whole : null;
        return LastMeasure(trimmed) ?? LastNumber(trimmed) ?? trimmed;
    }

    // No prose in it, or prose that is the answer: words of a number, of a duration, of nothing.
    private static bool IsWhole(string text)
    {
        if (!s_prose.IsMatch(text) && !s_cjk.IsMatch(text) && !s_ledIn.IsMatch(text))
            return true;
        if (text.Length > 120)
            return false;
        return AnswerReader.Read(AnswerNotation.Normalise(text)) switch
        {
            Answer.Value { Readings: [var value, ..] } => ExpressionInspector.IsClosed(value),
            Answer.Group { Kind: GroupKind.Ratio or GroupKind.Difference } group => !group.Items.Any(item => item is Answer.Words),
            Answer.Measure { Units.IsEmpty: true, Noun.Length: > 40 } => false,
            // "5 boys and 7 girls", "Ann 3 and Bob 4"
            Answer.Group { Kind: GroupKind.List, Items.Length: <= 6 } list when list.IsLabelled || list.Items.All(IsAmount) => true,
            Answer.Words or Answer.Group or Answer.Relation => false,
            _ => true,
        };
    }

    private static bool IsAmount(Answer answer) => answer is Answer.Measure { Noun: { Length: <= 20 } noun } && !noun.Contains('(');

    // "The train takes 13 km": the number with its unit where one follows.
    private static string? LastMeasure(string text)
    {
        string? last = null;
        foreach (var match in s_measure.Matches(text))
            last = match.Value;
        return last is not null && LastNumber(text) is { } number && last.StartsWith(number, StringComparison.Ordinal)
            && MeasureReader.Read(AnswerNotation.Normalise(last)) is Answer.Measure { Units.IsEmpty: false } ? last : null;
    }

    private static string? LastBold(string text)
    {
        Match? last = null;
        foreach (var match in s_bold.Matches(text))
            last = match;
        // In a short last line, or nothing but it: emphasis elsewhere is emphasis.
        return last is not null && last.Groups["inner"].Value.Any(char.IsAsciiDigit)
            && text[(last.Index + last.Length)..].Trim().Trim('.').Length == 0 ? last.Groups["inner"].Value : null;
    }

    private static string? LastNumber(string text)
    {
        string? number = null;
        foreach (var match in s_number.Matches(text))
            number = match.Value;
        return number;
    }
}
