using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <content>Equations, inequalities, and intervals that say the same.</content>
public sealed partial class AnswerComparer
{
    private bool? CompareRelations(Answer.Relation gold, Answer.Relation pred, AnswerOptions options, ComparisonWork work)
    {
        gold = Upward(Ends(gold));
        pred = Upward(Ends(pred));
        if (!gold.Signs.SequenceEqual(pred.Signs))
            return false;
        var inOrder = InOrder(gold.Members, pred.Members, options, work);
        if (inOrder == true || gold.Signs.Length != 1)
            return inOrder;
        // An equation and "not equal" may be turned round; the rest is algebra.
        if (gold.Signs[0] is '=' or '≠' && InOrder(gold.Members, [pred.Members[1], pred.Members[0]], options, work) == true)
            return true;
        return Proportional(gold, pred) ?? inOrder;
    }

    // A calculation "x = 5 + 5 = 10" says x = 10.
    private static Answer.Relation Ends(Answer.Relation relation) =>
        relation.Signs.Length > 1 && relation.Signs.All(sign => sign == '=')
            ? new([relation.Members[0], relation.Members[^1]], ['='])
            : relation;

    private static Answer.Relation Upward(Answer.Relation relation) => relation.Signs.All(sign => sign is '>' or '≥')
        ? new([.. relation.Members.Reverse()], [.. relation.Signs.Reverse().Select(sign => sign == '>' ? '<' : '≤')])
        : relation;

    // Whether the differences of the sides are multiples of each other; null where they are no polynomials.
    private static bool? Proportional(Answer.Relation gold, Answer.Relation pred)
    {
        if (Difference(gold) is not { } a || Difference(pred) is not { } b)
            return null;
        if (a.Top.Terms.Count == 0 || b.Top.Terms.Count == 0)
            return a.Top.Terms.Count == b.Top.Terms.Count;
        if (a.Top.Multiply(b.Bottom) is not { } left || b.Top.Multiply(a.Bottom) is not { } right || left.IsZero || right.IsZero)
            return null;
        // The same numerator is the same equation, whatever it is divided by.
        var ordered = gold.Signs[0] is '<' or '≤';
        return Factor(left, right) is { } factor ? !ordered || factor.Sign > 0 : !ordered && Factor(a.Top, b.Top) is not null ? true : a.IsPolynomial && b.IsPolynomial ? false : null;
    }

    private static Rational? Factor(Polynomial left, Polynomial right)
    {
        var (monomial, coefficient) = left.Terms.First();
        if (!right.Terms.TryGetValue(monomial, out var other))
            return null;
        var factor = other / coefficient;
        return left.Scale(factor).Equals(right) ? factor : null;
    }

    private static RationalFunction? Difference(Answer.Relation relation) =>
        relation.Members is [Answer.Value left, Answer.Value right] ? RationalFunction.Difference(left.Readings[0], right.Readings[0]) : null;

    private bool? CompareToRelation(Answer.Relation relation, Answer other, AnswerOptions options, bool sets, ComparisonWork work)
    {
        var ends = Ends(relation);
        if (ends.Signs is ['='])
        {
            if (IsName(ends.Members[0]))
                return Compare(ends.Members[1], other, options, work);
            if (IsName(ends.Members[1]))
                return Compare(ends.Members[0], other, options, work);
            // A calculation without a name: "1/2 + 1/2 = 1", or what is left of one, "$ = 10/9".
            return IsClosed(ends.Members[0]) && IsClosed(ends.Members[1]) ? Compare(ends.Members[1], other, options, work) : false;
        }

        return sets && Interval(Upward(relation)) is { } interval && other is Answer.Group ? Compare(interval, other, options, work) : false;
    }

    private static Answer.Group? Interval(Answer.Relation relation)
    {
        static char Open(char sign) => sign == '<' ? '(' : '[';
        static char Close(char sign) => sign == '<' ? ')' : ']';
        Answer infinity = new Answer.Value([Constant.Infinity]), negative = new Answer.Value([Call.Of(Operation.Negate, Constant.Infinity)]);
        if (!relation.Signs.All(sign => sign is '<' or '≤'))
        {
            return relation is { Signs: ['≠'], Members: [var name, var hole] } && IsName(name)
                ? new(GroupKind.Union, [new Answer.Group(GroupKind.Bracket, [negative, hole], '(', ')'), new Answer.Group(GroupKind.Bracket, [hole, infinity], '(', ')')])
                : null;
        }

        return relation.Members switch
        {
            [var low, var name, var high] when IsName(name) => new(GroupKind.Bracket, [low, high], Open(relation.Signs[0]), Close(relation.Signs[1])),
            [var name, var high] when IsName(name) => new(GroupKind.Bracket, [negative, high], '(', Close(relation.Signs[0])),
            [var low, var name] when IsName(name) => new(GroupKind.Bracket, [low, infinity], Open(relation.Signs[0]), ')'),
            _ => null,
        };
    }

    private static bool IsClosed(Answer answer) => answer is Answer.Value value && ExpressionInspector.IsClosed(value.Readings[0]) || answer is Answer.Words { Key: "" };

    // What an answer may be called: x, f(x), (x, y), NO/BO, "Area".
    private static bool IsName(Answer answer) => answer switch
    {
        Answer.Value value => IsName(value.Readings[0]),
        Answer.Group group => group.Items.Length <= MostItems && group.Items.All(IsName),
        Answer.Words words => words.Key.Length > 0,
        _ => false,
    };

    private static bool IsName(Expression expression) => expression switch
    {
        Symbol or FunctionValue => true,
        Call { Operation: Operation.Multiply or Operation.Divide or Operation.Abs or Operation.Degrees } call => call.Arguments.All(IsName),
        _ => false,
    };
}
