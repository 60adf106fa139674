using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Judges equalities of several values at once: tuples, matrices, and both values of a ±.</summary>
internal sealed class PartwiseJudge(Func<Expression, Expression, Judgment> equal)
{
    /// <summary>The verdict, or null where a side is a single number.</summary>
    public Judgment? Judge(Expression left, Expression right)
    {
        if (Components.Of(left) is { } a && Components.Of(right) is { } b)
            return a.Rows == b.Rows && a.Columns == b.Columns ? Each(a, b) : Judgment.Unknown;
        if (SignBranches.Of(left) is { } x && SignBranches.Of(right) is { } y)
            return Branches(x, y);
        return null;
    }

    private Judgment Each(Components left, Components right)
    {
        var all = new Judgment(Verdict.Holds);
        for (var i = 0; i < left.Items.Length; i++)
        {
            var part = equal(left.Items[i], right.Items[i]);
            if (part.Verdict == Verdict.Fails)
                return part with { Parts = (left.Items[i], right.Items[i]) };
            if (!part.Holds)
                all = Judgment.Unknown;
        }

        return all;
    }

    // The values as a set: which sign gives which is not said.
    private Judgment Branches((Expression Upper, Expression Lower) left, (Expression Upper, Expression Lower) right)
    {
        Judgment same = equal(left.Upper, right.Upper), crossed = equal(left.Upper, right.Lower), lowerSame = equal(left.Lower, right.Lower), lowerCrossed = equal(left.Lower, right.Upper);
        if ((same.Holds && lowerSame.Holds) || (crossed.Holds && lowerCrossed.Holds))
            return new Judgment(Verdict.Holds);
        if (same.Verdict == Verdict.Fails && crossed.Verdict == Verdict.Fails)
            return same with { Parts = (left.Upper, right.Upper) };
        if (lowerSame.Verdict == Verdict.Fails && lowerCrossed.Verdict == Verdict.Fails)
            return lowerSame with { Parts = (left.Lower, right.Lower) };
        return Judgment.Unknown;
    }
}
