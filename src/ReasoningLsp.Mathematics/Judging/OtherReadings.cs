using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>Readings of a relation that go beyond its members: a unit behind the mathematics, a mark that may be a factorial, commas that
/// part a list.</summary>
internal static class OtherReadings
{
    /// <summary>How a fraction is read whose brackets are left out: nobody calls that right, and nobody wrong.</summary>
    public const string WholeQuotientOf = "all before the slash over all behind it";

    private const string Points = "points between thousands";

    private static readonly FrozenSet<string> s_percentWords =
        LanguageFile.AllTexts("notation", "percent").ToFrozenSet(StringComparer.Ordinal);

    private static readonly ImmutableArray<(Rational Value, string Name)> s_circleNumbers =
        [(new(157, 50), "3.14"), (new(22, 7), "22/7"), (new(3927, 1250), "3.1416"), (new(1571, 500), "3.142")];

    /// <summary>Whether nobody calls right what is so read.</summary>
    public static bool OnlyDoubts(string reading) => reading is WholeQuotientOf or LostExponent.Words;

    /// <summary>The other pairs of sides that the text allows, each with the words that tell how it is read.</summary>
    public static IEnumerable<(Expression Left, Expression Right, string Reading)> Of(ImmutableArray<Token> tokens, Member left,
        Member right, ParserOptions options)
    {
        if (left.Expression is not { } a || right.Expression is not { } b)
            yield break;
        if (right.EndToken < tokens.Length && tokens[right.EndToken] is { Kind: TokenKind.Break, Text: "!", SpaceBefore: false })
            yield return (a, AnotherFactorial(b), "! as a factorial");
        if (Shouted(tokens, right, b) is { } number)
            yield return (a, number, "the marks as exclamation marks");
        if (UnitBehind(tokens, right.EndToken, options) is { } unit)
        {
            yield return (a, new Quantity(b, unit), $"in {unit}");
            if (b is Call { Operation: Operation.Add } sum)
                yield return (a, new Call(Operation.Add,
                    sum.Arguments.SetItem(sum.Arguments.Length - 1, new Quantity(sum.Arguments[^1], unit))), $"the last term in {unit}");
        }

        if (a is Call
            {
                Operation: Operation.Divide,
                Arguments: [NumberLiteral { Value.IsInteger: true } n, NumberLiteral { Value.IsInteger: true } k]
            } && n.Value >= k.Value
            && tokens[left.FirstToken].Kind == TokenKind.Open)
            yield return (Call.Of(Operation.Binomial, n, k), b, "a number of choices");
        if (b is not Quantity && tokens.Any(IsPercentWord))
            yield return (a, Call.Of(Operation.Percent, b), "in percent");
        if (left.FirstToken > 0 && tokens[left.FirstToken - 1] is { Kind: TokenKind.Break, Text: ListItems.Dash })
            yield return (WithSign(a), b, "the dash as a sign");
        var points = GroupedByPoints.Read(tokens, left, right, options);
        if (points is var (x1, y1))
            yield return (x1, y1, Points);
        // "3 × 4 = 12 250 g packs": the result, and a number behind it.
        if (tokens[right.FirstToken] is { Kind: TokenKind.Number } grouped && SpacedThousands.FirstGroup(grouped.Text) is { } group)
            yield return (a, new NumberLiteral(group), "as two numbers");
        foreach (var (part, other) in ListParts(tokens, left, right))
            yield return (part ?? a, other ?? b, "commas between numbers of a list");
        foreach (var (whole, isLeft) in new[] { (WholeQuotient(tokens, left, options), true),
            (WholeQuotient(tokens, right, options), false) })
        {
            if (whole is not null)
                yield return isLeft ? (whole, b, WholeQuotientOf) : (a, whole, WholeQuotientOf);
        }

        foreach (var reading in Rewritten(a, b))
            yield return reading;
        if (points is var (x2, y2))
        {
            foreach (var (x, y, reading) in Rewritten(x2, y2))
                yield return (x, y, $"{Points}, {reading}");
        }

        if (LooseSlashes.Read(tokens, left, options) is { } byBlanks)
            yield return (byBlanks, b, "slashes between blanks divide what stands between them");
        if (LostExponent.Restored(a) is var restoredLeft && LostExponent.Restored(b) is var restoredRight
            && !(restoredLeft.Equals(a) && restoredRight.Equals(b)))
            yield return (restoredLeft, restoredRight, LostExponent.Words);
        if (EntryByEntry(a) is { } entries)
            yield return (entries, b, "entry by entry");
    }

    // What numbers may stand for, whichever way they are written: "5.000 € + 4 % = 5.200 €" has thousands and a share of them.
    private static IEnumerable<(Expression Left, Expression Right, string Reading)> Rewritten(Expression a, Expression b)
    {
        foreach (var (value, name) in s_circleNumbers)
        {
            if (WithCircleNumber(a, value) is var x && WithCircleNumber(b, value) is var y
                && !(ReferenceEquals(x, a) && ReferenceEquals(y, b)))
                yield return (x, y, $"π as {name}");
        }

        foreach (var (x, y) in new[] { (ExpressionRewriter.PercentOfTotal(a), b), (a, ExpressionRewriter.PercentOfTotal(b)) })
        {
            if (x is not null && y is not null)
                yield return (x, y, "percent of what stands before");
        }
    }

    // "3 + 4 = 7!!" in prose, where nothing follows.
    private static Expression? Shouted(ImmutableArray<Token> tokens, Member right, Expression value) =>
        value is Call { Operation: Operation.Factorial or Operation.DoubleFactorial } call && tokens[right.EndToken - 1] is
        { Kind: TokenKind.Factorial, InMath: false } ? call.Arguments[0] : null;

