using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Finds the set of real numbers that an answer describes: intervals, inequalities in one name, unions, what is left
/// out.</summary>
internal sealed class RealSetReader(NumericJudge judge)
{
    private readonly RealSetAlgebra _algebra = new(judge);

    /// <summary>The set, and the name it is said of or null; null where the answer describes none.</summary>
    public (RealSet Set, string? Name)? Read(Answer answer)
    {
        string? name = null;
        return Read(answer, ref name) is { } set ? (set, name) : null;
    }

    private RealSet? Read(Answer answer, ref string? name)
    {
        switch (answer)
        {
            case Answer.Phrase { Meaning: Known.AllReals }:
                return RealSet.All;
            case Answer.Phrase { Meaning: Known.Nothing }:
                return RealSet.Empty;
            case Answer.Relation relation:
                return Relation(relation, ref name);
            case Answer.Group { Kind: GroupKind.Bracket, Items: [var low, var high] } bracket:
                return Interval(bracket, low, high);
            case Answer.Group { Kind: GroupKind.Union } union:
                return Fold(union.Items, _algebra.Union, ref name);
            case Answer.Group { Kind: GroupKind.Difference, Items: [var whole, var part] }:
                return Read(whole, ref name) is { } from && (Read(part, ref name) ?? Points([part])) is { } without
                    && _algebra.Complement(without) is { } outside ? _algebra.Intersection(from, outside) : null;
            case Answer.Group { Kind: GroupKind.Set } points:
                return Points(points.Items);
            case Answer.Group { Kind: GroupKind.List } list:
                return List(list, ref name);
            default:
                return null;
        }
    }

    private RealSet? List(Answer.Group list, ref string? name)
    {
        if (list.Items.All(item => item is Answer.Group { Kind: GroupKind.Bracket or GroupKind.Union }) && list.Join == '|')
            return Fold(list.Items, _algebra.Union, ref name);
        if (!list.Items.All(item => item is Answer.Relation))
            return null;
        if (list.Join == '|')
            return Fold(list.Items, _algebra.Union, ref name);
        // Conditions side by side hold together; where that leaves nothing they are cases.
        return Fold(list.Items, _algebra.Intersection, ref name) is { Pieces.Length: > 0 } both ? both
            : list.Join == '&' ? null : Fold(list.Items, _algebra.Union, ref name);
    }

    private RealSet? Fold(ImmutableArray<Answer> items, Func<RealSet, RealSet, RealSet?> combine, ref string? name)
    {
        RealSet? result = null;
        foreach (var item in items)
        {
            if (Read(item, ref name) is not { } next)
                return null;
            result = result is null ? next : combine(result, next);
            if (result is null)
                return null;
        }

        return result;
    }

    private RealSet? Points(ImmutableArray<Answer> items)
    {
        RealSet? result = RealSet.Empty;
        foreach (var item in items)
        {
            if (End(item) is not var (value, infinite) || infinite != 0)
                return null;
            result = result is null ? null : _algebra.Union(result, RealSet.Point(value!));
        }

        return result;
    }

    private static RealSet? Interval(Answer.Group bracket, Answer low, Answer high)
    {
        if (End(low) is not var (a, below) || End(high) is not var (b, above) || below > 0 || above < 0)
            return null;
        return RealSet.Interval(a, bracket.Open == '[' && below == 0, b, bracket.Close == ']' && above == 0);
    }

    // A closed value, or the sign of an infinite one.
    private static (Expression? Value, int Infinite)? End(Answer answer) => answer switch
    {
        Answer.Value { Readings: [var value, ..] } when value.Equals(Constant.Infinity) => (null, 1),
        Answer.Value { Readings: [Call { Operation: Operation.Negate } call, ..] } when call.Arguments[0].Equals(Constant.Infinity) =>
            (null, -1),
        Answer.Value { Readings: [var value, ..] } when ExpressionInspector.IsClosed(value) => (value, 0),
        Answer.Measure { Number: var number } => End(number),
        _ => null,
    };

