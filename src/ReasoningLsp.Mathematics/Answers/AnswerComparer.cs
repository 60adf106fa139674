using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>
/// Decides whether two final answers say the same. "Equal" and "different" are both proven; what may be either is neither.
/// Thread-safe; the work is bounded for any input.
/// </summary>
public sealed partial class AnswerComparer
{
    private const int LongestAnswer = 20_000;
    private const int MostItems = 100;
    private const int LongestOfAKind = 120;

    private static readonly LinearRegex s_family = new(@"∈\s*(?:\\mathbb\s*\{?\s*[ZN]|[ℤℕZN]\b)|\binteger");

    private readonly ValueComparer _values = new();
    private readonly MeasureComparer _measures;
    private readonly RatioComparer _ratios;
    private readonly RealSetReader _sets;
    private readonly CalculationComparer _calculations;

    /// <summary>A comparer.</summary>
    public AnswerComparer()
    {
        _measures = new(_values);
        _ratios = new(_values);
        _sets = new(_values.Judge);
        _calculations = new(_values.Judge);
    }

    /// <summary>Whether <paramref name="pred"/> answers what <paramref name="gold"/> does.</summary>
    /// <param name="gold">The reference answer, or a text that ends with it.</param>
    /// <param name="pred">The answer given, or a text that ends with it.</param>
    /// <param name="options">How closely they must agree.</param>
    /// <returns>True: they say the same; false: they do not; null: one was not found, or it is not known.</returns>
    public bool? Compare(string gold, string pred, AnswerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(pred);
        if (options.Precision is null && Bounds(gold, pred, options, out var bounded))
            return bounded;
        var same = Decide(SaidNotation.Of(gold), SaidNotation.Of(pred), options);
        return same == true && OpposedWords.MayDiffer(gold, pred) ? null
            // A loss of 20 is -20.
            : same == false && OpposedWords.MayBeSign(gold, pred) is var (left, right) && Decide(left, right, options) == true ? null
            : same;
    }

    // "more than 12" and "> 12"; what one of them says of a name, or allows at the end, the other may leave to the question.
    private bool Bounds(string gold, string pred, AnswerOptions options, out bool? same)
    {
        same = null;
        var (reference, answer) = (SaidBounds.Read(gold), SaidBounds.Read(pred));
        // A longer text ends with its answer.
        if (reference is { IsSaid: true } && answer is null)
            answer = AnswerExtractor.FromText(pred) is { } extract ? SaidBounds.Read(extract) : null;
        if (answer is { IsSaid: true } && reference is null)
            reference = AnswerExtractor.FromText(gold) is { } extract ? SaidBounds.Read(extract) : null;
        if (reference is not { } one || answer is not { } other || !(one.IsSaid || other.IsSaid))
            return false;
        if (one.Name.Length > 0 && other.Name.Length > 0 && one.Name != other.Name)
            return true;
        var values = Decide(one.Value, other.Value, options);
        same = one.Sign == other.Sign ? values : "<≤".Contains(one.Sign) == "<≤".Contains(other.Sign) ? null : false;
        return true;
    }

    private bool? Decide(string gold, string pred, AnswerOptions options)
    {
        if (AnswerExtractor.FromText(gold) is not { Length: <= LongestAnswer } left
            || AnswerExtractor.FromText(pred) is not { Length: <= LongestAnswer } right)
            return null;
        // The whole of a short answer, of which an extract may be the last number.
        if (options.Precision is null)
            foreach (var one in Forms(gold, left))
                foreach (var other in Forms(pred, right))
                    if (IsOfAKind(one, other, options, out var ofKind))
                        return ofKind;
        // "10 percent of 810" does not end with its answer: the whole of it is a calculation.
        if (options.Precision is null && (left.Length < gold.Trim().Length || right.Length < pred.Trim().Length)
            && _calculations.Compare(gold, pred, null) is { } calculated)
            return calculated;
        (left, right) = (SaidNotation.Of(left), SaidNotation.Of(right));
        var (a, b) = (AnswerNotation.Normalise(left), AnswerNotation.Normalise(right));
        // "1, 2, 3, ..." is more than "1, 2, 3", and may be all that other words say.
        if (GoesOn(a) || GoesOn(b))
            return GoesOn(a) && GoesOn(b)
                ? string.Equals(Unspaced(a), Unspaced(b), StringComparison.Ordinal) ? true : null
                : Compare(AnswerReader.Read(a), AnswerReader.Read(b), options, new ComparisonWork()) == false ? false : null;
        if (string.Equals(AnswerNotation.Key(a), AnswerNotation.Key(b), StringComparison.Ordinal))
            return true;
        if (DateAnswers.AreDays(a, b, out var sameDay))
            return sameDay;
        if (ResidueAnswers.AreClasses(a, b, out var sameClass))
            return sameClass;
        var (reference, answer) = (AnswerReader.Read(a), AnswerReader.Read(b));
        if (!IsFamily(a) || !IsFamily(b))
        {
            var same = Compare(reference, answer, options, new ComparisonWork());
            return options.Precision is null ? _calculations.Compare(gold, pred, same) : same;
        }

        // kπ and nπ for whole k and n: the same family may be written from another member on.
        return Compare(reference, answer, options with { Strict = false }, new ComparisonWork()) == true ? true : null;
    }

