using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>"7/12 / 1/12": the blanks round a slash tell that it divides one fraction by another.</summary>
internal static class LooseSlashes
{
    /// <summary>"3/4 ÷ 1/2": one fraction by another, and nothing else is meant by the two signs; null where it is not that.</summary>
    public static Expression? Divided(ImmutableArray<Token> tokens, Member member, ParserOptions options)
    {
        const int Length = 7;
        return member.EndToken - member.FirstToken == Length && tokens[member.FirstToken + (Length / 2)] is { Text: "÷", MayPart: false }
            ? Read(tokens, member, options) : null;
    }

    /// <summary>The member read so, or null where its slashes are all alike.</summary>
    public static Expression? Read(ImmutableArray<Token> tokens, Member member, ParserOptions options)
    {
        var loose = new List<int>();
        var hasTight = false;
        var depth = 0;
        for (var i = member.FirstToken; i < member.EndToken; i++)
        {
            depth += tokens[i].Kind == TokenKind.Open ? 1 : tokens[i].Kind == TokenKind.Close ? -1 : 0;
            if (depth != 0 || tokens[i].Kind != TokenKind.Operator || tokens[i].Text is not ("/" or "÷"))
                continue;
            if (tokens[i].SpaceBefore && i + 1 < member.EndToken && tokens[i + 1].SpaceBefore)
                loose.Add(i);
            else
                hasTight = true;
        }

        if (loose.Count == 0 || !hasTight)
            return null;
        Expression? whole = null;
        var start = member.FirstToken;
        foreach (var end in loose.Append(member.EndToken))
        {
            var part = ExpressionParser.Parse(tokens, start, end, options);
            if (part.Expression is not { } read || part.Next != end || read is Call { Operation: Operation.Add })
                return null;
            whole = whole is null ? read : Call.Of(Operation.Divide, whole, read);
            start = end + 1;
        }

        return whole;
    }
}
