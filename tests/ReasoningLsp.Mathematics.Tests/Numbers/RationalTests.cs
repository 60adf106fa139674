using System.Numerics;
using CsCheck;
using ReasoningLsp.Mathematics.Numbers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Numbers;

public sealed class RationalTests
{
    private static readonly long[] Edges = [long.MaxValue, long.MinValue, -long.MaxValue, 0, 1];

    // Small values, values at the border of the fast form and values beyond it.
    private static readonly Gen<BigInteger> Integers = Gen.OneOf(
        Gen.Int[-50, 50].Select(i => (BigInteger)i),
        Gen.Long.Select(l => (BigInteger)l),
        Gen.Int[0, 4].Select(i => (BigInteger)Edges[i]),
        Gen.Select(Gen.Long, Gen.Long).Select((a, b) => (BigInteger)a * b));

    private static readonly Gen<Rational> Rationals =
        Gen.Select(Integers, Integers.Where(d => !d.IsZero)).Select((n, d) => new Rational(n, d));

    [Fact]
    public void Default_is_zero_and_behaves_like_it()
    {
        Rational zero = default;
        Assert.Equal(Rational.Zero, zero);
        Assert.Equal(BigInteger.One, zero.Denominator);
        Assert.Equal("0", zero.ToString());
        Assert.True(zero.IsZero && zero.IsInteger);
        Assert.Equal(3, zero + 3);
    }

