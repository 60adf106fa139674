using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Judges equalities of several values at once: tuples, matrices, and both values of a ±.</summary>
internal static class PartwiseJudge
{
    /// <summary>The verdict, or null where a side is a single number.</summary>
    public static Judgment? Judge(LinkJudge links, Expression left, Expression right)
    {
        if (Components.Of(left) is { } a && Components.Of(right) is { } b)
            return a.Rows == b.Rows && a.Columns == b.Columns ? Each(links, a, b) : Judgment.Unknown;
        if (VectorProduct.Judge(links, left, right) is { } product)
            return product;
        if (SignBranches.Of(left) is { } x && SignBranches.Of(right) is { } y)
            return Branches(links, x, y);
        return null;
    }

    private static Judgment Each(LinkJudge links, Components left, Components right)
    {
        var all = new Judgment(Verdict.Holds);
        for (var i = 0; i < left.Items.Length; i++)
        {
            var part = links.JudgeReading(left.Items[i], right.Items[i]);
            if (part.Verdict == Verdict.Fails)
                return part with { Parts = (left.Items[i], right.Items[i]) };
            if (!part.Holds)
                all = Judgment.Unknown;
        }

        return all;
    }

    // The values as a set: which sign gives which is not said.
    private static Judgment Branches(LinkJudge links, (Expression Upper, Expression Lower) left, (Expression Upper, Expression Lower) right)
    {
        Judgment same = links.JudgeReading(left.Upper, right.Upper), crossed = links.JudgeReading(left.Upper, right.Lower), lowerSame =
            links.JudgeReading(left.Lower, right.Lower), lowerCrossed = links.JudgeReading(left.Lower, right.Upper);
        if ((same.Holds && lowerSame.Holds) || (crossed.Holds && lowerCrossed.Holds))
            return new Judgment(Verdict.Holds);
        if (same.Verdict == Verdict.Fails && crossed.Verdict == Verdict.Fails)
            return same with { Parts = (left.Upper, right.Upper) };
        if (lowerSame.Verdict == Verdict.Fails && lowerCrossed.Verdict == Verdict.Fails)
            return lowerSame with { Parts = (left.Lower, right.Lower) };
        return Judgment.Unknown;
    }
}
