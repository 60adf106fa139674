using System.Globalization;

namespace ReasoningLsp.Runs.Measuring;

/// <summary>A p value in words: none is 0.</summary>
public static class ChanceText
{
    private const double Least = 0.0001;

    /// <summary>With its sign, such as <c>p = 0.0123</c>.</summary>
    public static string Of(double p) => p < Least ? $"p {Digits(p)}" : $"p = {Digits(p)}";

    /// <summary>Four digits, or below what they can say.</summary>
    public static string Digits(double p) => p < Least ? "< 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
