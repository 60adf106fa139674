using System.Collections.Immutable;
using System.Numerics;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares two values: exactly, by algebra, at points, and to the decimals asked for.</summary>
internal sealed class ValueComparer
{
    private const int DefaultPrecision = 6;

    private readonly NumericJudge _judge = new();
    private readonly IdentityTest _identity = new(new Evaluator(160));

    /// <summary>Whether the values are equal in any of their readings; null where that is not known.</summary>
    public bool? Compare(ImmutableArray<Expression> gold, ImmutableArray<Expression> pred, AnswerOptions options)
    {
        bool? result = false;
        foreach (var left in gold)
        {
            foreach (var right in pred)
            {
                var one = CompareOne(left, right, options);
                if (one == true)
                    return true;
                result = one is null ? null : result;
            }
        }

        return result;
    }

    /// <summary>Whether the values are equal; a percent or degree sign that one of them lacks is passed over.</summary>
    public bool? CompareOne(Expression left, Expression right, AnswerOptions options)
    {
        if (left.Equals(right))
            return true;
        if (IsInfinite(left) || IsInfinite(right))
            return false;
        if (!options.Strict)
            right = Renamed(right, left);
        var result = Equal(left, right, options);
        if (result != true && Has(left, Operation.Percent) != Has(right, Operation.Percent) && Equal(ExpressionRewriter.WithoutPercent(left), ExpressionRewriter.WithoutPercent(right), options) == true)
            return true;
        if (result != true && Has(left, Operation.Degrees) != Has(right, Operation.Degrees) && Equal(ExpressionRewriter.WithoutDegrees(left), ExpressionRewriter.WithoutDegrees(right), options) == true)
            return true;
        return result;
    }

    private bool? Equal(Expression left, Expression right, AnswerOptions options)
    {
        if (ExpressionInspector.IsClosed(left) && ExpressionInspector.IsClosed(right))
            return Closed(left, right, options);
        var difference = RationalFunction.Difference(left, right);
        if (difference?.Top.IsZero == true)
            return true;
        if (difference is { IsPolynomial: true })
            return false;
        // One point of difference is enough: as functions they are not the same.
        return _identity.Compare(left, right).Holds ?? (difference is null ? null : false);
    }

    private bool? Closed(Expression left, Expression right, AnswerOptions options)
    {
        var judgment = _judge.Equal(left, right);
        if (judgment.Verdict == Verdict.Holds)
            return true;
        if (judgment.Left is not { } a || judgment.Right is not { } b)
            return null;
        return Near(a.Re, b.Re, options) && Near(a.Im, b.Im, options);
    }

    private bool Near(Real a, Real b, AnswerOptions options)
    {
        if (a.Exact is { } x && b.Exact is { } y && x == y)
            return true;
        var arithmetic = _judge.Evaluator.Arithmetic;
        if (a.Range(arithmetic) is not { } p || b.Range(arithmetic) is not { } q)
            return false;
        var digits = Math.Clamp(options.Precision ?? DefaultPrecision, 0, 30);
        var (m, n) = (a.Exact ?? p.Midpoint, b.Exact ?? q.Midpoint);
        return Rational.Abs(m - n) * 2 <= new Rational(1, BigInteger.Pow(10, digits)) || m.Round(digits) == n.Round(digits);
    }

    private static bool IsInfinite(Expression expression) =>
        expression.Equals(Constant.Infinity) || (expression is Call { Operation: Operation.Negate } call && call.Arguments[0].Equals(Constant.Infinity));

    private static bool Has(Expression expression, Operation operation) =>
        ExpressionInspector.Nodes(expression).Any(node => node is Call call && call.Operation == operation);

    // The names of one expression for those of the other, in the order of reading.
    private static Expression Renamed(Expression expression, Expression model)
    {
        var from = Names(expression);
        var to = Names(model);
        if (from.Count != to.Count)
            return expression;
        return ExpressionRewriter.Rewrite(expression, node => node is Symbol symbol ? new Symbol(to[from.IndexOf(symbol.Name)]) : null);
    }

    private static List<string> Names(Expression expression) =>
        [.. ExpressionInspector.Nodes(expression).OfType<Symbol>().Select(symbol => symbol.Name).Distinct(StringComparer.Ordinal)];
}
