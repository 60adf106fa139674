using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <content>Lists, tuples, sets, matrices.</content>
public sealed partial class AnswerComparer
{
    private bool? CompareGroups(Answer.Group gold, Answer.Group pred, AnswerOptions options, ComparisonWork work)
    {
        if (gold.Items.Length > MostItems || pred.Items.Length > MostItems)
            return null;
        if (Counted(gold) is { } counted && Counted(pred) is { } others && counted.Keys.SequenceEqual(others.Keys))
            return InOrder([.. counted.Values], [.. others.Values], options, work);
        if (Named(gold) is var left && Named(pred) is var right && (left is not null || right is not null)
            && CompareNamed(gold, left, pred, right, options, work) is var (named, isSettled) && isSettled)
            return named;
        switch (gold.Kind, pred.Kind)
        {
            case (GroupKind.Ratio, GroupKind.Ratio):
                return _ratios.Compare(gold, pred);
            case (GroupKind.Bracket, GroupKind.Bracket):
                var intervals = gold.Items.Length == 2 && pred.Items.Length == 2;
                return intervals && (gold.Open != pred.Open || gold.Close != pred.Close) ? false
                    : InOrder(gold.Items, pred.Items, options, work);
            case (GroupKind.Matrix, GroupKind.Matrix):
                return gold.Columns == pred.Columns ? InOrder(gold.Items, pred.Items, options, work) : false;
            case (GroupKind.Matrix, GroupKind.Bracket or GroupKind.List) when IsVector(gold):
            case (GroupKind.Bracket or GroupKind.List, GroupKind.Matrix) when IsVector(pred):
                return InOrder(gold.Items, pred.Items, options, work);
            case (GroupKind.Bracket, GroupKind.List or GroupKind.Set):
            case (GroupKind.List or GroupKind.Set, GroupKind.Bracket):
                return Ordered(gold, pred, options, work);
            case (GroupKind.Union, GroupKind.Union):
                return InAnyOrder(gold.Items, pred.Items, options, work);
            case (GroupKind.List, GroupKind.Union) or (GroupKind.Union, GroupKind.List):
                return InAnyOrder(gold.Items, pred.Items, options, work) == true ? true : null;
            case (GroupKind.List or GroupKind.Set, GroupKind.List or GroupKind.Set):
                var same = InAnyOrder(gold.Items, pred.Items, options, work);
                // Prime factors 2, 2, 3 are not 2, 3; a set holds each once.
                return same == true && gold.Items.Length != pred.Items.Length && gold.Kind == GroupKind.List && pred.Kind == GroupKind.List
                    && !gold.Items.Any(item => item is Answer.Relation) && !pred.Items.Any(item => item is Answer.Relation) ? null : same;
            default:
                return null;
        }
    }

    // A tuple beside a list: the order counts, and where only it differs nothing is known.
    private bool? Ordered(Answer.Group gold, Answer.Group pred, AnswerOptions options, ComparisonWork work)
    {
        var bracket = gold.Kind == GroupKind.Bracket ? gold : pred;
        var (inOrder, inAnyOrder) = (InOrder(gold.Items, pred.Items, options, work), InAnyOrder(gold.Items, pred.Items, options, work));
        // "(2, 3]" can only be an interval, "[2, 3]" may be one.
        if (bracket.Open == '[' != (bracket.Close == ']'))
            return false;
        // A pair is no set of two.
        if (inOrder == true && bracket.Open == '(' && (gold.Kind == GroupKind.Set || pred.Kind == GroupKind.Set))
            return null;
        return inOrder == true && bracket.Open == '[' && bracket.Items.Length == 2 ? null
            : inOrder != false ? inOrder : inAnyOrder == false ? false : null;
    }

    private static bool IsVector(Answer.Group matrix) => matrix.Columns == 1 || matrix.Columns == matrix.Items.Length;

    // "x = 1, y = 2" beside "y = 2, x = 1", or beside "(1, 2)", which goes by the names in their order.
    private (bool? Result, bool IsSettled) CompareNamed(Answer.Group gold, SortedDictionary<string, Answer>? left, Answer.Group pred,
        SortedDictionary<string, Answer>? right, AnswerOptions options, ComparisonWork work)
    {
        if (left is not null && right is not null)
            return left.Keys.SequenceEqual(right.Keys) ? (InOrder([.. left.Values], [.. right.Values], options, work), true)
                : (null, false);
        var (named, other) = left is not null ? (left, pred) : (right!, gold);
        // "A, B" beside "(A) 3, (B) 4" chooses options.
        if ((gold.IsLabelled || pred.IsLabelled)
            && other.Items.All(item => item is Answer.Choice or Answer.Value { Readings: [Symbol, ..] }))
            return (null, true);
        if (other.Kind is not (GroupKind.Bracket or GroupKind.List) || other.Items.Length != named.Count
            || other.Items.Any(item => item is Answer.Relation))
            return (null, false);
        ImmutableArray<Answer> values = [.. named.Values];
        var inOrder = left is not null ? InOrder(values, other.Items, options, work) : InOrder(other.Items, values, options, work);
        // A bare list may be in another order than that of the names.
        return (inOrder != false || other.Kind == GroupKind.Bracket || InAnyOrder(values, other.Items, options, work) == false ? inOrder
            : null, true);
    }

