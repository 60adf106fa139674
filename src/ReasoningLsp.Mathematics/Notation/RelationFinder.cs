using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>
/// Finds the relations of a text. From each relation sign it looks back for the longest operand that ends there
/// and reads forward; an operand that is cut off by a word or sign it does not know is not understood, never guessed.
/// </summary>
public sealed class RelationFinder
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
    public static ImmutableArray<RelationChain> Find(ImmutableArray<Token> tokens, ParserOptions options, CancellationToken cancellationToken)
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
        while (i < _tokens.Length && _tokens[i].Kind is TokenKind.Cell or TokenKind.Row or TokenKind.Line or TokenKind.MathStart or TokenKind.MathEnd)
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
        while (i < _tokens.Length && _tokens[i].Kind is TokenKind.MathEnd or TokenKind.MathStart || (i < _tokens.Length && _tokens[i] is { Kind: TokenKind.Comma }))
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

    private (Member Member, int Next) ReadForward(int start)
    {
        var i = start;
        while (i < _tokens.Length && _tokens[i].Kind is TokenKind.Cell or TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Line)
            i++;
        var limit = Math.Min(_tokens.Length, i + LongestMember);
        var parsed = ExpressionParser.Parse(_tokens, i, limit, _options);
        if (parsed.Expression is not null && IsEnd(parsed.Next))
            return (Make(parsed, i, parsed.Next), parsed.Next);
        var end = OpaqueEnd(i);
        return (Opaque(i, end), Math.Max(end, i));
    }

    // What may follow a complete member.
    private bool IsEnd(int index)
    {
        if (index >= _tokens.Length)
            return true;
        var token = _tokens[index];
        return token.Kind switch
        {
            TokenKind.Operator => token.Text == "mod",
            TokenKind.Number or TokenKind.Ellipsis or TokenKind.Superscript or TokenKind.Factorial or TokenKind.Prime => false,
            TokenKind.Letter => !token.InMath && token.SpaceBefore,
            TokenKind.Command => token.Text is "pmod" or "label" or "neg" or "forall" or "exists" or "checkmark" or "square" or "blacksquare" or "Box",
            TokenKind.Open => !token.InMath || token.Text == "(" && IsRemark(index),
            TokenKind.Bar => !token.InMath && token.SpaceBefore,
            TokenKind.MathStart => !IsJoined(index + 1),
            TokenKind.MathEnd => !IsJoined(index + 1),
            TokenKind.Word => !IsUnknownOperand(index),
            TokenKind.Other => token.Text is not ("." or "\\" or "@" or "&"),
            _ => true,
        };
    }

    // "(for some k)", "(1)" and the like after a formula.
    private bool IsRemark(int index) => index + 1 < _tokens.Length && (_tokens[index + 1].Kind is TokenKind.Word || (_tokens[index + 1].Kind == TokenKind.Operator && _tokens[index + 1].Text == "mod") || _tokens[index + 1].Is(TokenKind.Command, "pmod"));

    // After mathematics, an operator or more mathematics right away continues the member in a way not read here.
    private bool IsJoined(int index)
    {
        while (index < _tokens.Length && _tokens[index].Kind is TokenKind.MathStart or TokenKind.MathEnd)
            index++;
        return index < _tokens.Length && _tokens[index] is { Kind: TokenKind.Operator, Text: not "mod" and not "-" } or { Kind: TokenKind.Percent };
    }

    // "5 apples * …" is read as a unit; a word followed by an operator that was not read makes the member incomplete.
    private bool IsUnknownOperand(int index)
    {
        var i = index;
        while (i < _tokens.Length && _tokens[i].Kind == TokenKind.Word && i - index < 8)
            i++;
        if (i >= _tokens.Length || _tokens[i].Kind != TokenKind.Operator || _tokens[i].Text is "mod" or "∪" or "∩")
            return false;
        return !_tokens[i].Is(TokenKind.Operator, "-") || !_tokens[i].SpaceBefore || (i + 1 < _tokens.Length && _tokens[i + 1].SpaceBefore);
    }

    private int OpaqueEnd(int start)
    {
        var depth = 0;
        var i = start;
        for (; i < _tokens.Length && i - start < LongestMember; i++)
        {
            var token = _tokens[i];
            if (token.Kind == TokenKind.Open)
                depth++;
            else if (token.Kind == TokenKind.Close && --depth < 0)
                break;
            else if (token is { Kind: TokenKind.Relation, Nested: false })
                break;
            else if (depth <= 0 && token.Kind is TokenKind.Break or TokenKind.Row or TokenKind.Connective or TokenKind.Line)
                break;
            else if (token.Kind == TokenKind.MathEnd && !IsJoined(i + 1))
                break;
        }

        return i;
    }

    private Member ReadBack(int sign, int floor)
    {
        var start = BackStart(sign, floor, out var whole);
        if (start < sign && whole && !IsCutOff(start, floor))
        {
            // In prose the operand may start after a few words that were taken for units.
            for (var tries = 0; start < sign && tries < 6; tries++)
            {
                var parsed = ExpressionParser.Parse(_tokens, start, sign, _options);
                if (parsed.Expression is not null && IsLayoutOnly(parsed.Next, sign))
                    return Make(parsed, start, parsed.Next);
                if (!CanStartLater(start, out var later) || later >= sign)
                    break;
                start = later;
            }
        }

        return Opaque(NameStart(sign, floor), sign);
    }

    // "Ellie's 8 + Riley's 5 = 13": an operator among the words before the operand joins it to something not read.
    private bool IsCutOff(int start, int floor)
    {
        for (var i = start - 1; i >= floor && start - i < 16; i--)
        {
            switch (_tokens[i].Kind)
            {
                case TokenKind.Operator:
                    return i == start - 1 || _tokens[i].Text != "-" || _tokens[i].SpaceBefore;
                case TokenKind.Word or TokenKind.Number or TokenKind.Letter or TokenKind.Currency or TokenKind.Percent or TokenKind.Close:
                    if (_tokens[i].InMath && !_tokens[start].InMath)
                        return false;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    // A leading name in words may be left out only where a number follows it without an operator: "total 3 * 4 = 12".
    private bool CanStartLater(int start, out int later)
    {
        later = start + 1;
        return _tokens[start] is { Kind: TokenKind.Word or TokenKind.Other or TokenKind.Comma } && _tokens[later].Kind is not TokenKind.Operator;
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

    private int BackStart(int sign, int floor, out bool whole)
    {
        whole = true;
        var depth = 0;
        var i = sign;
        while (i > floor && sign - i < LongestMember)
        {
            var token = _tokens[i - 1];
            switch (token.Kind)
            {
                case TokenKind.Close:
                    depth++;
                    break;
                case TokenKind.Open:
                    if (--depth < 0)
                        return i;
                    break;
                case TokenKind.Break or TokenKind.Connective or TokenKind.Ellipsis when depth == 0:
                    whole = token.Kind != TokenKind.Ellipsis;
                    return i;
                case TokenKind.Comma when depth == 0:
                    // "14, 400 / 80": a comma between digits may belong to the number.
                    whole &= !(i >= 2 && _tokens[i - 2].Kind == TokenKind.Number && _tokens[i].Kind == TokenKind.Number && (!_tokens[i].SpaceBefore || _tokens[i].Text.Length == 3));
                    return i;
                case TokenKind.Relation when depth == 0:
                    return i;
                case TokenKind.Row or TokenKind.Line when depth == 0:
                    return LineStart(i, sign, ref whole);
                case TokenKind.Word when depth == 0:
                    if (EndsAtWord(i - 1, sign, ref whole))
                        return i;
                    break;
                case TokenKind.Letter when depth == 0 && !token.InMath && i < sign && IsProseLetter(i - 1, sign):
                    return i;
                case TokenKind.MathStart when depth == 0 && i - 1 > floor && !ContinuesBefore(i - 1):
                    return i;
                case TokenKind.MathEnd when depth == 0 && i < sign && !ContinuesAfter(i):
                    return i;
                case TokenKind.Other when depth == 0 && token.Text is not ".":
                    whole = token.Text is "\"" or "“" or "”" or "`" or "#";
                    return i;
                default:
                    break;
            }

            i--;
        }

        return i;
    }

    // An operand does not start on the line before, unless an operator ends that line or begins this one.
    private int LineStart(int i, int sign, ref bool whole)
    {
        if (_tokens[i] is { Kind: TokenKind.Operator } && i < sign)
            whole = false;
        return i;
    }

    private bool IsProseLetter(int index, int sign)
    {
        var next = _tokens[index + 1];
        return next.Kind is TokenKind.Number or TokenKind.Word && next.SpaceBefore && index + 1 < sign;
    }

    // Whether the member begins after this word. It does not if the word is a unit of a number before it.
    private bool EndsAtWord(int index, int sign, ref bool whole)
    {
        var next = index + 1;
        var beforeOperator = next < sign && _tokens[next] is { Kind: TokenKind.Operator, Text: not "of" };
        var signNext = next == sign || IsLayoutOnly(next, sign);
        var first = index;
        while (first > 0 && index - first < 6 && _tokens[first - 1].Kind is TokenKind.Word or TokenKind.Superscript
            || (first > 1 && _tokens[first - 1] is { Kind: TokenKind.Operator, Text: "/" } && _tokens[first - 2].Kind is TokenKind.Word && index - first < 6))
            first--;
        var afterNumber = first > 0 && _tokens[first - 1].Kind is TokenKind.Number or TokenKind.Close or TokenKind.Percent or TokenKind.Letter or TokenKind.MathEnd;
        var afterSlash = first > 1 && _tokens[first - 1] is { Kind: TokenKind.Operator, Text: "/" } && _tokens[first - 2].Kind is TokenKind.Number or TokenKind.Close;
        if (beforeOperator || signNext || (next < sign && _tokens[next].Kind is TokenKind.Word or TokenKind.Close))
        {
            if (afterNumber || afterSlash)
                return false;
            whole = !(beforeOperator && !IsSignOf(next)) && !signNext && _tokens[next].Kind != TokenKind.Close;
            return true;
        }

        return true;
    }

    // "is -5 = …": a minus that belongs to the number after it.
    private bool IsSignOf(int index) =>
        _tokens[index] is { Text: "-" or "+", SpaceBefore: true } && index + 1 < _tokens.Length && !_tokens[index + 1].SpaceBefore;

    private bool ContinuesBefore(int mathStart)
    {
        var before = _tokens[mathStart - 1];
        return before.Kind is TokenKind.Operator or TokenKind.Open or TokenKind.Currency || (before.Kind == TokenKind.MathEnd && mathStart >= 2 && _tokens[mathStart - 2].Kind == TokenKind.Operator);
    }

    private bool ContinuesAfter(int index)
    {
        var next = _tokens[index];
        return next.Kind is TokenKind.Operator or TokenKind.Percent or TokenKind.Close or TokenKind.Relation
            || (next.Kind == TokenKind.MathStart && index + 1 < _tokens.Length && _tokens[index + 1].Kind is TokenKind.Operator or TokenKind.Relation);
    }

    private int NameStart(int sign, int floor)
    {
        var i = sign;
        while (i > floor && sign - i < 12 && _tokens[i - 1].Kind is TokenKind.Word or TokenKind.Letter or TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Cell)
            i--;
        return i;
    }

    private Member Make(ParsedExpression parsed, int first, int end)
    {
        while (first < end && _tokens[first].Kind is TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Cell)
            first++;
        var last = end;
        while (last > first && _tokens[last - 1].Length == 0)
            last--;
        var start = _tokens[first].Start;
        return new Member(parsed.Expression, first, end, start, Math.Max(0, _tokens[Math.Max(first, last - 1)].End - start), parsed.Ambiguities, null);
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
