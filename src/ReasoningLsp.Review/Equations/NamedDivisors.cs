using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>A greatest common divisor or a least common multiple that is named in words, and is another number.</summary>
internal static partial class NamedDivisors
{
    private const int Beside = 80;

    // One of these stands in every claim; most texts have none, and never build its automaton.
    private static readonly SearchValues<string> s_named =
        SearchValues.Create(["gcd", "gcf", "hcf", "lcm", "common"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Reports those of a step that are wrong.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits.RedefinesNotation || context.Facts.Traits.HasOtherBase)
            return;
        var text = context.Analysis.Text;
        if (!text.AsSpan().ContainsAny(s_named))
            return;
        foreach (Match match in Claim().Matches(text))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var numbers = Digits().Matches(match.Groups["of"].Value).Select(number => Whole(number.Value)).ToList();
            var stated = match.Groups["is"];
            if (numbers.Count < 2 || numbers.Any(number => number.IsZero) || GoesOn(text, match) || !IsAsserted(context, match))
                continue;
            var isDivisor = match.Groups["divisor"].Success;
            var value = isDivisor ? numbers.Aggregate(BigInteger.GreatestCommonDivisor) : numbers.Aggregate(Multiple);
            if (value == Whole(stated.Value))
                continue;
            var name = $"{(isDivisor ? "gcd" : "lcm")}({string.Join(", ", numbers)})";
            var span = new TextSpan(stated.Index, stated.Length);
            context.Report(new Draft(rule, span, $"{name} = {value}, the step says {stated.Value}.",
                Evidence.Of(("statement", context.Quote(new TextSpan(match.Index, match.Length))), ("right", $"{name} = {value}")),
                new TextEdit(span, value.ToString(CultureInfo.InvariantCulture))));
        }
    }

    private static BigInteger Whole(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    private static BigInteger Multiple(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;

    // "is 2 · 3", "is 2^4", "is 24/2", "is 2.5": more than the number is said.
    private static bool GoesOn(string text, Match match)
    {
        var rest = text.AsSpan(match.Index + match.Length).TrimStart("$\\)} ");
        var end = text.AsSpan(match.Index + match.Length);
        return (end.Length > 0 && char.IsAsciiDigit(end[0])) || (end is ['.' or ',', var digit, ..] && char.IsAsciiDigit(digit))
            || (rest.Length > 0 && !char.IsLetter(rest[0]) && rest[0] is not ('.' or ',' or ';' or ':' or '\n' or '!' or '*' or '"'))
            || rest.StartsWith("times", StringComparison.Ordinal) || rest.StartsWith("cdot", StringComparison.Ordinal)
            || rest.StartsWith("x ", StringComparison.Ordinal);
    }

    private static bool IsAsserted(StepContext context, Match match)
    {
        var text = context.Analysis.Text;
        var before = text[Math.Max(0, match.Index - Beside)..match.Index].ToLowerInvariant();
        var end = match.Index + match.Length;
        var after = text[end..Math.Min(text.Length, end + Beside)].ToLowerInvariant();
        var lexicon = context.Analysis.Lexicon;
        return !lexicon.Has(PhraseRole.Supposed, before) && !lexicon.Has(PhraseRole.Denied, before)
            && !lexicon.Has(PhraseRole.Quoted, before)
            && !lexicon.Has(PhraseRole.TakenBack, after) && !after.Contains('?', StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(?:(?<divisor>gcd|GCD|gcf|GCF|hcf|HCF|greatest common (?:divisor|factor)|highest common factor)|lcm|LCM"
        + @"|least common multiple|lowest common multiple)(?: \((?:gcd|GCD|gcf|GCF|hcf|HCF|lcm|LCM)\))? (?:of|for|between) "
        + @"(?<of>(?:[$\\(]{0,2} ?[0-9]{1,12} ?[$\\)]{0,2}(?:, and |, | and )){1,6}[$\\(]{0,2} ?[0-9]{1,12} ?[$\\)]{0,2})"
        + @" ?(?:is|equals|=|is equal to) ?[$\\(]{0,2} ?(?<is>[0-9]{1,15})",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Claim();

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
