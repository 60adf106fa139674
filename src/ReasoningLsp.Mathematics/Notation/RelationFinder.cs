using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>
/// Finds the relations of a text. From each relation sign it looks back for the longest operand that ends there
/// and reads forward; an operand that is cut off by a word or sign it does not know is not understood, never guessed.
/// </summary>
public sealed partial class RelationFinder
{
    private const int LongestMember = 400;

    private readonly ImmutableArray<Token> _tokens;
    private readonly ParserOptions _options;

    private RelationFinder(ImmutableArray<Token> tokens, ParserOptions options)
    {
        _tokens = tokens;
        _options = options;
    }

    /// <summary>Every relation chain in <paramref name="tokens"/>, in order.</summary>
    public static ImmutableArray<RelationChain> Find(ImmutableArray<Token> tokens, ParserOptions options,
        CancellationToken cancellationToken)
    {
        var finder = new RelationFinder(tokens, options);
        var chains = ImmutableArray.CreateBuilder<RelationChain>();
        for (var index = 0; index < tokens.Length; index++)
        {
            if (!finder.IsSign(index))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            var chain = finder.ReadChain(index, chains.Count > 0 ? chains[^1].EndToken : 0);
            chains.Add(chain);
            index = Math.Max(index, chain.EndToken - 1);
        }

        return chains.ToImmutable();
    }

    private bool IsSign(int index) => index < _tokens.Length && _tokens[index] is { Kind: TokenKind.Relation, Nested: false };

    private RelationChain ReadChain(int sign, int floor)
    {
        var members = ImmutableArray.CreateBuilder<Member>();
        var signs = ImmutableArray.CreateBuilder<string>();
        members.Add(ReadBack(sign, floor));
        var end = sign;
        while (true)
        {
            signs.Add(_tokens[sign].Text);
            var (member, next) = ReadForward(sign + 1);
            members.Add(member);
            end = next;
            var following = NextSign(next);
            if (following < 0)
                break;
            sign = following;
        }

        var modulus = ReadModulus(ref end);
        return new RelationChain(members.ToImmutable(), signs.ToImmutable(), modulus, members[0].FirstToken, Math.Max(end, sign + 1));
    }

    // "= 5 \n = 3 + 2": a chain goes on over layout and line ends if a relation sign comes first there.
    private int NextSign(int index)
    {
        var i = index;
        var lines = 0;
        while (i < _tokens.Length
            && _tokens[i].Kind is TokenKind.Cell or TokenKind.Row or TokenKind.Line or TokenKind.MathStart or TokenKind.MathEnd)
        {
            if (_tokens[i].Kind is TokenKind.Row or TokenKind.Line)
                lines++;
            i++;
        }

        return lines <= 1 && IsSign(i) ? i : -1;
    }

    private Expressions.Expression? ReadModulus(ref int end)
    {
        var i = end;
        while (i < _tokens.Length && _tokens[i].Kind is TokenKind.MathEnd or TokenKind.MathStart
            || (i < _tokens.Length && _tokens[i] is { Kind: TokenKind.Comma }))
            i++;
        var open = i < _tokens.Length && _tokens[i] is { Kind: TokenKind.Open, Text: "(" };
        if (open)
            i++;
        if (i >= _tokens.Length || !(_tokens[i].Is(TokenKind.Command, "pmod") || _tokens[i].Is(TokenKind.Operator, "mod")))
            return null;
        var parsed = ExpressionParser.Parse(_tokens, i + 1, Math.Min(_tokens.Length, i + 40), _options);
        if (parsed.Expression is null)
            return null;
        end = open && parsed.Next < _tokens.Length && _tokens[parsed.Next].Kind == TokenKind.Close ? parsed.Next + 1 : parsed.Next;
        return parsed.Expression;
    }

    private bool IsLayoutOnly(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_tokens[i].Kind is not (TokenKind.Cell or TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Line or TokenKind.Row))
                return false;
        }

        return true;
    }

    private Member Make(ParsedExpression parsed, int first, int end)
    {
        while (first < end && _tokens[first].Kind is TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Cell)
            first++;
        var last = end;
        while (last > first && _tokens[last - 1].Length == 0)
            last--;
        var start = _tokens[first].Start;
        return new Member(parsed.Expression, first, end, start, Math.Max(0, _tokens[Math.Max(first, last - 1)].End - start),
            parsed.Ambiguities, null);
    }

    private Member Opaque(int first, int end)
    {
        var words = new List<string>();
        var named = true;
        for (var i = first; i < end; i++)
        {
            if (_tokens[i].Kind is TokenKind.Word or TokenKind.Letter)
                words.Add(_tokens[i].Text);
            else if (_tokens[i].Kind is not (TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Cell))
                named = false;
        }

        var start = first < _tokens.Length ? _tokens[first].Start : _tokens.Length > 0 ? _tokens[^1].End : 0;
        var length = first < end ? Math.Max(0, _tokens[end - 1].End - start) : 0;
        return new Member(null, first, end, start, length, Ambiguities.None, named && words.Count > 0 ? string.Join(' ', words) : null);
    }
}
