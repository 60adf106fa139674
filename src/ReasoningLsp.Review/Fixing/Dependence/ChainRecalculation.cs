using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Fixing.Dependence;

/// <summary>Calculates one chain anew with the numbers that changed before it. Used once; not thread-safe.</summary>
internal sealed class ChainRecalculation(PropagatedChanges changes, Statement statement, ParserOptions options, Toolbox tools)
{
    private static readonly Rational s_hundred = 100;

    private readonly RelationChain _chain = statement.Chain;
    private ImmutableArray<Token> _tokens = statement.Tokens;

    /// <summary>Whether a chain calculates: a closed side that is more than a number.</summary>
    public static bool IsCalculation(Statement statement) =>
        statement.Chain.Members.Any(
        member => member.Expression is { } expression && ExpressionInspector.IsClosed(expression)
        && !ExpressionInspector.IsLiteral(expression));

    /// <summary>Whether a member is calculated with and does not state a result.</summary>
    public static bool IsOperand(Member member) => member.Expression is null || !ExpressionInspector.IsLiteral(member.Expression);

    /// <summary>Goes through the members from left to right, or from the one on that holds <paramref name="first"/>; false in
    /// doubt.</summary>
    public bool Run((Token Wrong, Token Right)? first)
    {
        if (changes.HasChangedProse && IsUnexplained())
            return changes.Give("a result is not explained by what stands before it");
        Expression? left = null;
        for (var i = 0; i < _chain.Members.Length; i++)
        {
            var member = _chain.Members[i];
            if (first is { } seed && IndexIn(member, seed.Wrong) is { } at)
            {
                Put(at, seed.Right);
                if (!changes.Change(statement.Tokens, at, seed.Right))
                    return false;
                first = null;
            }
            else if (first is not null)
            {
                LearnFrom(member);
            }
            else if (!(i == 0 ? Replace(member) : Next(i, left)))
            {
                return false;
            }

            left = Parse(member);
        }

        return true;
    }

    // "30 shirts on weekdays and 1 shirt for Monday = 31 shirts": a result of words.
    private bool IsUnexplained()
    {
        for (var i = 0; i < _chain.Signs.Length; i++)
        {
            if (_chain.Signs[i] == "=" && _chain.Members[i + 1].Expression is { } right && ExpressionInspector.IsLiteral(right)
                && (_chain.Members[i].Expression is not { } left
                    || (ExpressionInspector.IsClosed(left) && !tools.Links.JudgeReading(left, right).Holds)))
                return true;
        }

        return false;
    }

    private bool Next(int index, Expression? left)
    {
        var (before, member) = (_chain.Members[index - 1], _chain.Members[index]);
        var isEquality = _chain.Signs[index - 1] is "=" or "≈";
        if (!isEquality || before.Expression is not { } oldLeft || left is null || !ExpressionInspector.IsClosed(oldLeft))
            return Replace(member) && (!IsChanged(member) || before.Expression is null || Name(before));
        var isChanged = !left.Equals(oldLeft) && Exact(left) != Exact(oldLeft);
        if (member.Expression is not { } right || !ExpressionInspector.IsClosed(right))
            return isChanged ? Name(member) : Replace(member);
        if (!isChanged)
            return Repeat(member, left, right);
        if (Holds(oldLeft, right, index))
            return ExpressionInspector.IsLiteral(right) ? Result(index, oldLeft, left) : GoesOn(member, oldLeft, left);
        if (!Holds(left, right, index))
            return changes.Give($"{oldLeft} = {right} does not hold");
        // "2490 - 500 = 2000": false with the false number and true with the right one, so the result was got from that.
        LearnFrom(member);
        return true;
    }

    // The left side did not change: a result that is the old value all the same has a source of its own,
    // unless it is the false result written again.
    private bool Repeat(Member member, Expression left, Expression right)
    {
        if (ExpressionInspector.IsLiteral(right))
        {
            if (tools.Links.JudgeReading(left, right).Holds)
            {
                LearnFrom(member);
                return true;
            }

            if (ExpressionInspector.IsLiteral(left) && !left.Equals(right))
                return Replace(member) && (Parse(member) == right || changes.Give($"{left} = {right} is not explained"));
        }

        return Replace(member) && ((Parse(member) is { } whole && (whole.Equals(right) || tools.Links.JudgeReading(left, whole).Holds))
            || changes.Give($"{left} = {right} would not hold"));
    }

