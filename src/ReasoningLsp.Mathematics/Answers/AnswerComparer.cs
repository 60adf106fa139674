using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Decides whether two final answers say the same. Thread-safe; the work is bounded for any input.</summary>
public sealed partial class AnswerComparer
{
    private const int LongestAnswer = 20_000;
    private const int MostItems = 100;

    private readonly ValueComparer _values = new();

    /// <summary>Whether <paramref name="pred"/> answers what <paramref name="gold"/> does.</summary>
    /// <param name="gold">The reference answer, or a text that ends with it.</param>
    /// <param name="pred">The answer given, or a text that ends with it.</param>
    /// <param name="options">How closely they must agree.</param>
    /// <returns>True: they say the same; false: they do not; null: one was not found, or neither could be understood.</returns>
    public bool? Compare(string gold, string pred, AnswerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (AnswerExtractor.FromText(gold) is not { Length: <= LongestAnswer } left || AnswerExtractor.FromText(pred) is not { Length: <= LongestAnswer } right)
            return null;
        var (a, b) = (AnswerNotation.Normalise(left), AnswerNotation.Normalise(right));
        if (string.Equals(AnswerNotation.Key(a), AnswerNotation.Key(b), StringComparison.Ordinal))
            return true;
        return Compare(AnswerReader.Read(a), AnswerReader.Read(b), options, new ComparisonWork());
    }

    private bool? Compare(Answer gold, Answer pred, AnswerOptions options, ComparisonWork work)
    {
        if (!work.Take())
            return null;
        switch (gold, pred)
        {
            case (Answer.Value left, Answer.Value right):
                return _values.Compare(left.Readings, right.Readings, options);
            case (Answer.Words left, Answer.Words right):
                return string.Equals(left.Key, right.Key, StringComparison.OrdinalIgnoreCase) ? true : left.IsNotation && right.IsNotation ? null : false;
            case (Answer.Relation left, Answer.Relation right):
                return CompareRelations(left, right, options, work);
            case (Answer.Relation left, _):
                return CompareToRelation(left, pred, options, true, work);
            case (_, Answer.Relation right):
                return CompareToRelation(right, gold, options, options.AllowSetRelation, work);
            case (Answer.Group left, Answer.Group right):
                return CompareGroups(left, right, options, work);
            case (Answer.Group left, _):
                return left.Items is [var only] && left.Kind is GroupKind.List or GroupKind.Set ? Compare(only, pred, options, work) : AllAlike(left, pred, options, work);
            case (_, Answer.Group right):
                return right.Items is [var one] && right.Kind is GroupKind.List or GroupKind.Set ? Compare(gold, one, options, work) : AllAlike(right, gold, options, work);
            default:
                return false;
        }
    }

    // "x = 2 or x = 2": a list that says one thing several times.
    private bool? AllAlike(Answer.Group group, Answer other, AnswerOptions options, ComparisonWork work)
    {
        if (group.Kind != GroupKind.List || group.Items.Length is 0 or > MostItems)
            return false;
        return group.Items.All(item => item is not Answer.Group && Compare(item, other, options, work) == true);
    }

    private bool? CompareGroups(Answer.Group gold, Answer.Group pred, AnswerOptions options, ComparisonWork work)
    {
        if (gold.Items.Length > MostItems || pred.Items.Length > MostItems)
            return null;
        switch (gold.Kind, pred.Kind)
        {
            case (GroupKind.Bracket, GroupKind.Bracket):
                var intervals = gold.Items.Length == 2 && pred.Items.Length == 2;
                return intervals && (gold.Open != pred.Open || gold.Close != pred.Close) ? false : InOrder(gold.Items, pred.Items, options, work);
            case (GroupKind.Matrix, GroupKind.Matrix):
                return gold.Columns == pred.Columns ? InOrder(gold.Items, pred.Items, options, work) : false;
            case (GroupKind.Matrix, GroupKind.Bracket or GroupKind.List) when gold.Columns == 1 || gold.Columns == gold.Items.Length:
            case (GroupKind.Bracket or GroupKind.List, GroupKind.Matrix) when pred.Columns == 1 || pred.Columns == pred.Items.Length:
            case (GroupKind.Ratio, GroupKind.Ratio):
            case (GroupKind.Bracket, GroupKind.List):
            case (GroupKind.List, GroupKind.Bracket):
                return InOrder(gold.Items, pred.Items, options, work);
            case (GroupKind.Union, GroupKind.Union):
                return InAnyOrder(gold.Items, pred.Items, options, work);
            case (GroupKind.List, GroupKind.Union) when gold.Items.All(item => item is Answer.Relation or Answer.Group { Kind: GroupKind.Bracket }):
            case (GroupKind.Union, GroupKind.List) when options.AllowSetRelation || pred.Items.All(item => item is Answer.Group):
                return InAnyOrder(gold.Items, pred.Items, options, work);
            case (GroupKind.List or GroupKind.Set or GroupKind.Bracket, GroupKind.List or GroupKind.Set or GroupKind.Bracket):
                return gold.Open == '[' || pred.Open == '[' ? false : InAnyOrder(gold.Items, pred.Items, options, work);
            default:
                return false;
        }
    }

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
            var found = false;
            for (var j = 0; j < pred.Length; j++)
            {
                var one = Compare(item, pred[j], options, work);
                met[j] |= one == true;
                found |= one == true;
                unsure |= one is null;
            }

            if (!found)
                return unsure ? null : false;
        }

        return Array.TrueForAll(met, one => one) ? true : unsure ? null : false;
    }
}
