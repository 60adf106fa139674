using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Runs.Planting;

/// <summary>A calculation of two plain numbers that is written out and right, such as <c>12 × 3 = 36</c>.</summary>
/// <param name="Step">The step that it stands in.</param>
/// <param name="Left">The first number as written, and where.</param>
/// <param name="Operator">The sign as written, and where.</param>
/// <param name="Right">The second number.</param>
/// <param name="Result">The result.</param>
internal sealed partial record PlainCalculation(int Step, Capture Left, Capture Operator, Capture Right, Capture Result)
{
    /// <summary>Every one of a step.</summary>
    public static IEnumerable<PlainCalculation> In(string text, int step)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            var (left, sign, right, result) = (match.Groups["a"], match.Groups["o"], match.Groups["b"], match.Groups["c"]);
            if (Number(left) is { } a && Number(right) is { } b && Number(result) is { } c && Value(a, sign.Value, b) == c)
                yield return new PlainCalculation(step, left, sign, right, result);
        }
    }

    /// <summary>What the operation gives; null where it gives nothing.</summary>
    public static Rational? Value(Rational a, string sign, Rational b) => sign switch
    {
        "+" => a + b,
        "-" or "−" => a - b,
        "*" or "×" or "·" => a * b,
        _ => b.IsZero ? null : a / b,
    };

    /// <summary>The value of a number as written.</summary>
    public static Rational? Number(Capture written) => Rational.TryParseDecimal(written.ValueSpan, out var value) ? value : null;

    // Nothing that would belong to a longer chain may stand beside it.
    [GeneratedRegex(@"(?<![\w.,^{}\\]|[+\-−*×·÷/=(]\s?\$?)(?<a>\d+(?:\.\d+)?)\s?(?<o>[+\-−*×·÷/])\s?\$?(?<b>\d+(?:\.\d+)?)\s?=\s?\$?"
        + @"(?<c>\d+(?:\.\d+)?)(?![\d%^{}\\]|[.,]\d|\s?[+\-−*×·÷/=^])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
