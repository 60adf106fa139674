using System.Numerics;
using CsCheck;
using ReasoningLsp.Mathematics.Numbers;
using Xunit;

namespace ReasoningLsp.Mathematics.Tests.Numbers;

public sealed class IntervalArithmeticTests
{
    private static readonly IntervalArithmetic Coarse = new(64);
    private static readonly IntervalArithmetic Fine = new(256);

    // Of every size: near zero, ordinary, large.
    private static readonly Gen<Rational> Arguments = Gen.OneOf(
        Gen.Select(Gen.Int[-2_000, 2_000], Gen.Int[1, 300]).Select((n, d) => new Rational(n, d)),
        Gen.Select(Gen.Int[-1_000, 1_000], Gen.Int[0, 40]).Select((n, e) => new Rational(n, BigInteger.Pow(10, e))),
        Gen.Int[-20, 20].Select(n => (Rational)n));

    private static readonly Dictionary<string,
        (Func<IntervalArithmetic, Interval, Interval?> Enclose, Func<double, double> Double)> Functions = new()
        {
            ["sqrt"] = ((a, x) => a.Sqrt(x), Math.Sqrt),
            ["cbrt"] = ((a, x) => a.Root(x, 3), Math.Cbrt),
            ["exp"] = ((a, x) => a.Exp(x), Math.Exp),
            ["log"] = ((a, x) => a.Log(x), Math.Log),
            ["sin"] = ((a, x) => a.Sin(x), Math.Sin),
            ["cos"] = ((a, x) => a.Cos(x), Math.Cos),
            ["tan"] = ((a, x) => a.Tan(x), Math.Tan),
            ["cot"] = ((a, x) => a.Cot(x), x => 1 / Math.Tan(x)),
            ["sec"] = ((a, x) => a.Sec(x), x => 1 / Math.Cos(x)),
            ["csc"] = ((a, x) => a.Csc(x), x => 1 / Math.Sin(x)),
            ["asin"] = ((a, x) => a.Asin(x), Math.Asin),
            ["acos"] = ((a, x) => a.Acos(x), Math.Acos),
            ["atan"] = ((a, x) => a.Atan(x), Math.Atan),
            ["sinh"] = ((a, x) => a.Sinh(x), Math.Sinh),
            ["cosh"] = ((a, x) => a.Cosh(x), Math.Cosh),
            ["tanh"] = ((a, x) => a.Tanh(x), Math.Tanh),
            ["cube"] = ((a, x) => a.Power(x, 3), x => x * x * x),
            ["x^-2"] = ((a, x) => a.Power(x, -2), x => 1 / (x * x)),
            ["x^(2/3)"] = ((a, x) => a.Power(x, new Rational(2, 3)), x => Math.Pow(Math.Cbrt(x), 2)),
            ["x^x"] = ((a, x) => a.Power(x, x), x => Math.Pow(x, x)),
            ["abs"] = ((a, x) => a.Abs(x), Math.Abs),
            ["floor"] = ((a, x) => a.Floor(x), Math.Floor),
            ["ceiling"] = ((a, x) => a.Ceiling(x), Math.Ceiling),
        };

    public static TheoryData<string> FunctionNames => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void More_bits_give_a_narrower_interval_inside_the_wider_one(string name)
    {
        var function = Functions[name].Enclose;
        Arguments.Sample(x =>
        {
            // A constant that both can hold exactly, so that the same number is meant.
            var exact = Coarse.From(x)!.Value.Low;
            if (function(Coarse, Coarse.From(exact)!.Value) is not { } coarse || function(Fine, Fine.From(exact)!.Value) is not { } fine)
                return;
            Assert.False(coarse.Disjoint(fine), $"{name}({exact}): {coarse} and {fine}");
            Assert.True(coarse.Contains(fine), $"{name}({exact}): {coarse} does not contain {fine}");
            Assert.True(fine.Width <= coarse.Width);
        });
    }

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void An_enclosure_is_tight_relative_to_its_value(string name)
    {
        var function = Functions[name].Enclose;
        Arguments.Sample(x =>
        {
            var exact = Coarse.From(x)!.Value.Low;
            if (function(Fine, Fine.From(exact)!.Value) is not { } fine || fine.Width.IsZero)
                return;
            Assert.False(fine.ContainsZero, $"{name}({exact})");
            Assert.True(fine.Width / Rational.Abs(fine.Midpoint) < new Rational(1, BigInteger.One << 236), $"{name}({exact}) = {fine}");
        });
    }

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void An_enclosure_agrees_with_double_arithmetic(string name)
    {
        var (function, reference) = Functions[name];
        // 20 binary places, so that the double and the interval mean the same number.
        Gen.OneOf(Gen.Int[-1 << 20, 1 << 20], Gen.Int[-30 << 20, 30 << 20]).Sample(i =>
        {
            var x = i / (double)(1 << 20);
            var expected = reference(x);
            var actual = function(Coarse, Coarse.From(new Rational(i, 1 << 20))!.Value);
            if (actual is null)
            {
                Assert.True(double.IsNaN(expected) || double.IsInfinity(expected) || x <= 0 || name is "x^x",
                    $"{name}({x:R}) = {expected:R}");
                return;
            }

            if (double.IsNaN(expected))
                return;
            var scale = Math.Max(Math.Abs(expected), double.Epsilon);
            var error = Math.Abs(actual.Value.ToDouble() - expected);
            Assert.True(error <= 1e-13 * scale, $"{name}({x:R}): {actual} and {expected:R}");
        });
    }