    [Fact]
    public void A_denominator_of_zero_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
    }

    [Fact]
    public void Values_are_always_in_lowest_terms_with_a_positive_denominator() =>
        Gen.Select(Rationals, Rationals).Sample((a, b) =>
        {
            foreach (var x in new[] { a, -a, a + b, a - b, a * b, b.IsZero ? a : a / b })
            {
                Assert.True(x.Denominator.Sign > 0);
                Assert.True(BigInteger.GreatestCommonDivisor(x.Numerator, x.Denominator).IsOne);
            }
        });

    [Fact]
    public void Operators_agree_with_cross_multiplication() =>
        Gen.Select(Rationals, Rationals).Sample((a, b) =>
        {
            var (n, d, m, e) = (a.Numerator, a.Denominator, b.Numerator, b.Denominator);
            Assert.Equal(new Rational((n * e) + (m * d), d * e), a + b);
            Assert.Equal(new Rational((n * e) - (m * d), d * e), a - b);
            Assert.Equal(new Rational(n * m, d * e), a * b);
            if (!b.IsZero)
                Assert.Equal(new Rational(n * e, d * m), a / b);
            Assert.Equal((n * e).CompareTo(m * d), Math.Sign(a.CompareTo(b)));
            Assert.Equal(n * e == m * d, a == b);
            Assert.Equal(a, a + b - b);
            Assert.Equal((a + b).GetHashCode(), (b + a).GetHashCode());
        });

    [Fact]
    public void Floor_and_ceiling_bracket_the_value() =>
        Rationals.Sample(a =>
        {
            Assert.True(a.Floor() <= a && a < a.Floor() + 1);
            Assert.True(a.Ceiling() >= a && a > a.Ceiling() - 1);
        });

    [Theory]
    [InlineData("2.5", 0, "3", "2", "2")]
    [InlineData("3.5", 0, "4", "4", "3")]
    [InlineData("-2.5", 0, "-3", "-2", "-2")]
    [InlineData("1.005", 2, "1.01", "1", "1")]
    [InlineData("1.015", 2, "1.02", "1.02", "1.01")]
    [InlineData("1250", -2, "1300", "1200", "1200")]
    [InlineData("1249", -2, "1200", "1200", "1200")]
    [InlineData("0.3333", 2, "0.33", "0.33", "0.33")]
    public void Rounding_follows_the_named_mode(string value, int digits, string away, string even, string cut)
    {
        Assert.Equal(Parse(away), Parse(value).Round(digits));
        Assert.Equal(Parse(even), Parse(value).RoundHalfEven(digits));
        Assert.Equal(Parse(cut), Parse(value).Truncate(digits));
    }

    [Theory]
    [InlineData("1250.50", 2501, 2)]
    [InlineData(".5", 1, 2)]
    [InlineData("5.", 5, 1)]
    [InlineData("-0.125", -1, 8)]
    [InlineData("+7", 7, 1)]
    [InlineData("007", 7, 1)]
    public void Decimals_are_read_exactly(string text, int numerator, int denominator)
    {
        Assert.True(Rational.TryParseDecimal(text, out var value));
        Assert.Equal(new Rational(numerator, denominator), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("1,000")]
    [InlineData("1e5")]
    [InlineData(" 1")]
    [InlineData("--1")]
    [InlineData("٣")]
    public void What_is_no_plain_decimal_is_not_read(string text) => Assert.False(Rational.TryParseDecimal(text, out _));

    [Fact]
    public void Endless_digits_are_refused() => Assert.False(Rational.TryParseDecimal(new string('9', 1_000_000), out _));

    [Fact]
    public void Doubles_are_the_nearest_ones() =>
        Gen.Double.Where(double.IsNormal).Sample(x => Assert.Equal(x, FromDouble(x).ToDouble()));

    [Fact]
    public void Doubles_of_huge_values_are_never_NaN()
    {
        var huge = BigInteger.Pow(7, 100_000);
        Assert.Equal(1.0, new Rational(huge + 1, huge).ToDouble());
        Assert.Equal(double.PositiveInfinity, ((Rational)huge).ToDouble());
        Assert.Equal(double.NegativeInfinity, ((Rational)(-huge)).ToDouble());
        Assert.Equal(0.0, new Rational(1, huge).ToDouble());
        Assert.Equal(1.5, new Rational(3 * huge, 2 * huge).ToDouble());
    }

    [Theory]
    [InlineData(15, 11, 2, "1.36")]
    [InlineData(-15, 11, 2, "-1.36")]
    [InlineData(1, 3, 0, "0")]
    [InlineData(2, 3, 0, "1")]
    [InlineData(-1, 1000, 2, "0.00")]
    [InlineData(5, 1, 2, "5.00")]
    [InlineData(1, 20, 1, "0.1")]
    public void Decimal_text_shows_exactly_the_digits_asked_for(int n, int d, int digits, string expected) =>
        Assert.Equal(expected, new Rational(n, d).ToDecimalString(digits));

    [Fact]
    public void Text_is_the_fraction()
    {
        Assert.Equal("15/11", new Rational(75, 55).ToString());
        Assert.Equal("-3", new Rational(9, -3).ToString());
    }

    [Theory]
    [InlineData(2, 3, 3, "8/27")]
    [InlineData(2, 3, -3, "27/8")]
    [InlineData(-2, 3, -3, "-27/8")]
    [InlineData(-2, 3, 2, "4/9")]
    [InlineData(5, 1, 0, "1")]
    [InlineData(-1, 1, int.MaxValue, "-1")]
    [InlineData(-1, 1, int.MinValue, "1")]
    [InlineData(0, 1, 7, "0")]
    [InlineData(0, 1, -7, null)]
    [InlineData(2, 1, 2_000, null)]
    [InlineData(2, 1, int.MinValue, null)]
    [InlineData(1, 10, int.MaxValue, null)]
    public void Powers_are_exact_or_refused(int n, int d, int exponent, string? expected) =>
        Assert.Equal(expected, new Rational(n, d).TryPow(exponent, 1_000)?.ToString());

    [Theory]
    [InlineData("4/9", 2, "2/3")]
    [InlineData("-27/8", 3, "-3/2")]
    [InlineData("2", 2, null)]
    [InlineData("-4", 2, null)]
    [InlineData("0", 5, "0")]
    [InlineData("1", 1000000, "1")]
    [InlineData("1000000000000000000000000000000", 30, "10")]
    [InlineData("1000000000000000000000000000001", 30, null)]
    [InlineData("7", 1, "7")]
    [InlineData("7", 0, null)]
    public void Roots_are_found_exactly_when_they_exist(string value, int n, string? expected)
    {
        var parts = value.Split('/');
        var radicand = new Rational(BigInteger.Parse(parts[0]), parts.Length > 1 ? BigInteger.Parse(parts[1]) : 1);
        Assert.Equal(expected, radicand.TryRoot(n, out var root) ? root.ToString() : null);
    }

    [Fact]
    public void A_root_undoes_a_power() =>
        Gen.Select(Integers, Gen.Int[2, 9]).Sample((x, n) =>
        {
            var size = BigInteger.Abs(x);
            Assert.True(((Rational)BigInteger.Pow(size, n)).TryRoot(n, out var root));
            Assert.Equal(size, root);
            Assert.False(size > 1 && ((Rational)(BigInteger.Pow(size, n) + 1)).TryRoot(n, out _));
        });

    private static Rational Parse(string text) =>
        Rational.TryParseDecimal(text, out var value) ? value : throw new FormatException(text);

    private static Rational FromDouble(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var mantissa = (bits & ((1L << 52) - 1)) | (1L << 52);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1075;
        var value = exponent >= 0 ? (Rational)((BigInteger)mantissa << exponent) : new Rational(mantissa, BigInteger.One << -exponent);
        return x < 0 ? -value : value;
    }
}
