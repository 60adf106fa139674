using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares two values: exactly, by algebra, at points, and to the digits that are shown or asked for.</summary>
internal sealed class ValueComparer
{
    private readonly NumericJudge _judge = new();
    private readonly PointTest _points = new(new Evaluator(160));

    /// <summary>The judge of its numbers.</summary>
    public NumericJudge Judge => _judge;

    /// <summary>Whether the values are equal in any of their readings; null where that is not known.</summary>
    public bool? Compare(ImmutableArray<Expression> gold, ImmutableArray<Expression> pred, AnswerOptions options)
    {
        bool? result = false;
        foreach (var left in gold)
        {
            foreach (var right in pred)
            {
                var one = CompareOne(left, right, options);
                // What stands under a line may be a conjugate, a mean or digits: a name of its own proves nothing different.
                if (one == false && (IsOverlined(left) || IsOverlined(right)))
                    one = null;
                if (one == true)
                    return true;
                result = one is null ? null : result;
            }
        }

        return result;
    }

    /// <summary>Whether the values are equal, no sign of degree or percent passed over.</summary>
    public bool? CompareExactly(ImmutableArray<Expression> gold, ImmutableArray<Expression> pred, AnswerOptions options) =>
        Equal(gold[0], pred[0], options);

    /// <summary>The exact value of an expression without names; null where it has none.</summary>
    public Rational? Exact(Expression expression) => _judge.Evaluator.Evaluate(expression, Evaluator.NoSymbols)?.Exact;

    /// <summary>Whether it is certain that the expression has no value: somewhere in it is divided by zero, or a tangent of a right angle
    /// or a logarithm of zero is taken.</summary>
    public bool HasNoValue(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node switch
    {
        Call { Operation: Operation.Divide, Arguments: [_, var bottom] } => IsZero(bottom),
        Call { Operation: Operation.Tan or Operation.Sec, Arguments: [var angle] } => IsZero(Call.Of(Operation.Cos, angle)),
        Call { Operation: Operation.Cot or Operation.Csc, Arguments: [var angle] } => IsZero(Call.Of(Operation.Sin, angle)),
        Call { Operation: Operation.Ln or Operation.Log, Arguments: [var operand, ..] } => IsZero(operand),
        _ => false,
    });

    private bool IsZero(Expression expression) => _judge.Equal(expression, new NumberLiteral(Rational.Zero)).Verdict == Verdict.Holds;

    // A percent or degree sign that one of them lacks is passed over.
    private bool? CompareOne(Expression left, Expression right, AnswerOptions options)
    {
        if (left.Equals(right))
            return true;
        if (IsInfinite(left) || IsInfinite(right))
            return HasValue(left) && HasValue(right) ? false : null;
        if (!options.Strict)
            right = Renamed(right, left);
        var result = Equal(left, right, options);
        if (result != true && IsPercentage(left) != IsPercentage(right) && Has(left, Operation.Percent) != Has(right, Operation.Percent)
            && Equal(ExpressionRewriter.WithoutPercent(left), ExpressionRewriter.WithoutPercent(right), options) == true)
            return SignMayBeLeftOut(left, right) ? true : null;
        if (result != true && Has(left, Operation.Degrees) != Has(right, Operation.Degrees)
            && Equal(ExpressionRewriter.WithoutDegrees(left), ExpressionRewriter.WithoutDegrees(right), options) == true)
            return true;
        // π beside 180 is a straight angle, or another number.
        if (result == false && HasPi(left) != HasPi(right) && !Has(left, Operation.Degrees) && !Has(right, Operation.Degrees)
            && (HasPi(left) ? Equal(left, Call.Of(Operation.Degrees, right), options)
                : Equal(Call.Of(Operation.Degrees, left), right, options)) == true)
            return null;
        return result;
    }

    // "25" answers what asks for percent, as a reference of 25% does; whether one of 25 does nobody says. A part of one may be a share.
    private bool SignMayBeLeftOut(Expression gold, Expression pred) =>
        IsPercentage(gold) && Exact(pred) is { } number && Rational.Abs(number) >= Rational.One;

    private static bool HasPi(Expression expression) => ExpressionInspector.Nodes(expression).Contains(Constant.Pi);

