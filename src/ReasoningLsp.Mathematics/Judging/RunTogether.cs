using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>
/// Two statements that were read as one, because what parts them may be a sign of arithmetic: the colon of "Réduction de 15 % : 60 × 0,85
/// = 51 €", the dash of "In 2023 – 12 + 7 = 19 cases", the minus of "(−2)² = 4 but −2² = −4", the item of a list behind "= 13". Where the
/// whole is false and the part behind the mark is not, the mark parts them.
/// </summary>
public static class RunTogether
{
    private const int MostTokens = 200;

    /// <summary>The chains, and in place of each that is two statements both of them.</summary>
    public static ImmutableArray<RelationChain> Part(ImmutableArray<Token> tokens, ImmutableArray<RelationChain> chains,
        ParserOptions options, LinkJudge judge)
    {
        // Hardly ever there is one: nothing is made anew for the others.
        for (var i = chains.Length - 1; i >= 0; i--)
        {
            if (Parts(tokens, chains[i], options, judge) is { } parts)
                chains = chains.RemoveAt(i).InsertRange(i, parts);
        }

        return chains;
    }

    private static ImmutableArray<RelationChain>? Parts(ImmutableArray<Token> tokens, RelationChain chain, ParserOptions options,
        LinkJudge judge)
    {
        if (chain.EndToken - chain.FirstToken > MostTokens || chain.Modulus is not null)
            return null;
        for (var i = 0; i < chain.Signs.Length; i++)
        {
            if (chain.Signs[i] is not ("=" or "≈") || !IsCalculated(chain.Members[i].Expression)
                || chain.Members[i + 1].Expression is not { } right || !ExpressionInspector.IsClosed(right))
                continue;
            Judgment? whole = null;
            foreach (var (mark, first) in Marks(tokens, chain, i))
            {
                whole ??= judge.Judge(tokens, chain.Members[i], chain.Members[i + 1], options);
                if (whole is not { Verdict: Verdict.Fails } failed)
                    break;
                if (Begin(tokens, first, chain.Members[i].EndToken, options) is { } read && !ExpressionInspector.IsLiteral(read.Expression!)
                    && Parted(tokens, chain, i, mark, read with { IsParted = true }, failed, options, judge) is { } parts)
                    return parts;
            }
        }

        return null;
    }

    private static bool IsCalculated(Expression? side) => side is Call && ExpressionInspector.IsClosed(side);

    // Where a member may be cut: what parts it, and the first token behind that.
    private static IEnumerable<(int Mark, int First)> Marks(ImmutableArray<Token> tokens, RelationChain chain, int index)
    {
        var member = chain.Members[index];
        var followsWords = chain.FirstToken > 0
            && tokens[chain.FirstToken - 1] is { Kind: TokenKind.Word or TokenKind.Letter, InMath: false };
        var depth = 0;
        for (var i = member.FirstToken; i + 1 < member.EndToken; i++)
        {
            depth += tokens[i].Kind == TokenKind.Open ? 1 : tokens[i].Kind == TokenKind.Close ? -1 : 0;
            if (depth != 0 || i == member.FirstToken)
                continue;
            if (tokens[i] is { MayPart: true, SpaceBefore: true } && tokens[i + 1].SpaceBefore
                && (followsWords || tokens[i - 1].Kind == TokenKind.Percent))
                yield return (i, i + 1);
            else if (tokens[i] is { Kind: TokenKind.Operator, Text: "-", SpaceBefore: true } && !tokens[i + 1].SpaceBefore
                && IsWord(tokens[i - 1]))
                yield return (i - 1, i);
            else if (tokens[i].Kind == TokenKind.Line && tokens[i + 1] is { Kind: TokenKind.Operator, Text: "+" }
                && i + 2 < member.EndToken)
                yield return (i, i + 2);
        }
    }

    // A word that names no unit.
    private static bool IsWord(Token token) => token is { Kind: TokenKind.Word, InMath: false } && !UnitTable.TryFind(token.Text, out _);

    private static ImmutableArray<RelationChain>? Parted(ImmutableArray<Token> tokens, RelationChain chain, int index, int mark,
        Member begun, Judgment whole, ParserOptions options, LinkJudge judge)
    {
        var part = judge.Judge(tokens, begun, chain.Members[index + 1], options);
        // "15 % : 60 × 0,85 = 52 €": nobody divides a share by an amount and comes near it.
        if (!part.Holds && !(tokens[mark - 1].Kind == TokenKind.Percent && IsNearer(part, whole)))
            return null;
        var behind = chain with
        {
            Members = [begun, .. chain.Members[(index + 1)..]],
            Signs = chain.Signs[index..],
            FirstToken = begun.FirstToken,
        };
        if (index == 0)
            return [behind];
        if (Begin(tokens, chain.Members[index].FirstToken, mark, options) is not { } ended)
            return null;
        // What ends at the mark must not be false either.
        var before = chain with { Members = [.. chain.Members[..index], ended], Signs = chain.Signs[..index], EndToken = mark };
        return judge.Judge(tokens, before.Members[^2], ended, options).Verdict == Verdict.Fails ? null : [before, behind];
    }

    private static bool IsNearer(Judgment part, Judgment whole)
    {
        const int Far = 10;
        return part.Left?.Exact is { } near && whole.Left?.Exact is { } far && whole.Right?.Exact is { } said
            && Rational.Abs(near - said) * Far < Rational.Abs(far - said);
    }

    private static Member? Begin(ImmutableArray<Token> tokens, int first, int end, ParserOptions options)
    {
        var parsed = ExpressionParser.Parse(tokens, first, end, options);
        var start = tokens[first].Start;
        return parsed.Expression is { } read && Layout.SkipForward(tokens, parsed.Next) >= end
            ? new Member(read, first, end, start, tokens[end - 1].End - start, parsed.Ambiguities, null) : null;
    }
}
