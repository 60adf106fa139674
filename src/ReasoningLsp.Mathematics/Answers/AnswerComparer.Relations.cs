using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Answers;

/// <content>Equations, inequalities, and sets of numbers that say the same.</content>
public sealed partial class AnswerComparer
{
    private bool? CompareRelations(Answer.Relation gold, Answer.Relation pred, AnswerOptions options, ComparisonWork work)
    {
        gold = Upward(Ends(gold));
        pred = Upward(Ends(pred));
        if (gold.Signs.SequenceEqual(pred.Signs) && InOrder(gold.Members, pred.Members, options, work) == true)
            return true;
        if (gold.Signs is ['='] && pred.Signs is ['='])
            return CompareEquations(gold, pred, options, work);
        // "Not equal" may be turned round.
        if (gold.Signs is ['≠'] && pred.Signs is ['≠'] && InOrder(gold.Members, [pred.Members[1], pred.Members[0]], options, work) == true)
            return true;
        if (gold.Signs.Length == 1 && gold.Signs.SequenceEqual(pred.Signs) && Proportional(gold, pred) == true)
            return true;
        if (SameSet(gold, pred) is { } sets)
            return sets;
        // f(2) < f(1) < f(4): what is compared is the same, only otherwise.
        return gold.Signs.SequenceEqual(pred.Signs) && gold.Signs.Length > 1 && gold.Members.Length == pred.Members.Length
            && InAnyOrder(gold.Members, pred.Members, options, work) == true ? false : null;
    }

    private bool? CompareEquations(Answer.Relation gold, Answer.Relation pred, AnswerOptions options, ComparisonWork work)
    {
        if (InOrder(gold.Members, [pred.Members[1], pred.Members[0]], options, work) == true)
            return true;
        if (Proportional(gold, pred) is { } proportional && (proportional || !AreNamed(gold, pred)))
            return proportional;
        if (!IsName(gold.Members[0]) || !IsName(pred.Members[0]))
            return null;
        if (gold.Members[0] is Answer.Value { Readings: [FunctionValue one, ..] }
            && pred.Members[0] is Answer.Value { Readings: [FunctionValue other, ..] } && one.Name == other.Name)
            return Compare(gold.Members[1], pred.Members[1], one.Key == other.Key ? options : options with { Strict = false }, work);
        var values = Compare(gold.Members[1], pred.Members[1], options, work);
        var names = Compare(gold.Members[0], pred.Members[0], options, work);
        if (names == true || values == false)
            return values;
        // y = 2x + 1 is f(x) = 2x + 1; another name for a number may be another number.
        return values == true && (gold.Members[0],
            pred.Members[0]) is (Answer.Value { Readings: [FunctionValue, ..] }, Answer.Value { Readings: [Symbol, ..] })
            or (Answer.Value { Readings: [Symbol, ..] }, Answer.Value { Readings: [FunctionValue, ..] }) ? true : null;
    }

    // Two different names, each with a number: they may be said of different things.
    private static bool AreNamed(Answer.Relation gold, Answer.Relation pred) =>
        gold.Members is [Answer.Value { Readings: [Symbol one, ..] }, Answer.Value { Readings: [var a, ..] }]
        && pred.Members is [Answer.Value { Readings: [Symbol other, ..] }, Answer.Value { Readings: [var b, ..] }]
        && one.Name != other.Name && ExpressionInspector.IsClosed(a) && ExpressionInspector.IsClosed(b);

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
        return Factor(left, right) is { } factor ? !ordered || factor.Sign > 0
            : !ordered && Factor(a.Top, b.Top) is not null ? true : a.IsPolynomial && b.IsPolynomial ? false : null;
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
        relation.Members is [Answer.Value left, Answer.Value right] ? RationalFunction.Difference(left.Readings[0], right.Readings[0])
        : null;

    // An equation gives its value where one side is its name; other relations are no single answer.
    private static bool? CompareToRelation(Answer.Relation relation, Answer other, AnswerOptions options, ComparisonWork work,
        Func<Answer, Answer, bool?> compare)
    {
        var ends = Ends(relation);
        if (ends.Signs is not ['='])
            return IsPlain(other) && !ends.Signs.Contains('≡') ? false : null;
        if (IsName(ends.Members[0]))
            return compare(ends.Members[1], other);
        if (IsName(ends.Members[1]))
            return compare(ends.Members[0], other);
        // A calculation without a name: "1/2 + 1/2 = 1", or what is left of one, "$ = 10/9".
        if (IsClosed(ends.Members[0]) && IsClosed(ends.Members[1]))
            return compare(ends.Members[1], other);
        // An equation in several names is no number; one in a single name may be solved by it.
        return IsPlain(other) && ends.Members.OfType<Answer.Value>().SelectMany(member => ExpressionInspector.Symbols(member.Readings[0]))
            .Distinct().Count() > 1 ? false : null;
    }