    [Theory]
    [MemberData(nameof(FunctionNames))]
    public void A_wide_argument_encloses_the_values_of_all_its_points(string name)
    {
        var function = Functions[name].Enclose;
        Gen.Select(Arguments, Arguments, Gen.Int[0, 16]).Sample((a, b, where) =>
        {
            var x = Hull(Rational.Min(a, b), Rational.Max(a, b));
            if (function(Coarse, x) is not { } all)
                return;
            var inside = x.Low + ((x.High - x.Low) * new Rational(where, 16));
            var one = function(Fine, Fine.From(inside)!.Value);
            Assert.True(one is not null && !one.Value.Disjoint(all), $"{name} at {inside} in {x}: {one} not in {all}");
        });
    }

    [Theory]
    [InlineData("pi", "3.14159265358979323846264338327950288419716939937510")]
    [InlineData("e", "2.71828182845904523536028747135266249775724709369995")]
    [InlineData("sqrt 2", "1.41421356237309504880168872420969807856967187537694")]
    [InlineData("ln 2", "0.69314718055994530941723212145817656807550013436025")]
    [InlineData("ln 10", "2.30258509299404568401799145468436420760110148862877")]
    [InlineData("cbrt 2", "1.25992104989487316476721060727822835057025146470150")]
    [InlineData("golden", "1.61803398874989484820458683436563811772030917980576")]
    [InlineData("sin 1", "0.84147098480789650665250232163029899962256306079837")]
    [InlineData("cos 1", "0.54030230586813971740093660744297660373231042061792")]
    [InlineData("atan 1/2", "0.46364760900080611621425623146121440202853705428612")]
    public void Known_constants_hold_to_fifty_digits(string name, string digits)
    {
        var value = name switch
        {
            "pi" => Fine.Pi,
            "e" => Fine.E,
            "sqrt 2" => Fine.Sqrt(Number(2))!.Value,
            "ln 2" => Fine.Log(Number(2))!.Value,
            "ln 10" => Fine.Log(Number(10))!.Value,
            "cbrt 2" => Fine.Root(Number(2), 3)!.Value,
            "golden" => Fine.Divide(Fine.Add(Number(1), Fine.Sqrt(Number(5))!.Value)!.Value, Number(2))!.Value,
            "sin 1" => Fine.Sin(Number(1))!.Value,
            "cos 1" => Fine.Cos(Number(1))!.Value,
            _ => Fine.Atan(Fine.From(new Rational(1, 2))!.Value)!.Value,
        };
        Assert.True(Rational.TryParseDecimal(digits, out var expected));
        Assert.Equal(expected, value.Low.Truncate(50));
        Assert.Equal(expected, value.High.Truncate(50));
    }

    [Fact]
    public void Sine_and_cosine_squared_add_up_to_one() =>
        Gen.OneOf(Arguments, Gen.Int.Select(i => (Rational)i * i * i)).Sample(x =>
        {
            var argument = Coarse.From(x)!.Value;
            var sum = Coarse.Add(Coarse.Power(Coarse.Sin(argument)!.Value, 2)!.Value,
                Coarse.Power(Coarse.Cos(argument)!.Value, 2)!.Value)!.Value;
            Assert.True(sum.Contains(Rational.One), $"{x}: {sum}");
        });

    [Fact]
    public void Exponential_and_logarithm_undo_each_other() =>
        Arguments.Where(x => x.Sign > 0).Sample(x =>
            Assert.True(Coarse.Exp(Coarse.Log(Coarse.From(x)!.Value)!.Value)!.Value.Contains(x)));

    [Fact]
    public void Exact_results_are_points()
    {
        Assert.Equal(3, Exact(Coarse.Root(Number(27), 3)));
        Assert.Equal(-3, Exact(Coarse.Root(Number(-27), 3)));
        Assert.Equal(new Rational(3, 2), Exact(Coarse.Sqrt(Coarse.From(new Rational(9, 4))!.Value)));
        Assert.Equal(1024, Exact(Coarse.Power(Number(2), 10)));
        Assert.Equal(0, Exact(Coarse.Sin(Number(0))));
        Assert.Equal(1, Exact(Coarse.Cos(Number(0))));
        Assert.Equal(1, Exact(Coarse.Exp(Number(0))));
        Assert.Equal(0, Exact(Coarse.Log(Number(1))));
        Assert.Equal(4, Exact(Coarse.Power(Number(-8), new Rational(2, 3))));
        Assert.Equal(0, Exact(Coarse.Power(Number(0), new Rational(5, 2))));
        Assert.True(Coarse.Log(Number(8), Number(2))!.Value.Contains(3));
    }

