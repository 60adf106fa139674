using System.Globalization;
using System.Numerics;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Review.Relations;

/// <summary>Writes values for people.</summary>
internal static class ValueText
{
    private const int Digits = 6;
    private const int LongestExact = 24;

    private const double Exactly = 1e-14;

    private static readonly Rational s_small = new(1, 1000);

    /// <summary>The value: exact, with decimals beside it where it is a fraction, or to six digits with an ellipsis.</summary>
    public static string Of(Value? value)
    {
        if (value is not { } known)
            return "?";
        return known.IsReal ? Real(known.Re) : Complex(known);
    }

    // 3 - 4i, -i: parts that are zero or one are not written.
    private static string Complex(Value value)
    {
        var isNegative = value.Im.ToDouble() < 0;
        var size = Real(value.Im).TrimStart('-');
        var imaginary = size == "1" ? "i" : $"{size}i";
        if (value.Re.IsZero)
            return isNegative ? $"-{imaginary}" : imaginary;
        return $"{Real(value.Re)} {(isNegative ? '-' : '+')} {imaginary}";
    }

    /// <summary>The value behind its sign: "= 15/11 ≈ 1.363636", or "≈ 1.8e964" where it has no shorter form.</summary>
    public static string Signed(Value? value)
    {
        var text = Of(value);
        return text.StartsWith('≈') ? text : $"= {text}";
    }

    /// <summary>The value behind its sign with its unit: "= 7 m/s", "= $84".</summary>
    public static string Signed(Value? value, string unit)
    {
        var text = Signed(value);
        if (unit.Length == 0)
            return text;
        if (unit == "°")
            return text + unit;
        return Currencies.IsSign(unit) && text.StartsWith("= ", StringComparison.Ordinal) ? $"= {unit}{text.AsSpan(2)}" : $"{text} {unit}";
    }

    /// <summary>A value as a number literal with as many decimals as shown, in the manner of the text it replaces; null where it has
    /// none.</summary>
    public static string? Literal(Value value, int decimals, string written, LexerOptions style)
    {
        if (decimals < 0)
            return null;
        if (value.Exact is not { } exact)
        {
            if (value.Re.Exact is null && decimals == 0)
                return null;
            exact = decimals == 0 ? Rational.Zero
                : new Rational(new BigInteger(Math.Round(value.Re.ToDouble() * Math.Pow(10, decimals))), BigInteger.Pow(10, decimals));
        }

        if (exact.BitLength > 200)
            return null;
        var places = decimals;
        if (places == 0 && !exact.IsInteger)
        {
            places = 1;
            while (places < 4 && !(exact * new Rational(BigInteger.Pow(10, places), 1)).IsInteger)
                places++;
        }

        var text = exact.ToDecimalString(places);
        return NumberWriter.Like(text, written, style);
    }

    private static string Real(Real real)
    {
        if (real.Exact is { } exact)
        {
            if (exact.BitLength > 400)
                return $"≈ {Scientific(exact)}";
            if (exact.IsInteger)
                return exact.ToString();
            for (var places = 1; places <= 4; places++)
            {
                if ((exact * new Rational(BigInteger.Pow(10, places), 1)).IsInteger)
                    return exact.ToDecimalString(places);
            }

            var fraction = exact.ToString();
            var shown = Rational.Abs(exact) < s_small ? Scientific(exact) : exact.ToDecimalString(Digits);
            return fraction.Length <= LongestExact ? $"{fraction} ≈ {shown}" : $"≈ {shown}";
        }

        // "0.5…" of cos 60° would say that there are more digits: a short number within what was calculated is that number.
        var value = real.ToDouble();
        var rounded = Math.Round(value, Digits);
        return Math.Abs(value - rounded) < Exactly ? rounded.ToString(CultureInfo.InvariantCulture)
            : value.ToString("G8", CultureInfo.InvariantCulture) + "…";
    }

    // Values too large or too small for a double: 1.234567e-9, 4.1e964.
    private static string Scientific(Rational value)
    {
        if (value.IsZero)
            return "0";
        var size = BigInteger.Log10(BigInteger.Abs(value.Numerator)) - BigInteger.Log10(value.Denominator);
        var exponent = (int)Math.Floor(size);
        var mantissa = Math.Round(Math.Pow(10, size - exponent), Digits);
        if (mantissa >= 10)
            (mantissa, exponent) = (1, exponent + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{(value.Sign < 0 ? "-" : string.Empty)}{mantissa:0.######}e{exponent}");
    }
}
