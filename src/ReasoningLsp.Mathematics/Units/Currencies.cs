using System.Globalization;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>Signs of currencies.</summary>
public static class Currencies
{
    /// <summary>Whether a unit is written as one sign of a currency: $, €, ₹.</summary>
    public static bool IsSign(string unit) =>
        unit.Length == 1 && CharUnicodeInfo.GetUnicodeCategory(unit[0]) == UnicodeCategory.CurrencySymbol;
}
