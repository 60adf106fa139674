using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>
/// Tells whether what touches a relation on both sides was understood. Punctuation, words, labels and pictures are edges;
/// whatever else stands beside a member may belong to it, and then nothing certain can be said of it.
/// </summary>
public static class Surroundings
{
    private static readonly FrozenSet<string> s_shares = new[]
    {
        "half", "third", "thirds", "quarter", "quarters", "fourth", "fourths", "fifth", "fifths", "sixth", "sixths", "eighth", "eighths",
        "tenth", "tenths", "percent",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Words that belong to the number behind them.
    private static readonly FrozenSet<string> s_leading =
        LanguageFile.AllTexts("notation", "leading").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Words that belong to the number before them.
    private static readonly FrozenSet<string> s_trailing =
        LanguageFile.AllTexts("notation", "trailing").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // The words, or the last of them, that part a share from its whole.
    private static readonly FrozenSet<string> s_shareOf = LanguageFile.AllTexts("notation", "shareOf")
        .Select(words => words[(words.LastIndexOf(' ') + 1)..]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // One-letter words that join sentences.
    private static readonly FrozenSet<string> s_joining =
        LanguageFile.AllTexts("notation", "joining").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether both edges of <paramref name="left"/> = <paramref name="right"/> are ones that a statement may have.</summary>
    public static bool AreUnderstood(ImmutableArray<Token> tokens, Member left, Member right) =>
        (left.IsParted || IsOpening(tokens, left.FirstToken)) && (IsClosing(tokens, right.EndToken) || SaysDegrees(tokens, left, right))
        && !ListItems.Holds(tokens, left.FirstToken, right.EndToken);

    // "cos⁻¹(1/2) = 60 degrees": the angle is read with its degrees and without them.
    private static bool SaysDegrees(ImmutableArray<Token> tokens, Member left, Member right) =>
        left.Expression is Call { Operation: Operation.Asin or Operation.Acos or Operation.Atan }
        && Layout.SkipForward(tokens, right.EndToken) is var i && i < tokens.Length && tokens[i].Kind == TokenKind.Word
        && ClauseWords.Degrees.Contains(tokens[i].Text);

    private static bool IsOpening(ImmutableArray<Token> tokens, int first)
    {
        var member = first < tokens.Length ? tokens[first] : null;
        var i = Layout.SkipBack(tokens, first - 1);
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
            // "100 + (100 * 10/100 = 110": the bracket was never closed.
            case TokenKind.Open or TokenKind.Row or TokenKind.Line:
                return Before(tokens, i) is not { Kind: TokenKind.Operator };
            case TokenKind.Comma:
                return !IsBetweenDigits(tokens, i);
            case TokenKind.Word:
                return !s_leading.Contains(token.Text) && !Multiples.Begins(token.Text)
                    && !(token.Text is "of" && IsShare(Before(tokens, i)))
                    && !(member.Kind == TokenKind.Number && s_shareOf.Contains(token.Text) && IsBehindNumber(tokens, i))
                    && !(member.Kind == TokenKind.Number && NumberedThings.Contains(token.Text))
                    && (IsApart(token, member) || EdgeMarks.IsIdeographic(token.Text[^1]));
            case TokenKind.Letter:
                return !token.InMath && IsApart(token, member) && Joins(token);
            case TokenKind.Other:
                return EdgeMarks.IsEdge(token, member);
            case TokenKind.Close:
                return IsApart(token, member) && Remarks.Start(tokens, i) is var start and >= 0 && IsOpening(tokens, start);
            default:
                return false;
        }
    }

    private static bool IsClosing(ImmutableArray<Token> tokens, int end)
    {
        var i = Layout.SkipForward(tokens, end);
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
                    && (IsApart(member, token) || EdgeMarks.IsIdeographic(token.Text[0])
                        || member.Kind is not (TokenKind.Number or TokenKind.Letter));
            case TokenKind.Letter:
                return !token.InMath && IsApart(member, token) && (Joins(token) || IsUnitBehindMathematics(tokens, i));
            case TokenKind.Other:
                return EdgeMarks.IsMark(token);
            case TokenKind.Open:
                return Remarks.End(tokens, i) is var after and > 0 && IsClosing(tokens, after);
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

    // "1 in 7", "15 out of 60"
    private static bool IsBehindNumber(ImmutableArray<Token> tokens, int word) =>
        Before(tokens, word) is { Kind: TokenKind.Number }
        || (word > 1 && tokens[word - 1].Kind == TokenKind.Word && Before(tokens, word - 1) is { Kind: TokenKind.Number });

    // "f(1/2) of (1/4)", "half of 8 + 2": a share of what follows.
    private static bool IsShare(Token? before) => before is { Kind: TokenKind.Number or TokenKind.Close or TokenKind.Percent }
        || (before is { Kind: TokenKind.Word } word && s_shares.Contains(word.Text));

    // A word of one letter, or one of a script whose words are.
    private static bool Joins(Token letter) => s_joining.Contains(letter.Text) || EdgeMarks.IsIdeographic(letter.Text[0]);

    // "$… \approx 3.0$ s." ends with the sign of a unit.
    private static bool IsUnitBehindMathematics(ImmutableArray<Token> tokens, int letter) =>
        letter > 0 && tokens[letter - 1].Kind == TokenKind.MathEnd && UnitTable.TryFind(tokens[letter].Text, out _)
        && (letter + 1 >= tokens.Length || tokens[letter + 1].Kind is TokenKind.Break or TokenKind.Comma or TokenKind.Line);

    private static bool IsApart(Token before, Token after) => after.SpaceBefore || after.Start > before.End;

    private static Token? Before(ImmutableArray<Token> tokens, int index) =>
        Layout.SkipBack(tokens, index - 1) is var i and >= 0 ? tokens[i] : null;

    private static Token? After(ImmutableArray<Token> tokens, int index) =>
        Layout.SkipForward(tokens, index + 1) is var i && i < tokens.Length ? tokens[i] : null;

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
}
