using System.Numerics;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Equations;

/// <summary>Two shares that are said in words and set equal, "7 in 21 = 1 in 4".</summary>
internal static class NamedShares
{
    private static readonly string s_words = string.Join('|', LanguageFile.AllTexts("notation", "shareOf").Select(Regex.Escape));

    // The words of each language that stands in the files; built when a text has one between two numbers and an equals sign.
    private static readonly LinearRegex s_equality = new(
        $@"(?:^|[^0-9.,/:^])(?<a>[0-9]{{1,9}}) (?<word>{s_words}) (?<b>[0-9]{{1,9}}) ?= ?"
            + $@"(?<c>[0-9]{{1,9}}) (?:{s_words}) (?<d>[0-9]{{1,9}})"
            + @"(?:$|[^0-9.,/:^+*×·-]|[.,](?:$|[^0-9]))");

    /// <summary>Reports those of a step that are not the same share.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        var text = context.Analysis.Text;
        if (s_words.Length == 0 || !MayOccurIn(text))
            return;
        foreach (Match match in s_equality.Matches(text))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var (a, b, c, d) = (Number("a"), Number("b"), Number("c"), Number("d"));
            if (b.IsZero || d.IsZero || a * d == b * c || !IsAsserted(context, match))
                continue;
            var (first, second) = ($"{a} {match.Groups["word"].Value} {b}", $"{c} {match.Groups["word"].Value} {d}");
            var span = TextSpan.FromBounds(match.Groups["c"].Index, match.Groups["d"].Index + match.Groups["d"].Length);
            var (left, right) = (Share(a, b), Share(c, d));
            context.Report(new Draft(rule, span, $"{first} {left}, but {second} {right}.",
                Evidence.Of(("statement", $"{first} = {second}"), ("left", $"{first} {left}"), ("right", $"{second} {right}"))));

            BigInteger Number(string group) => BigInteger.Parse(match.Groups[group].ValueSpan, provider: null);
        }
    }

    // An equals sign between two digits with words beside it: the cheap half of the pattern.
    private static bool MayOccurIn(string text)
    {
        for (var at = text.IndexOf('=', StringComparison.Ordinal); at >= 0; at = text.IndexOf('=', at + 1))
        {
            var before = text.AsSpan(0, at).TrimEnd(' ');
            var after = text.AsSpan(at + 1).TrimStart(' ');
            if (before is not [.., >= '0' and <= '9'] || after is not [>= '0' and <= '9', ..])
                continue;
            if (before.TrimEnd("0123456789") is [.., >= 'a' and <= 'z', ' ']
                && after.TrimStart("0123456789") is [' ', >= 'a' and <= 'z', ..])
                return true;
        }

        return false;
    }

    private static string Share(BigInteger part, BigInteger whole) =>
        ValueText.Signed(Mathematics.Evaluation.Value.Of(new Rational(part, whole)));

    private static bool IsAsserted(StepContext context, Match match) =>
        context.Analysis.Statements.FirstOrDefault(statement => statement.Chain.Start < match.Index + match.Length
            && statement.Chain.End > match.Index) is not { } statement || ClaimGuard.IsAsserted(statement);
}
