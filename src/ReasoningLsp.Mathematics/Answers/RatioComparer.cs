using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Dates;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares ratios, and the times of day that are written like one.</summary>
internal sealed class RatioComparer(ValueComparer values)
{
    private static readonly LinearRegex s_clock = new(@"^\s*\d{1,2}\s?:\s?\d{2}(?:\s?:\s?\d{2})?\s*$");

    /// <summary>Whether the ratios are the same but for a common factor; null where they may be times that differ.</summary>
    public bool? Compare(Answer.Group gold, Answer.Group pred)
    {
        if (Clock(gold) is { } one && Clock(pred) is { } other)
            return Same(one, other) is not false and var same ? same
                : one.Seconds % 3600 != 0 && Proportional(gold, pred) == true ? null : false;
        // "10:05" is no ratio as "10:5" is one.
        return Proportional(gold, pred) is var proportional && proportional == true && (IsTimeAlone(gold) || IsTimeAlone(pred)) ? null
            : proportional;
    }

    /// <summary>Whether a ratio of two terms is a number: their quotient; null where the number may be another part of it.</summary>
    public bool? CompareTo(Answer.Group ratio, Answer.Value number, AnswerOptions options)
    {
        if (ratio.Items is not [Answer.Value left, Answer.Value right])
            return null;
        // "10:30" is a third, or a time; "2:30" is two hours and a half.
        var isClock = Clock(ratio) is not null;
        if (isClock && values.Compare([Hours(ratio)], number.Readings, AnswerOptions.Default) == true)
            return null;
        var quotient = values.Compare([Call.Of(Operation.Divide, left.Readings[0], right.Readings[0])], number.Readings, options);
        if (quotient != false)
            return isClock ? null : quotient;
        // Turned round, or a share of the whole.
        var (a, b) = (left.Readings[0], right.Readings[0]);
        var whole = Call.Of(Operation.Add, a, b);
        return new[] { Call.Of(Operation.Divide, b, a), Call.Of(Operation.Divide, a, whole), Call.Of(Operation.Divide, b, whole) }.Any(
            part => values.Compare([part], number.Readings, options) != false) ? null : false;
    }

    /// <summary>Whether two times of day are the same. A half of the day that is not said agrees with either that is said; null where
    /// digits alone tell them apart by half a day, as <c>10:00</c> and <c>22:00</c>.</summary>
    public static bool? Same(ClockTime left, ClockTime right)
    {
        if (left.Seconds == right.Seconds)
            return true;
        if ((left.HalfIsKnown && right.HalfIsKnown) || left.Seconds % ClockTime.HalfDay != right.Seconds % ClockTime.HalfDay)
            return false;
        return left.Suffix.Length > 0 || right.Suffix.Length > 0 ? true : null;
    }

    private static bool LooksLikeClock(string text) => s_clock.IsMatch(text);

    /// <summary>How a ratio was written: a colon for one that may be a time, and a zero for one that can be nothing else.</summary>
    public static (char Open, char Close) Marks(string text) =>
        !LooksLikeClock(text) ? (' ', ' ') : (':', text.Split(':')[1..].Any(term => term.TrimStart().StartsWith('0')) ? '0' : ' ');

    /// <summary>The time that a ratio may be: <c>10:15</c>; null where it is none.</summary>
    public static ClockTime? Clock(Answer.Group ratio)
    {
        if (ratio.Open != ':' || ratio.Items.Length is not (2 or 3) || Whole(ratio.Items[0]) is not (>= 0 and <= 24 and var hour)
            || Whole(ratio.Items[1]) is not (>= 0 and < 60 and var minute))
            return null;
        var second = ratio.Items.Length == 3 ? Whole(ratio.Items[2]) : 0;
        return second is >= 0 and < 60 ? new ClockTime(((hour % 24) * 3600) + (minute * 60) + second.Value, hour > 12, "") : null;
    }

    // A term that begins with a zero: "10:05", "8:00".
    private static bool IsTimeAlone(Answer.Group ratio) => ratio.Close == '0';

    private static Call Hours(Answer.Group ratio) => Call.Of(Operation.Add, ((Answer.Value)ratio.Items[0]).Readings[0],
        Call.Of(Operation.Divide, ((Answer.Value)ratio.Items[1]).Readings[0], new NumberLiteral(60)));

    private bool? Proportional(Answer.Group gold, Answer.Group pred)
    {
        if (gold.Items.Length != pred.Items.Length)
            return gold.Items.Concat(pred.Items).All(item => item is Answer.Value) ? false : null;
        if (Terms(gold) is not { } a || Terms(pred) is not { } b)
            return null;
        bool? result = true;
        for (var i = 1; i < a.Length; i++)
        {
            var one = values.Compare([Call.Of(Operation.Multiply, a[0], b[i])], [Call.Of(Operation.Multiply, b[0], a[i])],
                AnswerOptions.Default);
            if (one == false)
                return false;
            result = one is null ? null : result;
        }

        // A term of zero is proportional to anything.
        return result == true && a.Concat(b).Any(term => values.Exact(term) is { IsZero: true }) ? null : result;
    }

    private static ImmutableArray<Expression>? Terms(Answer.Group ratio)
    {
        var terms = ImmutableArray.CreateBuilder<Expression>();
        foreach (var item in ratio.Items)
        {
            if (item is not Answer.Value { Readings: [var value, ..] })
                return null;
            terms.Add(value);
        }

        return terms.ToImmutable();
    }

    private static int? Whole(Answer item) =>
        item is Answer.Value { Readings: [NumberLiteral { Value: { IsInteger: true, Sign: >= 0 } value, Decimals: 0 }] } && value < 100
        ? (int)value.Numerator : null;
}