    private RealSet? Relation(Answer.Relation relation, ref string? name)
    {
        if (relation.Signs.Any(sign => sign is not ('<' or '>' or '≤' or '≥' or '≠' or '=')))
            return null;
        RealSet? result = RealSet.All;
        for (var i = 0; i < relation.Signs.Length; i++)
        {
            if (Link(relation.Members[i], relation.Signs[i], relation.Members[i + 1], ref name) is not { } next)
                return null;
            result = result is null ? null : _algebra.Intersection(result, next);
        }

        return result;
    }

    private RealSet? Link(Answer left, char sign, Answer right, ref string? name)
    {
        if (End(left) is not null && NameOf(right) is not null)
            (left, sign, right) = (right, Turned(sign), left);
        if (NameOf(left) is { } symbol && End(right) is var (bound, infinite))
        {
            if (name is not null && name != symbol)
                return null;
            name = symbol;
            return Ray(sign, bound, infinite);
        }

        if (left is Answer.Value { Readings: [Call { Operation: Operation.Abs } size, ..] } && size.Arguments[0] is Symbol inner
            && End(right) is var (reach, far) && far == 0 && judge.Compare(reach!, new NumberLiteral(Rational.Zero)) > 0)
        {
            if (name is not null && name != inner.Name)
                return null;
            name = inner.Name;
            return Within(sign, reach!);
        }

        return Linear(left, sign, right, ref name);
    }

    // |x| < 2, |x| ≥ 2, |x| = 2.
    private RealSet? Within(char sign, Expression reach)
    {
        var opposite = Call.Of(Operation.Negate, reach);
        if (sign is '=' or '≠')
            return _algebra.Union(RealSet.Point(opposite), RealSet.Point(reach)) is { } points && sign == '≠' ? _algebra.Complement(points)
                : _algebra.Union(RealSet.Point(opposite), RealSet.Point(reach));
        var isClosed = sign is '≤' or '>';
        var inside = RealSet.Interval(opposite, isClosed, reach, isClosed);
        return sign is '<' or '≤' ? inside : _algebra.Complement(inside);
    }

    // 2x - 1 < 5: solved where it is linear in its one name.
    private RealSet? Linear(Answer left, char sign, Answer right, ref string? name)
    {
        if (left is not Answer.Value { Readings: [var a, ..] } || right is not Answer.Value { Readings: [var b, ..] }
            || RationalFunction.Difference(a, b) is not { IsPolynomial: true } difference)
            return null;
        var names = ExpressionInspector.Symbols(a);
        names.UnionWith(ExpressionInspector.Symbols(b));
        if (names.Count != 1 || (name is not null && !names.Contains(name)) || difference.Bottom.Terms.Count != 1)
            return null;
        var only = names.First();
        if (UnivariatePolynomial.From(difference.Top, only) is not { Degree: 1 } line
            || UnivariatePolynomial.From(difference.Bottom, only) is not { Degree: 0 } bottom)
            return null;
        name = only;
        var slope = line.Coefficients[1] / bottom.Coefficients[0];
        return Ray(slope.Sign > 0 ? sign : Turned(sign), new NumberLiteral(-line.Coefficients[0] / line.Coefficients[1]), 0);
    }

    private RealSet? Ray(char sign, Expression? bound, int infinite)
    {
        if (infinite != 0)
            return (sign is '<' or '≤' && infinite > 0) || (sign is '>' or '≥' && infinite < 0) ? RealSet.All : null;
        return sign switch
        {
            '<' or '≤' => RealSet.Interval(null, false, bound, sign == '≤'),
            '>' or '≥' => RealSet.Interval(bound, sign == '≥', null, false),
            '=' => RealSet.Point(bound!),
            _ => _algebra.Complement(RealSet.Point(bound!)),
        };
    }

    private static char Turned(char sign) => sign switch { '<' => '>', '>' => '<', '≤' => '≥', '≥' => '≤', _ => sign };

    private static string? NameOf(Answer answer) => answer is Answer.Value { Readings: [Symbol symbol, ..] } ? symbol.Name : null;
}