    // Numbers by what they count where each part of a list counts something else: "5 boys and 7 girls".
    private static SortedDictionary<string, Answer>? Counted(Answer.Group group)
    {
        if (group.Kind != GroupKind.List || group.Items.Length < 2)
            return null;
        var counted = new SortedDictionary<string, Answer>(StringComparer.OrdinalIgnoreCase);
        return group.Items.All(item => item is Answer.Measure { Units.IsEmpty: true } measure && counted.TryAdd(measure.Noun, measure))
            ? counted : null;
    }

    // Values by name where each part of a list names another; null where it does not.
    private static SortedDictionary<string, Answer>? Named(Answer.Group group)
    {
        if (group.Kind is not (GroupKind.List or GroupKind.Set) || group.Items.Length < 2)
            return null;
        var named = new SortedDictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var item in group.Items)
        {
            if (item is not Answer.Relation { Signs: ['='], Members: [Answer.Value { Readings: [var name, ..] }, var value] }
                || !IsName(name) || !named.TryAdd(name.Key, value))
                return null;
        }

        // Roots x_1 and x_2 are told apart by no name of their own.
        var bases = named.Keys.Select(name => name.Split('_')[0]).Distinct(StringComparer.Ordinal).Count();
        return bases == 1 && named.Keys.All(name => name.Contains('_', StringComparison.Ordinal)) ? null : named;
    }

    // A single thing beside several: "x = 2 or x = 2" says one thing twice.
    private bool? CompareToGroup(Answer.Group group, Answer other, AnswerOptions options, Func<Answer, bool?> compare)
    {
        if (group.Items.Length is 0 or > MostItems)
            return null;
        if (group.Kind == GroupKind.Ratio)
            return CompareToRatio(group, other, options);
        var isList = group.Kind is GroupKind.List or GroupKind.Set;
        if (group.Items is [var only] && (isList || group.Kind is GroupKind.Bracket or GroupKind.Matrix))
            return compare(only) is var one && isList ? one : one == true ? true : null;
        if (isList && group.Items.All(item => item is not Answer.Group))
        {
            var each = group.Items.Select(compare).ToList();
            // One of several amounts that are told apart: the rest may have been left out.
            if (each.Contains(true) && (group.IsLabelled || Counted(group) is not null))
                return null;
            return each.TrueForAll(item => item == true) ? true : each.Contains(false) && IsPlain(other) ? false : null;
        }

        return IsPlain(other) && group.Kind is GroupKind.Bracket or GroupKind.Matrix or GroupKind.Union or GroupKind.Set ? false : null;
    }

    private bool? CompareToRatio(Answer.Group ratio, Answer other, AnswerOptions options) => other switch
    {
        Answer.Clock clock => RatioComparer.Clock(ratio) is { } time ? RatioComparer.Same(time, clock.Time) : null,
        Answer.Value value => _ratios.CompareTo(ratio, value, options),
        // "10:15 hours"
        Answer.Measure { Units.IsEmpty: false } => null,
        _ => null,
    };

    // One number and nothing else.
    private static bool IsPlain(Answer answer) =>
        answer is Answer.Value { Readings: [var value, ..] } && ExpressionInspector.IsClosed(value) && value is not Symbol
        || answer is Answer.Measure or Answer.Choice { Content: null };

    private bool? InOrder(ImmutableArray<Answer> gold, ImmutableArray<Answer> pred, AnswerOptions options, ComparisonWork work)
    {
        if (gold.Length != pred.Length)
            return false;
        bool? result = true;
        for (var i = 0; i < gold.Length; i++)
        {
            var one = Compare(gold[i], pred[i], options, work);
            if (one == false)
                return false;
            result = one is null ? null : result;
        }

        return result;
    }

    private bool? InAnyOrder(ImmutableArray<Answer> gold, ImmutableArray<Answer> pred, AnswerOptions options, ComparisonWork work)
    {
        // Each part of one must be a part of the other; equality is transitive, so parts said twice do no harm.
        var unsure = false;
        var met = new bool[pred.Length];
        foreach (var item in gold)
        {
            bool found = false, maybe = false;
            for (var j = 0; j < pred.Length; j++)
            {
                var one = Compare(item, pred[j], options, work);
                met[j] |= one == true;
                found |= one == true;
                maybe |= one is null;
            }

            if (!found && !maybe)
                return false;
            unsure |= maybe;
            if (!found)
                return null;
        }

        return Array.TrueForAll(met, one => one) ? true : unsure ? null : false;
    }
}
