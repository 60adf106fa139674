using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>The readings of ambiguous notation.</summary>
public static class Reading
{
    private const int MostFlags = 4;

    private static readonly ImmutableArray<Ambiguities> s_twoWay =
    [
        Ambiguities.SlashProduct, Ambiguities.SlashSum, Ambiguities.MixedNumber, Ambiguities.LogBase, Ambiguities.AngleUnit,
        Ambiguities.ArgumentExtent, Ambiguities.ImaginaryUnit, Ambiguities.EulerNumber,
        Ambiguities.GaussBracket, Ambiguities.DoubleDash, Ambiguities.MixedSum, Ambiguities.BracedComma,
        Ambiguities.BracketedPeriod, Ambiguities.BracketedLoss, Ambiguities.ScriptDigits,
        Ambiguities.LooseExponent,
    ];

    /// <summary>Every combination of second readings of what is ambiguous, the first readings first; null where there are too
    /// many.</summary>
    public static ImmutableArray<Ambiguities>? Combinations(Ambiguities met)
    {
        var flags = s_twoWay.Where(flag => (met & flag) != 0).ToImmutableArray();
        if (flags.Length > MostFlags)
            return null;
        var combinations = ImmutableArray.CreateBuilder<Ambiguities>(1 << flags.Length);
        for (var bits = 0; bits < 1 << flags.Length; bits++)
        {
            var combination = Ambiguities.None;
            for (var i = 0; i < flags.Length; i++)
            {
                if ((bits >> i & 1) == 1)
                    combination |= flags[i];
            }

            combinations.Add(combination);
        }

        return combinations.MoveToImmutable();
    }

    /// <summary>The member in a reading; the same expression where that changes nothing.</summary>
    public static Expression? Read(ImmutableArray<Token> tokens, Member member, ParserOptions options, Ambiguities second)
    {
        if ((member.Ambiguities & second) == 0)
            return member.Expression;
        return ExpressionParser.Parse(tokens, member.FirstToken, member.EndToken,
            options with { Second = second | member.Certain }).Expression;
    }
}