    private bool? Equal(Expression left, Expression right, AnswerOptions options)
    {
        var isOperation = OperatorReducer.HasOperators(left) || OperatorReducer.HasOperators(right);
        (left, right) = (_judge.Reduce(left), _judge.Reduce(right));
        if (ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).FirstOrDefault(IsIndefinite) is Call integral)
            return Primitives(left, right, ((Symbol)integral.Arguments[1]).Name, options);
        if (ExpressionInspector.IsClosed(left) && ExpressionInspector.IsClosed(right))
            return Closed(left, right, options);
        var difference = RationalFunction.Difference(left, right);
        if (difference?.Top.IsZero == true)
            return true;
        // Points that agree prove nothing: √(x²) and x are told apart by the proof that is not found.
        if (difference is not { IsPolynomial: true }
            && (isOperation ? EqualityProof.HoldsFrom(left, right) || EqualityProof.HoldsFrom(right, left)
            : EqualityProof.Holds(left, right)))
            return true;
        var result = difference is { IsPolynomial: true } ? false : _points.Compare(left, right) == false ? false : (bool?)null;
        // "+ C" and "+ c": any constant is as good as another; one that only one side has may have been left out.
        var (a, b) = (WithoutConstant(left), WithoutConstant(right));
        if (a is not null && b is not null)
            return Equal(a, b, options) == true ? true
                : RationalFunction.Difference(a, b) is { IsPolynomial: true } apart
                    ? apart.Top.Terms.Keys.All(term => term.Equals(Monomial.One)) : null;
        if (result == false && (a is not null || b is not null) && Equal(a ?? left, b ?? right, options) != false)
            return null;
        // "AB" names a thing, such as a segment or a vector, or is A times B.
        if (result == false && (AsProducts(left), AsProducts(right)) is var (x, y) && !(x.Equals(left) && y.Equals(right))
            && Equal(x, y, options) != false)
            return null;
        return result == false && (HasOwnFunction(left, right) || HasOwnFunction(right, left) || FreeNames.MayAgree(left, right)
            || FreeNames.MayShift(left, right, (a, b) => RationalFunction.Difference(a, b)?.Top.IsZero)) ? null
            : result;
    }

    // P(A) is some number, which the other may be.
    private static bool HasOwnFunction(Expression expression, Expression other) => ExpressionInspector.Nodes(expression)
        .Any(node => node is FunctionValue) && !ExpressionInspector.Nodes(other).Any(node => node is FunctionValue);

    // "45%", "-3%", and not "880 + 10% of 880", which calculates with its percents.
    private static bool IsPercentage(Expression expression) => expression switch
    {
        Call { Operation: Operation.Negate or Operation.PlusMinus } call => IsPercentage(call.Arguments[0]),
        Call call => call.Operation == Operation.Percent,
        _ => false,
    };

    private static bool IsOverlined(Expression expression) => ExpressionInspector.Nodes(expression)
        .Any(node => node is Symbol symbol && symbol.Name.StartsWith("overline(", StringComparison.Ordinal));

    private static bool IsIndefinite(Expression node) => node is Call { Operation: Operation.Integral, Arguments.Length: 2 };

    // Indefinite integrals are the same where their derivatives are.
    private bool? Primitives(Expression left, Expression right, string name, AnswerOptions options)
    {
        Expression Derived(Expression expression) =>
            Call.Of(Operation.Derivative, expression, new Symbol(name), new NumberLiteral(Rational.One));
        return OperatorReducer.HasOperators(_judge.Reduce(Derived(left))) || OperatorReducer.HasOperators(_judge.Reduce(Derived(right)))
            ? null
            : Equal(Derived(left), Derived(right), options);
    }

    // The value of 1/0 is a matter of convention.
    private bool HasValue(Expression expression) => IsInfinite(expression)
        || (ExpressionInspector.IsClosed(expression) && _judge.Evaluator.Evaluate(expression, Evaluator.NoSymbols) is not null);

    private static Expression AsProducts(Expression expression) => ExpressionRewriter.Rewrite(expression,
        node => node is Symbol { Name: { Length: > 1 and <= 12 } name } && Letters(name) is { Count: > 1 } letters
            ? Call.Of(Operation.Multiply, [.. letters.Select(letter => new Symbol(letter))]) : null);

    // The letters of a name, each with its primes; none where it has other signs.
    private static List<string> Letters(string name)
    {
        var letters = new List<string>();
        foreach (var c in name)
        {
            if (char.IsAsciiLetter(c))
                letters.Add(c.ToString());
            else if (c is '\'' or '′' && letters.Count > 0)
                letters[^1] += c;
            else
                return [];
        }

        return letters;
    }

    private static Call? WithoutConstant(Expression expression) =>
        expression is Call { Operation: Operation.Add } sum
        && sum.Arguments.FirstOrDefault(term => term is Symbol { Name: "C" or "c" or "K" or "k" or "C_1" or "c_1" }) is { } constant
            ? Call.Of(Operation.Add, [.. sum.Arguments.Remove(constant), new NumberLiteral(Rational.Zero)])
            : null;

    private bool? Closed(Expression left, Expression right, AnswerOptions options)
    {
        var judgment = _judge.Equal(left, right);
        if (judgment.Verdict == Verdict.Holds)
            return true;
        if (judgment.Left is not { } a || judgment.Right is not { } b)
            return null;
        return RoundingComparer.Compare(left, a, right, b, options.Precision, judgment.Verdict == Verdict.Unknown,
            _judge.Evaluator.Arithmetic);
    }

    private static bool IsInfinite(Expression expression) =>
        expression.Equals(Constant.Infinity)
        || (expression is Call { Operation: Operation.Negate } call && call.Arguments[0].Equals(Constant.Infinity));

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
