using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds the final answer in a text: boxed, announced, or the last formula or number.</summary>
public static class AnswerExtractor
{
    private const int LongestText = 200_000;

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly Regex s_announced = new(@"####|\b(?:final |correct )?[aA]nswer\**\s*(?:is\b|:)\**:?|\b[aA]nswer\s*[=]", Linear | RegexOptions.IgnoreCase);
    private static readonly Regex s_afterNumber = new(@"^\s*(?:%|\\%|percent\b|pct\b|percentage\b)", Linear);
    private static readonly Regex s_number = new(@"-?[$€£]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?(?:\s*/\s*\d+)?(?:\s*(?:%|\\%|percent\b|pct\b))?|-?\.\d+", Linear);
    private static readonly Regex s_prose = new(@"(?:^|[^\\a-zA-Z{])[a-zA-Z]{3,}\s+[a-zA-Z]{2,}", Linear);
    private static readonly Regex s_leadIn = new(@"^\s*(?:therefore|thus|hence|then|so|simply|just|now|clearly|also|indeed)\b,?\s*", Linear | RegexOptions.IgnoreCase);
    private static readonly Regex s_choice = new(@"^\s*\**\(?(?<letter>[A-J])\)?\**\s*(?:[.:)]|$)", Linear);

    /// <summary>The final answer as written; null where there is none or the text has more than 200,000 units.</summary>
    public static string? FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            return null;
        if (text.IndexOf("<|", StringComparison.Ordinal) is > 0 and var end)
            text = text[..end];
        return BoxedText.Last(text) is { } boxed ? (boxed.Length > 0 ? boxed : null) : LastAnnounced(text) ?? FromMathematics(text);
    }

    /// <summary>The answers that a text states as such, in order: what stands in boxes, or else what "the answer is" or "####" announces last; a bare last number is none.</summary>
    public static IReadOnlyList<string> Stated(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText)
            return [];
        if (BoxedText.All(text) is { Count: > 0 } boxes)
            return boxes;
        return LastAnnounced(text) is { } announced ? [announced] : [];
    }

    private static string? LastAnnounced(string text)
    {
        Match? last = null;
        for (var match = s_announced.Match(text); match.Success; match = match.NextMatch())
            last = match;
        return last is null ? null : Announced(text[(last.Index + last.Length)..]);
    }

    private static string? Announced(string rest)
    {
        var sentence = s_leadIn.Replace(Sentence(rest), string.Empty);
        if (sentence.Length == 0)
            return null;
        if (s_choice.Match(sentence) is { Success: true } choice)
            return choice.Groups["letter"].Value;
        return FromMathematics(sentence);
    }

    // As far as the first full stop that no digit follows, or a blank line.
    private static string Sentence(string text)
    {
        text = text.TrimStart(' ', '\n', '\r', '\t', ':', '*', '"');
        var math = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && (i == 0 || text[i - 1] != '\\'))
                math = !math;
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            if ((text[i] == '.' && !math && char.IsWhiteSpace(next)) || (text[i] == '\n' && next == '\n'))
                return text[..i].Trim();
        }

        return text.Trim();
    }

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

        var trimmed = text.Trim();
        if (trimmed.Length <= 400 && !s_prose.IsMatch(trimmed))
            return trimmed.Length > 0 ? trimmed : null;
        return LastNumber(text) ?? (trimmed.Length is > 0 and <= 400 ? trimmed : null);
    }

    private static string? LastNumber(string text)
    {
        string? number = null;
        for (var match = s_number.Match(text); match.Success; match = match.NextMatch())
            number = match.Value;
        return number;
    }
}
