using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>
/// Tells whether what touches a relation on both sides was understood. Punctuation, words, labels and pictures are edges;
/// whatever else stands beside a member may belong to it, and then nothing certain can be said of it.
/// </summary>
public static class Surroundings
{
    private const int LongestRemark = 14;

    // Words that belong to the number behind them.
    private static readonly FrozenSet<string> s_leading =
        LanguageFile.AllTexts("notation", "leading").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Words that belong to the number before them.
    private static readonly FrozenSet<string> s_trailing =
        LanguageFile.AllTexts("notation", "trailing").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // One-letter words that join sentences.
    private static readonly FrozenSet<string> s_joining =
        LanguageFile.AllTexts("notation", "joining").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether both edges of <paramref name="left"/> = <paramref name="right"/> are ones that a statement may have.</summary>
    public static bool AreUnderstood(ImmutableArray<Token> tokens, Member left, Member right) =>
        IsOpening(tokens, left.FirstToken) && IsClosing(tokens, right.EndToken) && !IsInList(tokens, left.FirstToken, right.EndToken);

    private static bool IsOpening(ImmutableArray<Token> tokens, int first)
    {
        var member = first < tokens.Length ? tokens[first] : null;
        var i = first - 1;
        while (i >= 0 && IsLayout(tokens[i]))
            i--;
        if (i < 0 || member is null)
            return true;
        var token = tokens[i];
        switch (token.Kind)
        {
            case TokenKind.Break:
                // ".8 + . 84 + .82": a sum goes on over the point.
                if (token.Text == "." && Before(tokens, i) is { Kind: TokenKind.Operator })
                    return false;
                return !(token.Text == ":" && i > 0 && tokens[i - 1].Kind == TokenKind.Number && member.Kind == TokenKind.Number
                    && !IsHeading(tokens, i - 1, token.SpaceBefore));
            case TokenKind.Connective or TokenKind.Relation:
                return true;
            case TokenKind.Open:
                // "100 + (100 * 10/100 = 110": the bracket was never closed.
                return Before(tokens, i) is not { Kind: TokenKind.Operator };
            case TokenKind.Row or TokenKind.Line:
                return Before(tokens, i) is not { Kind: TokenKind.Operator };
            case TokenKind.Comma:
                return !IsBetweenDigits(tokens, i);
            case TokenKind.Word:
                return !s_leading.Contains(token.Text) && !Multiples.Begins(token.Text)
                    && !(token.Text is "of" && IsShare(Before(tokens, i)))
                    && !(member.Kind == TokenKind.Number && NumberedThings.Contains(token.Text))
                    && (IsApart(token, member) || IsIdeographic(token.Text[^1]));
            case TokenKind.Letter:
                return !token.InMath && IsApart(token, member) && (s_joining.Contains(token.Text) || IsIdeographic(token.Text[0]));
            case TokenKind.Other:
                return IsEdge(token, member);
            case TokenKind.Close:
                return IsApart(token, member) && RemarkStart(tokens, i) is var start and >= 0 && IsOpening(tokens, start);
            default:
                return false;
        }
    }

    private static bool IsClosing(ImmutableArray<Token> tokens, int end)
    {
        var i = end;
        while (i < tokens.Length && IsLayout(tokens[i]))
            i++;
        if (i >= tokens.Length || end == 0)
            return true;
        var token = tokens[i];
        var member = tokens[end - 1];
        switch (token.Kind)
        {
            case TokenKind.Break:
                return !(token.Text is "." && After(tokens, i) is { } next
                    && (next is { Kind: TokenKind.Command, Text: "overline" or "dot" or "bar" }
                        || (next.Kind == TokenKind.Number && member is { Kind: TokenKind.Number, Text: "0" })));
            case TokenKind.Connective or TokenKind.Relation or TokenKind.Close or TokenKind.Row:
                return true;
            case TokenKind.Line:
                return After(tokens, i) is not { Kind: TokenKind.Operator, Text: not "-" };
            case TokenKind.Comma:
                return !IsBetweenDigits(tokens, i);
            case TokenKind.Word:
                return !s_trailing.Contains(token.Text)
                    && !(token.Text is "than" && After(tokens, i) is { Kind: TokenKind.Number or TokenKind.Currency })
                    && (IsApart(member, token) || IsIdeographic(token.Text[0])
                        || member.Kind is not (TokenKind.Number or TokenKind.Letter));
            case TokenKind.Letter:
                return !token.InMath && IsApart(member, token) && (s_joining.Contains(token.Text) || IsIdeographic(token.Text[0]));
            case TokenKind.Other:
                return IsMark(token);
            case TokenKind.Open:
                return RemarkEnd(tokens, i) is var after and > 0 && IsClosing(tokens, after);
            case TokenKind.Command:
                return token.Text is "pmod" or "label" or "tag" or "checkmark" or "square" or "blacksquare" or "Box" or "forall"
                    or "exists" or "neg";
            case TokenKind.Operator:
                return token.Text == "mod";
            case TokenKind.Bar:
                return token is { InMath: false, SpaceBefore: true };
            default:
                return false;
        }
    }

    // "f(1/2) of (1/4)", "half of 8 + 2": a share of what follows.
    private static bool IsShare(Token? before) => before is { Kind: TokenKind.Number or TokenKind.Close or TokenKind.Percent }
        or
    {
        Kind: TokenKind.Word, Text: "half" or "third" or "thirds" or "quarter" or "quarters" or "fourth" or "fourths" or "fifth"
            or "fifths" or "sixth" or "sixths" or "eighth" or "eighths" or "tenth" or "tenths" or "percent"
    };