    private bool Result(int index, Expression oldLeft, Expression left)
    {
        var member = _chain.Members[index];
        if (SingleNumber(member) is not { } at || Exact(oldLeft) is not { } before || Exact(left) is not { } after)
            return changes.Give($"{member.Expression} is no single number");
        var token = statement.Tokens[at];
        foreach (var scale in (ReadOnlySpan<Rational>)[Rational.One, s_hundred])
        {
            if (scale != Rational.One && !NumberPlace.HasPercentSign(statement.Tokens, at))
                continue;
            var isExact = before * scale == token.Value;
            if (!isExact && (before * scale).Round(token.Decimals) != token.Value)
                continue;
            var written = isExact ? changes.Written(token, after * scale) : changes.Written(token, after * scale, token.Decimals);
            if (written is null)
                return changes.Give($"{after} cannot be written");
            Put(at, written);
            return changes.Change(statement.Tokens, at, written);
        }

        return changes.Give($"{oldLeft} = {member.Expression} is read in another way");
    }

    // "2 · 15 + 3 = 30 + 3": the next side holds intermediate results of the one before.
    private bool GoesOn(Member member, Expression oldLeft, Expression left)
    {
        var saved = _tokens;
        if (Replace(member) && Agrees(member, left))
            return true;
        _tokens = saved;
        var parts = IntermediateResults.Between(oldLeft, left, tools).ToList();
        for (var i = member.FirstToken; i < member.EndToken; i++)
        {
            if (_tokens[i].Kind != TokenKind.Number || parts.Find(part => part.Old == _tokens[i].Value) is not { New: not null } part)
                continue;
            if (changes.Written(_tokens[i], part.New!.Value) is not { } written)
                return changes.Give($"{part.New} cannot be written");
            Put(i, written);
        }

        return Agrees(member, left) || changes.Give($"{left} does not go on");
    }

    private bool Agrees(Member member, Expression left) => Parse(member) is { } right && tools.Links.JudgeReading(left, right).Holds;

    // x = 15 or "the total": what is named changes; an equation to be solved is left to people.
    private bool Name(Member member)
    {
        if (member.Expression is not Symbol symbol)
            return changes.Give("an equation depends on it");
        changes.ChangeSymbol(symbol.Name);
        return true;
    }

    private bool Replace(Member member)
    {
        var isChanged = false;
        for (var i = member.FirstToken; i < member.EndToken; i++)
        {
            var token = _tokens[i];
            if (changes.Replacement(_tokens, i, IsOperand(member)) is not { } replacement)
                return false;
            if (ReferenceEquals(replacement, token))
            {
                changes.Learn(_tokens, i, IsOperand(member));
                continue;
            }

            isChanged = true;
            if (IsCalculation(statement))
                changes.Use(token, NumberPlace.HasPercentSign(_tokens, i));
            Put(i, replacement);
        }

        if (member.Expression is not { } expression)
            return !isChanged || changes.Give("a changed number stands in what was not understood");
        var symbols = ExpressionInspector.Symbols(expression);
        if (symbols.Count == 0)
            return true;
        return !(isChanged || (expression is not Symbol && changes.AreChanged(symbols))) || changes.Give("an equation depends on it");
    }

    private bool Holds(Expression left, Expression right, int index)
    {
        if (tools.Links.JudgeReading(left, right).Holds)
            return true;
        return _chain.Signs[index - 1] == "≈" && Exact(left) is { } exact && ExpressionInspector.Literal(right) is { } shown
            && exact.Round(shown.Decimals) == shown.Value;
    }

    private void LearnFrom(Member member)
    {
        for (var i = member.FirstToken; i < member.EndToken; i++)
            changes.Learn(statement.Tokens, i, IsOperand(member));
    }

    private void Put(int index, Token replacement)
    {
        changes.Replace(statement.Tokens[index], replacement);
        _tokens = _tokens.SetItem(index, replacement);
    }

    private Expression? Parse(Member member) =>
        IsChanged(member) ? ExpressionParser.Parse(_tokens, member.FirstToken, member.EndToken, options).Expression : member.Expression;

    private bool IsChanged(Member member)
    {
        for (var i = member.FirstToken; i < member.EndToken; i++)
        {
            if (!ReferenceEquals(_tokens[i], statement.Tokens[i]))
                return true;
        }

        return false;
    }

    private int? IndexIn(Member member, Token token)
    {
        var index = statement.Tokens.IndexOf(token, member.FirstToken, member.EndToken - member.FirstToken);
        return index < 0 ? null : index;
    }

    private int? SingleNumber(Member member)
    {
        var numbers = Enumerable.Range(member.FirstToken, member.EndToken - member.FirstToken)
            .Where(i => statement.Tokens[i].Kind == TokenKind.Number).ToList();
        return numbers is [var only]
            && !Enumerable.Range(member.FirstToken, only - member.FirstToken).Any(i => statement.Tokens[i].Kind == TokenKind.Operator)
                ? only : null;
    }

    private Rational? Exact(Expression expression) => IntermediateResults.Exact(expression, tools);
}
