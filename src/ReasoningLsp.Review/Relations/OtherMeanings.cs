using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Relations;

/// <summary>What looks like a calculation and may be none: pages 12-15, times of day, shares of a whole, Legendre symbols.</summary>
internal static class OtherMeanings
{
    private static readonly Rational s_most = 100;

    /// <summary>What else a false equality of numbers may say; null where it is a calculation.</summary>
    public static string? Of(Statement statement, Member left, Member right, Judgment judgment, Toolbox tools)
    {
        if (IsRange(statement, left, right))
            return "it may count what lies between two numbers";
        if (AreTimes(statement, left, right))
            return "they may be times of day";
        if (AreDays(left, right) || HoldDate(statement, left))
            return "they may be days of the year";
        if (MayBeProbability(statement, left, right))
            return "P may be a probability";
        if (IsShare(left, right))
            return "the fraction may name a share of a whole";
        if (AreMinutes(statement, left, right, tools))
            return "they may be minutes and seconds";
        return IsLegendre(statement, left, judgment) ? "it may be a Legendre symbol" : null;
    }

    // "pp. 12-15 = 4 pages", "9-17 = 8 hours": a hyphen without blanks, and an amount of what lies between.
    private static bool IsRange(Statement statement, Member left, Member right)
    {
        if (right.Expression is not Quantity { Value: NumberLiteral { Value: var said } } || left.EndToken - left.FirstToken != 3)
            return false;
        var tokens = statement.Tokens.AsSpan()[left.FirstToken..left.EndToken];
        return tokens is [{ Kind: TokenKind.Number, Decimals: 0 } from, { Kind: TokenKind.Operator, Text: "-", SpaceBefore: false },
        { Kind: TokenKind.Number, Decimals: 0, SpaceBefore: false } to]
            && to.Value > from.Value && (said == to.Value - from.Value || said == to.Value - from.Value + Rational.One);
    }

    // "1:45 + 2:30 = 3:75 = 4:15": a sum of times, or one time written in two ways; "7:13 = 42:79" compares ratios.
    private static bool AreTimes(Statement statement, Member left, Member right)
    {
        const int Alone = 3;
        return Minutes(statement, left) is { } a && Minutes(statement, right) is { } b
            && (a == b || left.EndToken - left.FirstToken > Alone || right.EndToken - right.FirstToken > Alone);
    }

    // What times add up to; null where a member holds anything else.
    private static Rational? Minutes(Statement statement, Member member)
    {
        const int InHour = 60, Term = 4;
        var tokens = statement.Tokens.AsSpan()[member.FirstToken..member.EndToken];
        var sum = Rational.Zero;
        for (var i = 0; i < tokens.Length; i += Term)
        {
            if (i + 2 >= tokens.Length || tokens[i] is not { Kind: TokenKind.Number, Decimals: 0, Length: <= 2 } hours
                || tokens[i + 1] is not { Kind: TokenKind.Operator, Text: ":" or "÷", Length: 1, SpaceBefore: false }
                || tokens[i + 2] is not { Kind: TokenKind.Number, Decimals: 0, Length: 2, SpaceBefore: false } minutes
                || (i > 0 && tokens[i - 1] is not { Kind: TokenKind.Operator, Text: "+" or "-" }))
                return null;
            var time = (hours.Value * InHour) + minutes.Value;
            sum += i > 0 && tokens[i - 1].Text == "-" ? -time : time;
        }

        return tokens.Length % Term == Term - 1 ? sum : null;
    }

    // "12/25 + 7 days = 1/1"
    private static bool AreDays(Member left, Member right)
    {
        const int Months = 12, Days = 31;
        return left.Expression is Call { Operation: Operation.Add, Arguments: [var day, Quantity { Value: NumberLiteral }] }
            && IsDay(day) && IsDay(right.Expression!);

        static bool IsDay(Expression side) => side is Call
        {
            Operation: Operation.Divide,
            Arguments: [NumberLiteral { Decimals: 0 } one, NumberLiteral { Decimals: 0 } other]
        } && one.Value.Sign > 0 && other.Value.Sign > 0 && Rational.Min(one.Value, other.Value) <= Months
            && Rational.Max(one.Value, other.Value) <= Days;
    }

    // "3/4/2024 - 3/1/2024 = 3 days"
    private static bool HoldDate(Statement statement, Member left)
    {
        const int Length = 5;
        for (var i = left.FirstToken; i + Length <= left.EndToken; i++)
        {
            if (statement.Tokens.AsSpan()[i..(i + Length)] is [{ Kind: TokenKind.Number, Decimals: 0, Length: <= 2 }, var one,
                { Kind: TokenKind.Number, Decimals: 0, Length: <= 2, SpaceBefore: false }, var other,
                { Kind: TokenKind.Number, Decimals: 0, Length: 4, SpaceBefore: false }] && IsTightSlash(one) && IsTightSlash(other))
                return true;
        }

        return false;
    }

    private static bool IsTightSlash(Token token) => token is { Kind: TokenKind.Operator, Text: "/", SpaceBefore: false, InMath: false };

    // "P(6, 6) = P_6^2 = 0.01": no number of arrangements is a fraction.
    private static bool MayBeProbability(Statement statement, Member left, Member right) =>
        ExpressionInspector.Nodes(left.Expression!).Concat(ExpressionInspector.Nodes(right.Expression!))
            .Any(node => node is Call { Operation: Operation.Permutations })
        && statement.Chain.Members.Any(member => member.Expression is { } side && ExpressionInspector.Literal(side) is { Decimals: > 0 });

    // 5' 30" + 4' 45" = 10' 15"
    private static bool AreMinutes(Statement statement, Member left, Member right, Toolbox tools)
    {
        Expression InMinutes(Expression side) => ExpressionRewriter.Rewrite(side, node => node is Quantity { Unit: "ft" or "in" } length
            ? new Quantity(length.Value, length.Unit == "ft" ? "min" : "s") : null);
        return !statement.Tokens[left.FirstToken..left.EndToken].Any(token => token.Kind == TokenKind.Word)
            && ExpressionInspector.Nodes(left.Expression!).Any(node => node is Quantity { Unit: "ft" or "in" })
            && tools.Links.JudgeReading(InMinutes(left.Expression!), InMinutes(right.Expression!)).Holds;
    }

    // "3/4 = 30 €", "1/4 = 90°", "so 1/3 = 9"
    private static bool IsShare(Member left, Member right) =>
        left.Expression is Call { Operation: Operation.Divide, Arguments: [NumberLiteral top, NumberLiteral bottom] }
        && top.Value.IsInteger && bottom.Value.IsInteger && top.Value.Sign > 0 && top.Value <= bottom.Value && bottom.Value <= s_most
        && right.Expression switch
        {
            Quantity quantity => quantity.Value,
            Call { Operation: Operation.Degrees } angle => angle.Arguments[0],
            NumberLiteral { Value.IsInteger: true } number when top.Value < bottom.Value && (number.Value / top.Value).IsInteger => number,
            _ => null,
        } is NumberLiteral { Value: var amount } && amount > Rational.One;

    // "(2/7) = 1", "(3/7) = -1"
    private static bool IsLegendre(Statement statement, Member left, Judgment judgment) =>
        left.Expression is Call { Operation: Operation.Divide, Arguments: [_, NumberLiteral { Value.IsInteger: true }] }
        && statement.Tokens[left.FirstToken] is { Kind: TokenKind.Open } && statement.Tokens[left.EndToken - 1] is { Kind: TokenKind.Close }
        && judgment.Right?.Exact is { IsInteger: true } said && Rational.Abs(said) <= Rational.One;
}
