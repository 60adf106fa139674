using System.Numerics;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>Whether two congruences in one unknown have solutions in common, found by trying every residue.</summary>
internal static class CongruencePair
{
    private const int MostResidues = 2000;

    /// <summary>What shows that each has solutions and none in common, for a person; null where nothing is certain.</summary>
    public static string? Compare(Statement first, Statement second, Toolbox tools, CancellationToken cancellationToken)
    {
        if (Unknown(first) is not { } name || Unknown(second) != name || first.Chain.Modulus is not { } a
            || second.Chain.Modulus is not { } b
            || CongruenceJudge.Modulus(tools, a) is not { } m || CongruenceJudge.Modulus(tools, b) is not { } n)
            return null;
        var both = m / BigInteger.GreatestCommonDivisor(m, n) * n;
        if (both > MostResidues)
            return null;
        List<int> ofFirst = [], ofSecond = [];
        for (var candidate = 0; candidate < (int)both; candidate++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Holds(first, name, candidate, m, tools) is not { } inFirst || Holds(second, name, candidate, n, tools) is not { } inSecond
                || (inFirst && inSecond))
                return null;
            if (inFirst)
                ofFirst.Add(candidate);
            if (inSecond)
                ofSecond.Add(candidate);
        }

        return ofFirst.Count > 0 && ofSecond.Count > 0
            ? $"the first holds for {name} ≡ {ofFirst[0]}, the second for {name} ≡ {ofSecond[0]} (mod {both}), "
                + $"and no {name} satisfies both"
            : null;
    }

    /// <summary>The congruence in plain notation.</summary>
    public static string Write(Statement statement) =>
        $"{statement.Chain.Members[^2].Expression} ≡ {statement.Chain.Members[^1].Expression} (mod {statement.Chain.Modulus})";

    private static string? Unknown(Statement statement)
    {
        if (statement.Chain.Signs is not ["≡"] || statement.Chain.Members[0].Expression is not { } left
            || statement.Chain.Members[1].Expression is not { } right)
            return null;
        var symbols = ExpressionInspector.Symbols(left, right);
        return symbols.Count == 1 ? symbols.First() : null;
    }

    private static bool? Holds(Statement statement, string name, int candidate, BigInteger modulus, Toolbox tools)
    {
        var number = new NumberLiteral(new Rational(candidate, 1));
        return CongruenceJudge.Residue(tools, With(statement.Chain.Members[0].Expression!, name, number), modulus) is { } a
            && CongruenceJudge.Residue(tools, With(statement.Chain.Members[1].Expression!, name, number), modulus) is { } b
            ? a == b
            : null;
    }

    private static Expression With(Expression expression, string name, Expression value) =>
        ExpressionRewriter.Rewrite(expression, node => node is Symbol symbol && symbol.Name == name ? value : null);
}
