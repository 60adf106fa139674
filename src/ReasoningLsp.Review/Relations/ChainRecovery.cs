using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>Tells a slip of the pen from an error: the chain goes on from the right value and not from the wrong one.</summary>
internal static class ChainRecovery
{
    /// <summary>Whether the member after a false one equals the member before it, the link leading to the false one or away from
    /// it.</summary>
    public static bool Recovers(JudgedLink link, Toolbox tools) => Agree(link, link.Index, tools) || Agree(link, link.Index - 1, tools);

    private static bool Agree(JudgedLink link, int first, Toolbox tools)
    {
        var chain = link.Statement.Chain;
        if (first < 0 || first + 2 >= chain.Members.Length || chain.Signs[first] != "=" || chain.Signs[first + 1] != "="
            || chain.Members[first].Expression is not { } left || chain.Members[first + 2].Expression is not { } after)
            return false;
        return ExpressionInspector.IsClosed(left) && ExpressionInspector.IsClosed(after)
            ? tools.Links.JudgeReading(left, after) is var judgment
                && (judgment.Verdict == Verdict.Holds || (judgment.Holds && ExpressionInspector.Literal(after) is not { Decimals: 0 }))
            : tools.Identities.Compare(left, after).Agrees;
    }
}
