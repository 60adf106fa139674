using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.RowOperations;

/// <summary>A row of a matrix becomes a sum of multiples of its rows, as <c>R_2 \to R_2 - 3R_1</c> says.</summary>
/// <param name="Target">Which row, from 0.</param>
/// <param name="Terms">How much of which row, from 0.</param>
/// <param name="Text">As it is told to a person.</param>
public sealed partial record RowOperation(int Target, ImmutableArray<(Rational Factor, int Row)> Terms, string Text)
{
    private const int Longest = 240;
    private const string Factor = @"\(?(?:[0-9]{0,6}(?:\.[0-9]+)?(?:/[0-9]{1,6})?)\)?";
    private const string Sum = "[+-]?" + Factor + "[Rr][1-9](?:[+-]" + Factor + "[Rr][1-9])*";

    /// <summary>
    /// The operations that stand between two matrices, in order; empty where none does, null where something there names rows and is
    /// not understood. Two rows that change places are two operations.
    /// </summary>
    public static ImmutableArray<RowOperation>? Between(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest || !text.Contains('R', StringComparison.Ordinal) && !text.Contains('r', StringComparison.Ordinal))
            return [];
        var plain = Signs().Replace(Fractions().Replace(text, "${minus}${top}/${bottom}"), Sign);
        plain = Blanks().Replace(Noise().Replace(plain, string.Empty), string.Empty);
        var found = ImmutableArray.CreateBuilder<RowOperation>();
        var rest = Operation().Replace(plain, match =>
        {
            var operations = Of(match).ToList();
            found.AddRange(operations);
            return operations.Count > 0 ? " " : match.Value;
        });
        return RowName().IsMatch(rest) ? null : found.ToImmutable();
    }

    private static string Sign(Match match) => match.Value switch
    {
        @"\leftrightarrow" or @"\Leftrightarrow" or "<->" or "⇔" => "↔",
        @"\leftarrow" or @"\gets" or "<-" or ":=" => "←",
        @"\cdot" or @"\times" or "*" or "·" => string.Empty,
        "−" => "-",
        _ => "→",
    };

    private static IEnumerable<RowOperation> Of(Match match)
    {
        if (match.Groups["one"] is { Success: true, Value: var one })
        {
            var (first, second) = (Row(one), Row(match.Groups["other"].Value));
            var text = $"R{first + 1} ↔ R{second + 1}";
            return [new RowOperation(first, [(Rational.One, second)], text), new RowOperation(second, [(Rational.One, first)], text)];
        }

        ImmutableArray<(Rational Factor, int Row)> terms = [.. Term().Matches(match.Groups["sum"].Value).Select(TermOf)];
        // A row that is only named.
        if (!match.Groups["target"].Success && terms is [(var factor, _)] && factor == Rational.One)
            return [];
        var target = match.Groups["target"] is { Success: true, Value: var named } ? Row(named) : terms[0].Row;
        return [new RowOperation(target, terms, match.Groups["sum"].Value)];
    }

    private static (Rational Factor, int Row) TermOf(Match term)
    {
        var factor = term.Groups["factor"].Value is { Length: > 0 } digits && Rational.TryParseDecimal(digits, out var value)
            ? value : Rational.One;
        if (term.Groups["bottom"] is { Success: true, Value: var bottom } && Rational.TryParseDecimal(bottom, out var denominator)
            && !denominator.IsZero)
            factor /= denominator;
        return (term.Groups["sign"].Value == "-" ? -factor : factor, Row(term.Groups["row"].Value));
    }

    private static int Row(string digit) => digit[0] - '1';

    [GeneratedRegex(@"(?<minus>-?)\\[dt]?frac\s*\{\s*(?<top>[0-9]{1,6})\s*\}\s*\{\s*(?<bottom>[0-9]{1,6})\s*\}")]
    private static partial Regex Fractions();

    [GeneratedRegex(@"\\leftrightarrow|\\Leftrightarrow|<->|⇔|\\leftarrow|\\gets|<-|:=|\\cdot|\\times|\*|·|−|\\to(?![a-z])|\\rightarrow"
        + @"|\\longrightarrow|\\mapsto|->|⟶|=")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\\x(?:right|Right)arrow|\\(?:quad|qquad|text|mathrm|left|right|[,;!])|[{}$_\[\]\\]")]
    private static partial Regex Noise();

    // Those round a sign, and between a factor and its row.
    [GeneratedRegex(@"(?<=[→←↔+\-/(])\s+|\s+(?=[→←↔+\-/)])|(?<=[0-9)])\s+(?=[Rr][0-9])|(?<=[Rr])\s+(?=[0-9])")]
    private static partial Regex Blanks();

    // "R2→R2-3R1", "R2-3R1→R2", "R1↔R2", "R2-3R1": the row of the first term changes where none is named.
    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:[Rr](?<one>[1-9])↔[Rr](?<other>[1-9])|(?:[Rr](?<target>[1-9])[→←])(?<sum>" + Sum + @")"
        + @"|(?<sum>" + Sum + @")→[Rr](?<target>[1-9])|(?<sum>" + Sum + @"))(?![0-9A-Za-z/])")]
    private static partial Regex Operation();

    [GeneratedRegex(@"(?<sign>[+-]?)\(?(?<factor>[0-9]{0,6}(?:\.[0-9]+)?)(?:/(?<bottom>[0-9]{1,6}))?\)?[Rr](?<row>[1-9])")]
    private static partial Regex Term();

    [GeneratedRegex(@"[Rr][0-9]")]
    private static partial Regex RowName();
}
