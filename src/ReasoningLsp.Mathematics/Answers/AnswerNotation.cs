using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Brings the ways of writing one answer together before it is read. Every pattern is linear.</summary>
internal static class AnswerNotation
{
    /// <summary>Stands for the brace of a set; a bare brace only groups.</summary>
    public const char OpenSet = '\u2983';

    /// <summary>Closes what <see cref="OpenSet"/> opens.</summary>
    public const char CloseSet = '\u2984';

    /// <summary>Ends a row of a matrix.</summary>
    public const char Row = '\u23CE';

    private static readonly ImmutableArray<(Regex Pattern, string Replacement)> s_rules =
    [
        Rule(@"\\(?:left|right|[bB]igg?[lr]?)(?<next>[^a-zA-Z])", "${next}"),
        Rule(@"\\\{|\\lbrace", OpenSet.ToString()),
        Rule(@"\\\}|\\rbrace", CloseSet.ToString()),
        Rule(@"(?<before>\d)\\[, ](?<after>\d{3})", "${before}${after}"),
        Rule(@"\{,\}|\\!\s*", ""),
        Rule(@"\\\$|[$€£¥]|\\\(|\\\)|\\\[|\\\]|\\euro|\\pounds|\*\*", " "),
        Rule(@"\\[,;: ]|\\q?quad|~|\\displaystyle|\\allowbreak", " "),
        Rule(@"\\(?:text|mbox|textbf|textrm|mathrm|textit|hbox)\s*\{[\s,]*(?:and|or|y|und|et)[\s,]*\}", " and "),
        Rule(@"\\(?:text|mbox|textbf|textrm|mathrm|textit|hbox)\s*\{\s*(?:percent|pct|percentage)\s*\}|\\%|\s*\b(?:percentage|percent|pct)\b", "%"),
        Rule(@"\\(?:text|mbox|textrm|mathrm)\s*\{\s*e\s*\}", "e"),
        Rule(@"\\[dtc]frac", @"\frac"),
        Rule(@"\\(?:geqslant|geq|ge)(?<next>[^a-zA-Z]|$)|>=|≥", "≥${next}"),
        Rule(@"\\(?:leqslant|leq|le)(?<next>[^a-zA-Z]|$)|<=|≤", "≤${next}"),
        Rule(@"\\(?:neq|ne)(?<next>[^a-zA-Z]|$)|!=|≠", "≠${next}"),
        Rule(@"\\gt(?<next>[^a-zA-Z]|$)", ">${next}"),
        Rule(@"\\lt(?<next>[^a-zA-Z]|$)", "<${next}"),
        Rule(@"\\(?:approx|simeq)(?<next>[^a-zA-Z]|$)", "≈${next}"),
        Rule(@"\\equiv(?<next>[^a-zA-Z]|$)", "≡${next}"),
        Rule(@"\\in(?<next>[^a-zA-Z]|$)", "∈${next}"),
        Rule(@"\\cup(?<next>[^a-zA-Z]|$)|\bU\b", "∪${next}"),
        Rule(@"\\pm(?<next>[^a-zA-Z]|$)", "±${next}"),
        Rule(@"\\mp(?<next>[^a-zA-Z]|$)", "∓${next}"),
        Rule(@"\\(?:colon|ratio)(?<next>[^a-zA-Z]|$)", ":${next}"),
        Rule(@"\+\s*\\infty|\+\s*∞|\binfinity\b|\binf\b|\\infty|\boo\b", "∞"),
        Rule(@"\s+", " "),
    ];

    private static readonly Regex s_text = new(@"\\(?:text|mbox|textbf|textrm|mathrm|textit|hbox|mathbf|operatorname)\s*\{(?<inner>[^{}]*)\}", Linear);
    // "\\[8pt]": room between rows.
    private static readonly Regex s_rowSpace = new(@"\\\\\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|mm|cm|in)\s*\]", Linear);
    private static readonly Regex s_notKey = new(@"[\s{}]|\\boxed", Linear);

    private static RegexOptions Linear => RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>The answer in the notation that <see cref="AnswerReader"/> reads.</summary>
    public static string Normalise(string text)
    {
        // JSON written twice leaves two backslashes; only a matrix has them for good.
        var rows = text.Contains(@"\begin", StringComparison.Ordinal);
        if (rows)
            text = s_rowSpace.Replace(text, @"\\");
        text = text.Replace(@"\\", rows ? Row.ToString() : @"\", StringComparison.Ordinal);
        foreach (var (pattern, replacement) in s_rules)
            text = pattern.Replace(text, replacement);
        return text.Trim();
    }

    /// <summary>What is left of a text once look and spacing are taken away: equal keys are equal answers.</summary>
    public static string Key(string normalised)
    {
        var key = s_notKey.Replace(s_text.Replace(normalised, "${inner}"), "").Trim('.', ',', ';');
        return key.Length == 3 && key[0] == '(' && key[2] == ')' && char.IsLetter(key[1]) ? key[1].ToString() : key;
    }

    private static (Regex Pattern, string Replacement) Rule(string pattern, string replacement) => (new Regex(pattern, Linear), replacement);
}