    [Fact]
    public void Angles_people_know_come_out()
    {
        var third = Coarse.Divide(Coarse.Pi, Number(3))!.Value;
        Assert.True(Coarse.Cos(third)!.Value.Contains(new Rational(1, 2)));
        Assert.True(Coarse.Sin(Coarse.Pi)!.Value.ContainsZero);
        Assert.Null(Coarse.Tan(Coarse.Divide(Coarse.Pi, Number(2))!.Value));
        Assert.True(Coarse.Asin(Number(1))!.Value.Contains(Fine.Divide(Fine.Pi, Number(2))!.Value));
        Assert.True(Coarse.Acos(Number(-1))!.Value.Contains(Fine.Pi));
        Assert.True(Coarse.Acos(Number(1))!.Value.ContainsZero);
    }

    [Fact]
    public void What_is_undefined_has_no_enclosure()
    {
        Assert.Null(Coarse.Divide(Number(1), Number(0)));
        Assert.Null(Coarse.Divide(Number(1), Hull(-1, 1)));
        Assert.Null(Coarse.Sqrt(Number(-1)));
        Assert.Null(Coarse.Root(Number(-2), 4));
        Assert.Null(Coarse.Root(Number(2), 0));
        Assert.Null(Coarse.Log(Number(0)));
        Assert.Null(Coarse.Log(Number(2), Number(1)));
        Assert.Null(Coarse.Asin(Number(2)));
        Assert.Null(Coarse.Power(Number(-2), new Rational(1, 2)));
        Assert.Null(Coarse.Power(Number(-2), Coarse.Sqrt(Number(2))!.Value));
        Assert.Null(Coarse.Power(Number(0), -1));
        Assert.Null(Coarse.Cot(Number(0)));
        Assert.Null(Coarse.Floor(Hull(new Rational(9, 10), 1)));
    }

    [Fact]
    public void Hostile_sizes_are_refused()
    {
        var huge = Coarse.Power(Number(10), 200_000)!.Value;
        Assert.Null(Coarse.Power(huge, 1_000_000));
        Assert.Null(Coarse.Power(Number(9), int.MaxValue));
        Assert.Null(Coarse.Power(Coarse.From(new Rational(1, 9))!.Value, int.MaxValue));
        Assert.Null(Coarse.Power(Number(9), int.MinValue));
        Assert.Null(Coarse.Power(Coarse.From(new Rational(50_000_001, 100_000_000))!.Value, int.MaxValue));
        Assert.Equal(1, Exact(Coarse.Power(Number(-1), int.MinValue)));
        Assert.Null(Coarse.Power(Number(9), (Rational)BigInteger.Pow(9, 99)));
        Assert.Null(Coarse.Exp(huge));
        Assert.Null(Coarse.Multiply(huge, huge));
        Assert.Null(Coarse.From(BigInteger.One << 1_000_001));
        Assert.Equal((-1, 1), (Exact(Coarse.Negate(Number(1))), Coarse.Sin(huge)!.Value.High));
        Assert.True(Coarse.Atan(huge)!.Value.Disjoint(Coarse.From(2)!.Value));
        Assert.Equal(1, Exact(Coarse.Power(Number(-1), (Rational)(BigInteger.Pow(9, 99) - 1))));
        Assert.True(Coarse.Root(Number(2), 1_000_000)!.Value.Low > 1);
    }

    [Fact]
    public void The_precision_has_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntervalArithmetic(15));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IntervalArithmetic(16_385));
    }

    [Fact]
    public void Many_threads_can_share_an_instance()
    {
        var shared = new IntervalArithmetic(100);
        var expected = new IntervalArithmetic(100).Sin(Number(100));
        Parallel.For(0, 200, i =>
        {
            _ = shared.Exp(Number(i));
            Assert.Equal(expected, shared.Sin(Number(100)));
        });
    }

    [Fact]
    public void Text_shows_both_ends() =>
        Assert.Equal("[-1, 2.5]", Hull(-1, new Rational(5, 2)).ToString());

    private static Interval Number(int value) => Fine.From(value)!.Value;

    private static Interval Hull(Rational low, Rational high) => new(Coarse.From(low)!.Value.Lower, Coarse.From(high)!.Value.Upper);

    private static Rational Exact(Interval? x)
    {
        Assert.True(x is { IsPoint: true }, x?.ToString());
        return x!.Value.Low;
    }
}
