using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Relations;

/// <summary>Equalities with numerals whose base is written: <c>41 = 1121_3</c>. Others beside them may be of any base.</summary>
internal static class WrittenBases
{
    private const int Largest = 16;

    /// <summary>Whether a side of the relation holds such a numeral.</summary>
    public static bool OccurIn(Expression left, Expression right) =>
        ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).Any(IsWritten);

    /// <summary>Whether a false equality is false in whatever base numerals are that show none: one numeral with its base is said to be
    /// another, or what its digits come to.</summary>
    public static bool AreCertain(Expression left, Expression right) =>
        (IsWritten(left) && IsKnown(right, left)) || (IsWritten(right) && IsKnown(left, right))
        || ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<NumberLiteral>().All(IsWritten);

    private static bool IsWritten(Expression node) => node is NumberLiteral { Numeral: not null };

    private static bool IsKnown(Expression other, Expression numeral)
    {
        if (IsWritten(other))
            return true;
        if (other is NumberLiteral { Decimals: 0, Value: { IsInteger: true, Sign: > 0 } } number)
            return !MayBe(number.ToString(), ((NumberLiteral)numeral).Value);
        // "1 · 27 + 1 · 9 + 2 · 3 + 1", "2 · 5² + 3": digits times powers, in tens as they are calculated.
        return other is Call { Operation: Operation.Add or Operation.Multiply }
            && ExpressionInspector.Nodes(other).Any(node => node is Call { Operation: Operation.Power, Arguments: [NumberLiteral, _] })
            && !ExpressionInspector.Nodes(other).Any(IsWritten);
    }

    private static bool MayBe(string digits, Rational value)
    {
        for (var radix = 2; radix <= Largest; radix++)
        {
            if (digits.All(digit => char.IsAsciiDigit(digit) && digit - '0' < radix) && ExpressionParser.InBase(digits, radix) == value)
                return true;
        }

        return false;
    }
}