    // What is written in a way of its own on both sides.
    private bool IsOfAKind(string gold, string pred, AnswerOptions options, out bool? same)
    {
        if (ClockAnswers.AreTimes(gold, pred, out same) || RemainderAnswers.AreDivisions(gold, pred, out same)
            || OrdinalAnswers.AreOrdinals(gold, pred, out same) || FormulaAnswers.AreFormulas(gold, pred, out same))
            return true;
        if (DirectionAnswers.AreDirections(gold, pred, out same, out var sizes))
        {
            if (sizes is var (one, other))
                same = Decide(one, other, options);
            return true;
        }

        // Of the letters of numerals a product is made as well, but nobody answers with one of three.
        if (gold.Length > 2 && pred.Length > 2 && RomanNumerals.Read(gold) is { } left && RomanNumerals.Read(pred) is { } right)
        {
            same = left == right;
            return true;
        }

        same = false;
        return AreWords(gold) && AreWords(pred) && WordComparer.Compare(gold, pred) == false;
    }

    private static IEnumerable<string> Forms(string whole, string extract)
    {
        if (whole.Length <= LongestOfAKind && extract.Length < whole.Trim().Length)
            yield return AnswerNotation.Normalise(whole.Trim().Trim('.', '$', '*').Trim());
        if (extract.Length <= LongestOfAKind)
            yield return AnswerNotation.Normalise(extract);
    }

    private static bool AreWords(string text) => text.Length is > 2 and <= 60 && text.All(c => char.IsLetter(c) || c is ' ' or '-' or '\'');

    private static bool GoesOn(string normalised) =>
        normalised.EndsWith("...", StringComparison.Ordinal) && normalised.Contains(',', StringComparison.Ordinal);

    private static string Unspaced(string normalised) => normalised.Replace(" ", "", StringComparison.Ordinal);

    private static bool IsFamily(string normalised) => s_family.IsMatch(normalised);

    private bool? Compare(Answer gold, Answer pred, AnswerOptions options, ComparisonWork work)
    {
        if (!work.Take())
            return null;
        switch (gold, pred)
        {
            case (Answer.Either either, _):
                return Any(either.Readings, reading => Compare(reading, pred, options, work));
            case (_, Answer.Either either):
                return Any(either.Readings, reading => Compare(gold, reading, options, work));
            // "x < 1 and x > 0" is no "x < 1 or x > 0".
            case (Answer.Group { Kind: GroupKind.List, Join: '&' or '|' } left,
                Answer.Group { Kind: GroupKind.List, Join: '&' or '|' } right)
                when left.Join != right.Join && left.Items.Concat(right.Items).Any(item => item is Answer.Relation { Signs: not ['='] }):
                return CompareSets(gold, pred, options, work) == false ? false : null;
            case (Answer.Choice left, Answer.Choice right):
                return left.Letter == right.Letter;
            case (Answer.Choice choice, not Answer.Group):
                return CompareChoice(choice, pred, content => Compare(content, pred, options, work));
            case (not Answer.Group, Answer.Choice choice):
                return CompareChoice(choice, gold, content => Compare(gold, content, options, work));
            case (Answer.Value left, Answer.Value right):
                return _values.Compare(left.Readings, right.Readings, options);
            case (Answer.Relation left, Answer.Relation right):
                return CompareRelations(left, right, options, work);
            case (Answer.Relation { Signs: not ['='] } or Answer.Group { Kind: not GroupKind.Ratio }
            or Answer.Phrase, Answer.Relation { Signs: not ['='] } or Answer.Group { Kind: not GroupKind.Ratio } or Answer.Phrase):
                return CompareSets(gold, pred, options, work);
            case (Answer.Relation left, _):
                return CompareToRelation(left, pred, options, work, (part, other) => Compare(part, other, options, work));
            case (_, Answer.Relation right):
                return CompareToRelation(right, gold, options, work, (part, other) => Compare(other, part, options, work));
            case (Answer.Phrase phrase, _):
                return CompareToPhrase(phrase.Meaning, pred);
            case (_, Answer.Phrase phrase):
                return CompareToPhrase(phrase.Meaning, gold);
            case (Answer.Words left, Answer.Words right):
                return string.Equals(left.Key, right.Key, StringComparison.OrdinalIgnoreCase) ? true
                    : left.IsNotation || right.IsNotation ? null : WordComparer.Compare(left.Key, right.Key);
            case (Answer.Words or Answer.Value, Answer.Words or Answer.Value):
                return null;
            case (Answer.Group left, Answer.Group right):
                return CompareGroups(left, right, options, work);
            case (Answer.Group left, _):
                return CompareToGroup(left, pred, options, item => Compare(item, pred, options, work));
            case (_, Answer.Group right):
                return CompareToGroup(right, gold, options, item => Compare(gold, item, options, work));
            default:
                return CompareMarked(gold, pred, options);
        }
    }

