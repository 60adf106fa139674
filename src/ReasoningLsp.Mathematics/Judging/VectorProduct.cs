using System.Collections.Immutable;
using System.Numerics;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Judges products of two vectors by what they are said to come to: a number is the inner product, a vector of three parts the
/// cross product.</summary>
internal static class VectorProduct
{
    private const int Space = 3;

    /// <summary>The verdict; null where the left side is no product of two vectors with as many parts.</summary>
    public static Judgment? Judge(LinkJudge links, Expression left, Expression right)
    {
        if (left is not Call { Operation: Operation.Multiply, Arguments: [var first, var second] } || Parts(first) is not { } a
            || Parts(second) is not { } b || a.Length != b.Length || a.Length < 2)
            return null;
        if (Parts(right) is not { } stated)
            return ExpressionInspector.Nodes(right).Any(node => node is Collection) ? null : Inner(links, a, b, right);
        return a.Length == Space && stated.Length == Space ? Cross(links, a, b, stated) : null;
    }

    // A row, or a column.
    private static ImmutableArray<Expression>? Parts(Expression expression) =>
        expression is Collection or Call { Operation: Operation.Negate } && Components.Of(expression) is { } components
        && (components.Rows == 1 || components.Columns == 1) ? components.Items : null;

    // "(12, 18)(4, 6)" may multiply greatest common divisors.
    private static Judgment Inner(LinkJudge links, ImmutableArray<Expression> a, ImmutableArray<Expression> b, Expression right)
    {
        var judgment = links.JudgeReading(Compose.Sum([.. a.Zip(b, (x, y) => Compose.Product(x, y))]), right);
        return judgment.Verdict == Verdict.Fails && Divisor(a) is { } x && Divisor(b) is { } y
            && links.JudgeReading(new NumberLiteral(new Rational(x * y, 1)), right).Holds
            ? judgment.Doubted(DoubtKind.Notation, "the brackets may be greatest common divisors") : judgment;
    }

    private static BigInteger? Divisor(ImmutableArray<Expression> parts) =>
        parts.All(part => part is NumberLiteral { Value: { IsInteger: true, Sign: > 0 } })
            ? parts.Cast<NumberLiteral>().Select(part => part.Value.Numerator).Aggregate(BigInteger.GreatestCommonDivisor) : null;

    private static Judgment Cross(LinkJudge links, ImmutableArray<Expression> a, ImmutableArray<Expression> b,
        ImmutableArray<Expression> stated)
    {
        var all = new Judgment(Verdict.Holds);
        for (var i = 0; i < Space; i++)
        {
            var (j, k) = ((i + 1) % Space, (i + 2) % Space);
            var part = Compose.Sum(Compose.Product(a[j], b[k]), Compose.Negate(Compose.Product(a[k], b[j])));
            var judgment = links.JudgeReading(part, stated[i]);
            // Part by part is another way to multiply.
            if (judgment.Verdict == Verdict.Fails)
                return a.Zip(b, (x, y) => Compose.Product(x, y)).Zip(stated, (own, said) => links.JudgeReading(own, said))
                        .All(each => each.Holds)
                    ? judgment.Doubted(DoubtKind.Meaning, "the vectors may be multiplied part by part")
                    : judgment with { Parts = (part, stated[i]) };
            if (!judgment.Holds)
                all = Judgment.Unknown;
        }

        return all;
    }
}
