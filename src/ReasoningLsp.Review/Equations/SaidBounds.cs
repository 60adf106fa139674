using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Equations;

/// <summary>Bounds that a statement, or two joined ones, give a letter: <c>x &gt; 3</c>, <c>-1 &lt; x ≤ 3</c>,
/// <c>x &lt; -1 or x &gt; 3</c>.</summary>
/// <param name="Name">The letter.</param>
/// <param name="Low">The lower bound of one piece, and whether it belongs to it; null where there is none.</param>
/// <param name="High">The upper bound.</param>
/// <param name="IsOutside">Whether it is what lies below the upper bound or above the lower one, and not between the two.</param>
internal sealed record SaidBounds(string Name, (Rational Value, bool IsIn)? Low, (Rational Value, bool IsIn)? High, bool IsOutside)
{
    /// <summary>Its ends.</summary>
    public IEnumerable<Rational> Ends
    {
        get
        {
            if (Low is { } low)
                yield return low.Value;
            if (High is { } high)
                yield return high.Value;
        }
    }

    /// <summary>Whether a place is within the bounds.</summary>
    public bool Holds(Rational at)
    {
        bool IsAbove((Rational Value, bool IsIn) end) => at > end.Value || (end.IsIn && at == end.Value);
        bool IsBelow((Rational Value, bool IsIn) end) => at < end.Value || (end.IsIn && at == end.Value);
        var (above, below) = (Low is not { } low || IsAbove(low), High is not { } high || IsBelow(high));
        return IsOutside ? above || below : above && below;
    }

    /// <summary>The bounds of a statement; null where it gives none.</summary>
    public static SaidBounds? Of(Statement statement)
    {
        var chain = statement.Chain;
        return (chain.Signs, chain.Members) switch
        {
            ([var sign], [{ Expression: { } left }, { Expression: { } right }]) => Of(left, sign, right),
            ([var first, var second], [{ Expression: { } left }, { Expression: Symbol middle }, { Expression: { } right }])
                when IsAbove(first) == IsAbove(second) && Of(left, first, middle) is { } one && Of(middle, second, right) is { } other
                => one.With(other),
            _ => null,
        };
    }

    /// <summary>Two half lines of one letter, joined: what lies between them, or outside of both; null where the words cannot mean
    /// either.</summary>
    public SaidBounds? Joined(SaidBounds other, bool isOr)
    {
        if (IsOutside || other.IsOutside || (Low is null) == (High is null) || (other.Low is null) == (other.High is null)
            || (Low is null) == (other.Low is null) || Name != other.Name)
            return null;
        var both = new SaidBounds(Name, Low ?? other.Low, High ?? other.High, false);
        var isApart = both.High!.Value.Value <= both.Low!.Value.Value;
        // "x < -1 and x > 3" is how many write it; "x > -1 or x < 3" is everything, and hardly meant.
        return isApart ? both with { IsOutside = true } : isOr ? null : both;
    }

    private SaidBounds With(SaidBounds other) => this with { Low = Low ?? other.Low, High = High ?? other.High };

    private static SaidBounds? Of(Expression left, string sign, Expression right)
    {
        if (sign is not ("<" or ">" or "≤" or "≥"))
            return null;
        var isIn = sign is "≥" or "≤";
        return (left, right) switch
        {
            (Symbol { Name: var name }, _) when RationalFunction.From(right)?.Constant is { } value
                => Half(name, value, IsAbove(sign), isIn),
            (_, Symbol { Name: var name }) when RationalFunction.From(left)?.Constant is { } value
                => Half(name, value, !IsAbove(sign), isIn),
            _ => null,
        };
    }

    private static SaidBounds Half(string name, Rational value, bool isAbove, bool isIn) =>
        isAbove ? new(name, (value, isIn), null, false) : new(name, null, (value, isIn), false);

    private static bool IsAbove(string sign) => sign is ">" or "≥";
}