    // Measures, based numbers and times of day, and what may stand for them.
    private bool? CompareMarked(Answer gold, Answer pred, AnswerOptions options)
    {
        switch (gold, pred)
        {
            case (Answer.Measure left, Answer.Measure right):
                return _measures.Compare(left, right, options);
            case (Answer.Measure left, Answer.Value right):
                return _measures.CompareBare(left, right.Readings, options, isGold: true);
            case (Answer.Value left, Answer.Measure right):
                return _measures.CompareBare(right, left.Readings, options, isGold: false);
            case (Answer.Based left, Answer.Based right):
                return left.Base == right.Base ? _values.Compare(left.Number.Readings, right.Number.Readings, options)
                    : _values.Compare(left.Number.Readings, right.Number.Readings, options) == true ? null : false;
            case (Answer.Based based, Answer.Value value):
                return CompareToBased(based, value, options);
            case (Answer.Value value, Answer.Based based):
                return CompareToBased(based, value, options);
            case (Answer.Clock left, Answer.Clock right):
                return RatioComparer.Same(left.Time, right.Time);
            default:
                return null;
        }
    }

    private bool? CompareToBased(Answer.Based based, Answer.Value value, AnswerOptions options) =>
        based.Digits is { } digits && _values.Compare(digits.Readings, value.Readings, options) == true
            && _values.Compare(based.Number.Readings, value.Readings, options) != true
            // "204" is 204 in base 8 that leaves the base to the question; 1010 is a number of its own, which 1010 in base 2 is not.
            ? based.Base == 2 ? null : true
        : _values.Compare(based.Number.Readings, value.Readings, options);

    private static bool? CompareChoice(Answer.Choice choice, Answer other, Func<Answer, bool?> compare)
    {
        if (other is Answer.Value { Readings: [Symbol { Name: [>= 'A' and <= 'J' and var letter] }, ..] })
            return letter == choice.Letter;
        return choice.Content is { } content ? compare(content) : null;
    }

    // "No solution" is no number and no set that holds one; of zero it is not known.
    private bool? CompareToPhrase(Known phrase, Answer other) => other switch
    {
        // 1/0, tan 90°
        Answer.Value { Readings: [var value, ..] } when phrase == Known.Undefined && ExpressionInspector.IsClosed(value)
            && _values.HasNoValue(value) => true,
        Answer.Value { Readings: [var value, ..] } when ExpressionInspector.IsClosed(value) => phrase switch
        {
            Known.Nothing or Known.Undefined =>
                value is NumberLiteral { Value.IsZero: true } || ExpressionInspector.Nodes(value).Contains(Constant.Infinity) ? null
                : false,
            Known.AllReals => false,
            Known.InfinitelyMany => value.Equals(Constant.Infinity),
            _ => null,
        },
        Answer.Measure { Number: var number } => CompareToPhrase(phrase, number),
        Answer.Relation { Signs: ['='], Members: [_, Answer.Value { Readings: [NumberLiteral, ..] }] } =>
            phrase is Known.Nothing or Known.Undefined or Known.AllReals or Known.InfinitelyMany ? false : null,
        _ => null,
    };

    private static bool? Any(ImmutableArray<(Answer Answer, bool IsCertain)> readings, Func<Answer, bool?> compare)
    {
        bool? result = false;
        foreach (var (answer, isCertain) in readings)
        {
            var one = compare(answer);
            if (one == true && isCertain)
                return true;
            result = one == false ? result : null;
        }

        return result;
    }
}