    // "8!!" is one sign.
    private static Call AnotherFactorial(Expression value) => value is Call { Operation: Operation.Factorial } once
        ? Call.Of(Operation.DoubleFactorial, once.Arguments[0]) : Call.Of(Operation.Factorial, value);

    // "A * B" of matrices, as some programs calculate it.
    private static Collection? EntryByEntry(Expression expression) => expression is Call
    {
        Operation: Operation.Multiply,
        Arguments: [Collection { Kind: CollectionKind.Matrix } one, Collection { Kind: CollectionKind.Matrix } other]
    } && one.Columns == other.Columns && one.Items.Length == other.Items.Length
        ? new Collection(CollectionKind.Matrix, [.. one.Items.Zip(other.Items, (x, y) => Call.Of(Operation.Multiply, x, y))], one.Columns)
        : null;

    // "π × 3² = 28.26": school books calculate with 3.14 or 22/7.
    private static Expression WithCircleNumber(Expression expression, Rational value) =>
        ExpressionInspector.Nodes(expression).Any(node => node == Constant.Pi)
            ? ExpressionRewriter.Rewrite(expression, node => node == Constant.Pi ? new NumberLiteral(value) : null) : expression;

    // "- 5 + 3 = - 2" at the start of a line.
    private static Expression WithSign(Expression expression) => expression switch
    {
        Call { Operation: Operation.Add } sum => new Call(Operation.Add, sum.Arguments.SetItem(0, WithSign(sum.Arguments[0]))),
        _ => Call.Of(Operation.Negate, expression),
    };

    private static bool IsPercentWord(Token token) => token.Kind == TokenKind.Percent
        || (token.Kind == TokenKind.Word
            && (token.Text.StartsWith("percent", StringComparison.OrdinalIgnoreCase)
                || s_percentWords.Contains(token.Text)));

    // "$12 - 8 = 4$ m/h": the unit stands behind the mathematics.
    private static string? UnitBehind(ImmutableArray<Token> tokens, int end, ParserOptions options)
    {
        var i = end;
        while (i < tokens.Length && tokens[i].Kind is TokenKind.MathStart or TokenKind.MathEnd)
            i++;
        if (i < tokens.Length && tokens[i] is { Kind: TokenKind.Open, Text: "(" })
            i++;
        return ExpressionParser.UnitAt(tokens, i, options);
    }

    // "= 435,440 = 435 + 5": two numbers, or one with a comma between its thousands.
    private static IEnumerable<(Expression? Left, Expression? Right)> ListParts(ImmutableArray<Token> tokens, Member left, Member right)
    {
        if (Parts(tokens, right) is { } stated)
            yield return (null, new NumberLiteral(stated[0]));
        if (Parts(tokens, left) is { } before)
            yield return (new NumberLiteral(before[^1]), null);
    }

    private static ImmutableArray<Rational>? Parts(ImmutableArray<Token> tokens, Member member)
    {
        if (member.EndToken - member.FirstToken != 1 || tokens[member.FirstToken] is not { Kind: TokenKind.Number, Decimals: 0 } token
            || !token.Text.Contains(',', StringComparison.Ordinal))
            return null;
        var parts = ImmutableArray.CreateBuilder<Rational>();
        foreach (var part in token.Text.Split(','))
        {
            if (!Rational.TryParseDecimal(part, out var value))
                return null;
            parts.Add(value);
        }

        return parts.ToImmutable();
    }

    // "8 + 6 / 120 + 80" in plain text: people leave out the brackets of a fraction.
    private static Call? WholeQuotient(ImmutableArray<Token> tokens, Member member, ParserOptions options)
    {
        var slash = -1;
        var depth = 0;
        var isSum = false;
        for (var i = member.FirstToken; i < member.EndToken; i++)
        {
            depth += tokens[i].Kind == TokenKind.Open ? 1 : tokens[i].Kind == TokenKind.Close ? -1 : 0;
            isSum |= depth == 0 && i > member.FirstToken && tokens[i] is { Kind: TokenKind.Operator, Text: "+" or "-" };
            if (depth != 0 || tokens[i] is not { Kind: TokenKind.Operator, Text: "/" })
                continue;
            if (slash >= 0 || tokens[i].InMath)
                return null;
            slash = i;
        }

        // "500 ml + 1/4 l": a proper fraction of a unit.
        if (slash > 0 && slash + 2 < member.EndToken && tokens[slash - 1].Kind == TokenKind.Number && !tokens[slash].SpaceBefore
            && tokens[slash + 1] is { Kind: TokenKind.Number, SpaceBefore: false }
            && tokens[slash + 2] is { Kind: TokenKind.Word or TokenKind.Letter, SpaceBefore: true }
            && tokens[slash - 1].Value < tokens[slash + 1].Value)
            return null;
        // Without a sum there are no brackets to leave out.
        if (slash < 0 || !isSum || slash + 1 >= member.EndToken
            || tokens[slash + 1].Kind is not (TokenKind.Number or TokenKind.Open or TokenKind.Currency))
            return null;
        var top = ExpressionParser.Parse(tokens, member.FirstToken, slash, options);
        var bottom = ExpressionParser.Parse(tokens, slash + 1, member.EndToken, options);
        return top is { Expression: { } above } && top.Next == slash && bottom is { Expression: { } below }
            && bottom.Next == member.EndToken ? Call.Of(Operation.Divide, above, below) : null;
    }
}