    // As sets of numbers where they are such, else part by part.
    private bool? CompareSets(Answer gold, Answer pred, AnswerOptions options, ComparisonWork work)
    {
        if (gold is Answer.Phrase left && pred is Answer.Phrase right)
            return ComparePhrases(left.Meaning, right.Meaning);
        if (gold is Answer.Phrase { Meaning: Known.Yes or Known.No or Known.InfinitelyMany }
            || pred is Answer.Phrase { Meaning: Known.Yes or Known.No or Known.InfinitelyMany })
            return null;
        bool? parts = gold is Answer.Group one && pred is Answer.Group other ? CompareGroups(one, other, options, work) : null;
        if (parts == true || (AreAmounts(gold) && AreAmounts(pred))
            || IsTuple(gold) && IsTuple(pred) || IsSquareList(gold, pred) || IsSquareList(pred, gold))
            return parts;
        return SameSet(gold, pred) ?? (parts == false && HasBounds(gold) | HasBounds(pred) ? null : parts);
    }

    // "5 boys and 7 girls" is no set of two numbers.
    private static bool AreAmounts(Answer answer) =>
        answer is Answer.Group { Kind: GroupKind.List or GroupKind.Set } group && group.Items.All(item => item is Answer.Measure);

    private static bool HasBounds(Answer answer) =>
        answer is Answer.Group { Kind: GroupKind.Union or GroupKind.Difference }
        || (answer is Answer.Group { Kind: GroupKind.List } list
            && list.Items.Any(item => item is Answer.Relation { Signs: not ['='] } or Answer.Group { Kind: GroupKind.Bracket }));

    // [2, 3] may list what {2, 3} holds.
    private static bool IsSquareList(Answer bracket, Answer other) =>
        bracket is Answer.Group { Kind: GroupKind.Bracket, Open: '[', Close: ']' }
        && other is Answer.Group { Kind: GroupKind.Set or GroupKind.List };

    private static bool IsTuple(Answer answer) => answer is Answer.Group { Kind: GroupKind.Bracket };

    private bool? SameSet(Answer gold, Answer pred)
    {
        if (_sets.Read(gold) is not var (left, name) || _sets.Read(pred) is not var (right, other)
            || (name is not null && other is not null && name != other && !left.Equals(right) && left.Pieces.Length == 0))
            return null;
        if (left.Pieces.Length != right.Pieces.Length)
            return false;
        bool? result = true;
        for (var i = 0; i < left.Pieces.Length; i++)
        {
            var (a, b) = (left.Pieces[i], right.Pieces[i]);
            foreach (var one in (bool?[])[SameEnd(a.Low, a.LowIn, b.Low, b.LowIn), SameEnd(a.High, a.HighIn, b.High, b.HighIn)])
            {
                if (one == false)
                    return false;
                result = one is null ? null : result;
            }
        }

        // x > 2 and y > 2 hold for the same numbers, of other names.
        return result == true && name is not null && other is not null && name != other ? null : result;
    }

    private bool? SameEnd(Expression? left, bool leftIn, Expression? right, bool rightIn)
    {
        if (left is null || right is null)
            return left is null && right is null;
        return leftIn != rightIn ? false : _values.Compare([left], [right], AnswerOptions.Default);
    }

    private static bool? ComparePhrases(Known left, Known right) => (left, right) switch
    {
        _ when left == right => true,
        (Known.Yes, Known.No) or (Known.No, Known.Yes) => false,
        (Known.Nothing, Known.AllReals or Known.InfinitelyMany) or (Known.AllReals or Known.InfinitelyMany, Known.Nothing) => false,
        _ => null,
    };

    private static bool IsClosed(Answer answer) =>
        answer is Answer.Value value && ExpressionInspector.IsClosed(value.Readings[0])
        || answer is Answer.Measure or Answer.Words { Key: "" };

    // What an answer may be called: x, f(x), (x, y), NO/BO, "Area".
    private static bool IsName(Answer answer) => answer switch
    {
        Answer.Value value => IsName(value.Readings[0]),
        Answer.Group group => group.Items.Length <= MostItems && group.Items.All(IsName),
        Answer.Words words => words.Key.Length > 0,
        Answer.Choice { Content: null } => true,
        _ => false,
    };

    private static bool IsName(Expression expression) => expression switch
    {
        Symbol or FunctionValue => true,
        Call { Operation: Operation.Multiply or Operation.Divide or Operation.Abs or Operation.Degrees } call => call.Arguments.All(IsName),
        _ => false,
    };
}