    private static bool IsLayout(Token token) => token.Kind is TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Cell;

    private static bool IsApart(Token before, Token after) => after.SpaceBefore || after.Start > before.End;

    private static Token? Before(ImmutableArray<Token> tokens, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (!IsLayout(tokens[i]))
                return tokens[i];
        }

        return null;
    }

    private static Token? After(ImmutableArray<Token> tokens, int index)
    {
        for (var i = index + 1; i < tokens.Length; i++)
        {
            if (!IsLayout(tokens[i]))
                return tokens[i];
        }

        return null;
    }

    // "20,8": what the comma does is not known.
    private static bool IsBetweenDigits(ImmutableArray<Token> tokens, int comma) =>
        comma > 0 && comma + 1 < tokens.Length && tokens[comma - 1] is { Kind: TokenKind.Number } before
        && tokens[comma + 1] is { Kind: TokenKind.Number } after
        && before.End == tokens[comma].Start && tokens[comma].End == after.Start;

    // "Step 5: 3 + 4 = 7"; with a blank before it the colon may divide, unless the line begins so.
    private static bool IsHeading(ImmutableArray<Token> tokens, int number, bool isSpaced)
    {
        if (number == 0 || tokens[number - 1].Kind is TokenKind.Break or TokenKind.Line)
            return true;
        return tokens[number - 1].Kind == TokenKind.Word
            && (!isSpaced || number == 1 || tokens[number - 2].Kind is TokenKind.Break or TokenKind.Line);
    }

    // "a, b, c = d, e, f": an item of a list equals the item in its place and not the one next to it.
    private static bool IsInList(ImmutableArray<Token> tokens, int first, int end)
    {
        var before = first - 1;
        while (before >= 0 && IsLayout(tokens[before]))
            before--;
        if (before >= 0 && tokens[before].Kind == TokenKind.Comma && IsItem(tokens, before, -1))
            return true;
        var after = end;
        while (after < tokens.Length && IsLayout(tokens[after]))
            after++;
        return after < tokens.Length && tokens[after].Kind == TokenKind.Comma && tokens[after].InMath && IsItem(tokens, after, 1);
    }

    // Whether there is a formula without a relation between this comma and the next edge.
    private static bool IsItem(ImmutableArray<Token> tokens, int comma, int step)
    {
        var isFormula = false;
        for (var i = comma + step; i >= 0 && i < tokens.Length; i += step)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Relation or TokenKind.Word or TokenKind.Letter:
                    return false;
                case TokenKind.Number:
                    isFormula = true;
                    break;
                case TokenKind.Comma or TokenKind.Break or TokenKind.Line or TokenKind.Row or TokenKind.MathStart or TokenKind.MathEnd
                or TokenKind.Connective:
                    return isFormula;
                default:
                    break;
            }
        }

        return isFormula;
    }

    // "(个)", "(see above)": words in brackets, and nothing that is calculated.
    private static int RemarkEnd(ImmutableArray<Token> tokens, int open)
    {
        var hasWord = false;
        for (var i = open + 1; i < tokens.Length && i - open < LongestRemark; i++)
        {
            switch (tokens[i].Kind)
            {
                case TokenKind.Close:
                    return hasWord ? i + 1 : -1;
                case TokenKind.Word:
                    hasWord = true;
                    break;
                case TokenKind.Letter when tokens[i].Upright || !tokens[i].InMath:
                    hasWord = true;
                    break;
                case TokenKind.Relation or TokenKind.Open or TokenKind.Currency or TokenKind.Ellipsis:
                    return -1;
                case TokenKind.Operator when tokens[i].Text is not ("/" or "-" or "*"):
                    return -1;
                default:
                    break;
            }
        }

        return -1;
    }

    private static int RemarkStart(ImmutableArray<Token> tokens, int close)
    {
        for (var i = close - 1; i >= 0 && close - i < LongestRemark; i--)
        {
            if (tokens[i].Kind == TokenKind.Open)
                return RemarkEnd(tokens, i) == close + 1 ? i : -1;
        }

        return -1;
    }

    /// <summary>Whether a token is a picture or a quotation mark: an edge of what stands beside it, and no shape that stands for a
    /// number.</summary>
    internal static bool IsEdge(Token mark, Token beside) =>
        IsMark(mark) && (beside.SpaceBefore || beside.Start > mark.End || IsQuote(mark));

    private static bool IsQuote(Token token) =>
        token.Text is "\"" or "“" or "”" or "`" or "#" or "「" or "」" or "『" or "』" or "»" or "«" or "„";

    // Pictures and quotation marks; not a shape that stands for a number.
    private static bool IsMark(Token token)
    {
        if (IsQuote(token) || token.Text is "\\" or "■" or "▪" or "►" or "▶" or "•" or "…")
            return true;
        var category = char.IsHighSurrogate(token.Text[0]) && token.Text.Length > 1
            ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(token.Text[0], token.Text[1]))
                : CharUnicodeInfo.GetUnicodeCategory(token.Text[0]);
        return category == UnicodeCategory.OtherSymbol
            && token.Text[0] is not (>= '\u25A0' and <= '\u25FF' or '★' or '☆' or '♠' or '♣' or '♥' or '♦' or '♡' or '♢' or '♤' or '♧');
    }

    private static bool IsIdeographic(char c) =>
        c is >= '\u0E00' and <= '\u0EFF' or >= '\u1100' and <= '\u11FF' or >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF';
}
