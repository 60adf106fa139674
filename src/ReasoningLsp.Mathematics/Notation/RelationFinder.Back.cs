using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Languages;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>The operand that ends at a sign.</content>
public sealed partial class RelationFinder
{
    private static readonly FrozenSet<string> s_copula =
        LanguageFile.AllTexts("notation", "copula").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private Member ReadBack(int sign, int floor)
    {
        var start = BackStart(sign, floor, out var whole);
        // Mathematics that opens a step has its sign for an edge, as it has after words.
        while (start < sign && _tokens[start].Kind is TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Cell)
            start++;
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
                case TokenKind.Word when s_copula.Contains(_tokens[i].Text):
                    return false;
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
        return _tokens[start] is { Kind: TokenKind.Word or TokenKind.Other or TokenKind.Comma }
            && _tokens[later].Kind is not TokenKind.Operator;
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
                // "1 + 3 + 5 + … + 31": the dots stand for terms of the sum.
                case TokenKind.Ellipsis when depth == 0 && i >= 2 && IsTermSign(_tokens[i - 2]) && (i == sign || IsTermSign(_tokens[i])):
                    break;
                case TokenKind.Break or TokenKind.Connective or TokenKind.Ellipsis when depth == 0:
                    whole = token.Kind != TokenKind.Ellipsis;
                    return i;
                case TokenKind.Comma when depth == 0:
                    // "14, 400 / 80": a comma between digits may belong to the number.
                    whole &= !(i >= 2 && _tokens[i - 2].Kind == TokenKind.Number && _tokens[i].Kind == TokenKind.Number
                        && (!_tokens[i].SpaceBefore || _tokens[i].Text.Length == 3));
                    return i;
                case TokenKind.Relation when depth == 0:
                    return i;
                case TokenKind.Row or TokenKind.Line when depth == 0:
                    return LineStart(i, sign, ref whole);
                case TokenKind.Word when depth == 0:
                    if (EndsAtWord(i - 1, sign, ref whole))
                        return i;
                    break;
                case TokenKind.Letter when depth == 0 && !token.InMath && i < sign && IsProseLetter(i - 1, sign)
                    && !(_tokens[i].Kind == TokenKind.Number && i >= 2 && ExpressionParser.IsCompound(_tokens, i - 2, i, sign, _options)):
                    return i;
                case TokenKind.MathStart when depth == 0 && i - 1 > floor && !ContinuesBefore(i - 1):
                    return i;
                case TokenKind.MathEnd when depth == 0 && i < sign && !ContinuesAfter(i):
                    return i;
                case TokenKind.Other when depth == 0 && token.Text is not ".":
                    whole = i < sign && EdgeMarks.IsEdge(token, _tokens[i]);
                    return i;
                default:
                    break;
            }

            i--;
        }

        return i;
    }

    private static bool IsTermSign(Token token) => token is { Kind: TokenKind.Operator, Text: "+" or "*" };

    // An operand does not start on the line before, unless an operator ends that line or begins this one.
    private int LineStart(int i, int sign, ref bool whole)
    {
        // "- 6x &= 60": in a table the column before the sign is one operand, its sign included.
        var opensTable = _tokens[i - 1].Kind == TokenKind.Row && _tokens[i].Is(TokenKind.Operator, "-")
            && _tokens[sign - 1].Kind == TokenKind.Cell;
        if (_tokens[i] is { Kind: TokenKind.Operator } && i < sign && !opensTable)
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
        // "12 cm² + 3 cm²"
        while (next < sign && _tokens[next].Kind == TokenKind.Superscript && !_tokens[next].SpaceBefore)
            next++;
        var beforeOperator = next < sign && _tokens[next] is { Kind: TokenKind.Operator, Text: not "of" };
        var signNext = next == sign || IsLayoutOnly(next, sign);
        var first = index;
        while (first > 0 && index - first < 6 && _tokens[first - 1].Kind is TokenKind.Word or TokenKind.Superscript
            || (first > 1 && _tokens[first - 1] is { Kind: TokenKind.Operator, Text: "/" } && _tokens[first - 2].Kind is TokenKind.Word
                && index - first < 6))
            first--;
        var afterNumber = first > 0
            && _tokens[first - 1].Kind is TokenKind.Number or TokenKind.Close or TokenKind.Percent or TokenKind.Letter or TokenKind.MathEnd;
        var afterSlash = first > 1 && _tokens[first - 1] is { Kind: TokenKind.Operator, Text: "/" }
            && (_tokens[first - 2].Kind is TokenKind.Number or TokenKind.Close || IsUnitLetter(first - 2));
        if (beforeOperator || signNext || (next < sign && _tokens[next].Kind is TokenKind.Word or TokenKind.Close))
        {
            if (afterNumber || afterSlash)
                return false;
            whole = !(beforeOperator && !IsSignOf(next)) && !signNext && _tokens[next].Kind != TokenKind.Close;
            return true;
        }

        // "2 hours and 30 minutes"
        return !(afterNumber && _tokens[next].Kind == TokenKind.Number
            && ExpressionParser.IsCompound(_tokens, first - 1, next, sign, _options));
    }

    // The gram of "2.7 g/cm³".
    private bool IsUnitLetter(int index) => index > 0 && _tokens[index].Kind == TokenKind.Letter
        && _tokens[index - 1] is { Kind: TokenKind.Number } number && number.End < _tokens[index].Start;

    // "is -5 = …": a minus that belongs to the number after it.
    private bool IsSignOf(int index) =>
        _tokens[index] is { Text: "-" or "+", SpaceBefore: true } && index + 1 < _tokens.Length && !_tokens[index + 1].SpaceBefore;

    private bool ContinuesBefore(int mathStart)
    {
        var before = _tokens[mathStart - 1];
        return before.Kind is TokenKind.Operator or TokenKind.Open or TokenKind.Currency
            || (before.Kind == TokenKind.MathEnd && mathStart >= 2 && _tokens[mathStart - 2].Kind == TokenKind.Operator);
    }

    private bool ContinuesAfter(int index)
    {
        var next = _tokens[index];
        return next.Kind is TokenKind.Operator or TokenKind.Percent or TokenKind.Close or TokenKind.Relation
            || (next.Kind == TokenKind.MathStart && index + 1 < _tokens.Length
                && _tokens[index + 1].Kind is TokenKind.Operator or TokenKind.Relation);
    }

    private int NameStart(int sign, int floor)
    {
        var i = sign;
        while (i > floor && sign - i < 12
            && _tokens[i - 1].Kind is TokenKind.Word or TokenKind.Letter or TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Cell)
            i--;
        return i;
    }
}
