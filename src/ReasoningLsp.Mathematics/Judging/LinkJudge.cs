using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>
/// Judges "a = b" between closed members as people write it: every reading of ambiguous notation, percent signs
/// that label, chains that run on, quotients without their remainder. False only if false in all of them.
/// </summary>
public sealed class LinkJudge(NumericJudge numeric)
{
    private readonly QuantityJudge _quantities = new(numeric);

    /// <summary>The verdict on <paramref name="left"/> = <paramref name="right"/>.</summary>
    public Judgment Judge(ImmutableArray<Token> tokens, Member left, Member right, ParserOptions options)
    {
        if (left.Expression is null || right.Expression is null)
            return Judgment.Unknown;
        var met = left.Ambiguities | right.Ambiguities;
        if (Reading.Combinations(met) is not { } combinations)
            return Judgment.Unknown.Doubted(DoubtKind.Readings, "it can be read in too many ways");
        Judgment? first = null, loose = null;
        foreach (var second in combinations)
        {
            if (Reading.Read(tokens, left, options, second) is not { } a || Reading.Read(tokens, right, options, second) is not { } b)
                continue;
            var judgment = JudgeReading(a, b, allowsNames: !EndsInUnit(tokens, left, right),
                runsOn: (second == Ambiguities.None || !IsFraction(b)) && !EndsInFraction(tokens, right, b));
            if (judgment.Holds && (second & Ambiguities.SlashSum) == 0)
                return LooseSlashes.Divided(tokens, left, options) is { } divided
                    && JudgeReading(divided, b) is { Verdict: Verdict.Fails } other ? other with { Parts = (divided, b) } : judgment;
            loose ??= judgment.Holds ? judgment.Doubted(DoubtKind.Readings, $"it may be meant {OtherReadings.WholeQuotientOf}") : null;
            first ??= judgment;
            if (judgment.Verdict == Verdict.Unknown)
                first = first.Value.Doubted(judgment.DoubtKind is DoubtKind.None ? DoubtKind.Readings : judgment.DoubtKind,
                    judgment.Doubt ?? "one of its readings is not decided");
        }

        var result = loose ?? first ?? Judgment.Unknown;
        if (result.Verdict != Verdict.Fails)
            return result;
        if ((met & Ambiguities.NeverRefute) != 0 || ((met & Ambiguities.Ratio) != 0 && !ProportionReading.IsCertain(tokens, left, right)))
            return result.Doubted(DoubtKind.Notation,
                "its notation may mean something else, such as a ratio, a name or digits side by side");
        foreach (var (a, b, reading) in OtherReadings.Of(tokens, left, right, options))
        {
            if (JudgeReading(a, b, allowsNames: false) is { Verdict: not Verdict.Fails } judgment)
                return judgment.Holds && !OtherReadings.OnlyDoubts(reading) ? judgment with { Reading = reading }
                    : judgment.Doubted(DoubtKind.Readings, $"it may be meant {reading}");
        }

        if (!Surroundings.AreUnderstood(tokens, left, right))
            return result.Doubted(DoubtKind.Words, "the text beside it was not understood");
        return MayEndEarlier(tokens, left, right)
            ? result.Doubted(DoubtKind.Words, "the words before the next sign may begin another statement") : result;
    }

    /// <summary>Every reading of "<paramref name="left"/> = <paramref name="right"/>" with the verdict on it alone, at most
    /// <paramref name="most"/>; the verdict on the whole rests on all of them and on what stands beside.</summary>
    public IEnumerable<(Expression Left, Expression Right, string? Reading, Judgment Judgment)> Readings(ImmutableArray<Token> tokens,
        Member left, Member right, ParserOptions options, int most)
    {
        var combinations = Reading.Combinations(left.Ambiguities | right.Ambiguities) ?? [Ambiguities.None];
        var first = combinations
            .Select(second => (Left: Reading.Read(tokens, left, options, second), Right: Reading.Read(tokens, right, options, second)))
            .Where(sides => sides is { Left: not null, Right: not null })
            .Select(sides => (Left: sides.Left!, Right: sides.Right!, Reading: (string?)null));
        var others = OtherReadings.Of(tokens, left, right, options)
            .Select(other => (other.Left, other.Right, Reading: (string?)other.Reading));
        return first.Concat(others).DistinctBy(sides => (sides.Left.Key, sides.Right.Key)).Take(most)
            .Select(sides => (sides.Left, sides.Right, sides.Reading, JudgeReading(sides.Left, sides.Right)));
    }

    // "= 8  A + 8 = 12  A = 4": the words in front of the next sign may open the next statement, unless they are a unit that the chain goes
    // on with.
    private static bool MayEndEarlier(ImmutableArray<Token> tokens, Member left, Member right) =>
        left.Expression is Quantity { Unit: var unit } && left.FirstToken > 0 && tokens[left.FirstToken - 1].Kind == TokenKind.Relation
        && !ExpressionInspector.Nodes(right.Expression!).Any(node => node is Quantity other && other.Unit == unit)
            && !UnitSize.Readings(unit)[0].IsCertain;

    /// <summary>The verdict on two amounts whose units take part, whatever their bare numbers are; null where the units do not
    /// decide.</summary>
    public Judgment? JudgeAmounts(Expression left, Expression right) => _quantities.Judge(left, right);

    /// <summary>The verdict on two expressions in one reading of their notation.</summary>
    public Judgment JudgeReading(Expression left, Expression right) => JudgeReading(left, right, allowsNames: true);

    // "5² = 25/2" and nothing behind it: who goes on calculating says what it comes to.
    private static bool EndsInFraction(ImmutableArray<Token> tokens, Member right, Expression expression) => expression is Call
    {
        Operation: Operation.Divide,
        Arguments: [NumberLiteral { Decimals: 0 } top, NumberLiteral { Decimals: 0, Value.IsZero: false } bottom]
    } && !(top.Value / bottom.Value).IsInteger && (Layout.SkipForward(tokens, right.EndToken) is var next && (next >= tokens.Length
        || tokens[next] is { Kind: TokenKind.Break, Text: "." or ";" or "!" }));

    // "1/12": one number, which nobody goes on from its top in a reading that is not the first.
    private static bool IsFraction(Expression expression) => expression is Call
    {
        Operation: Operation.Divide,
        Arguments: [NumberLiteral { Decimals: 0 } top, NumberLiteral { Decimals: 0 } bottom]
    } && top.Value < bottom.Value;

    private Judgment JudgeReading(Expression left, Expression right, bool allowsNames, bool runsOn = true)
    {
        (left, right) = (numeric.Reduce(left), numeric.Reduce(right));
        if (PartwiseJudge.Judge(this, left, right) is { } partwise)
            return partwise;
        var judgment = numeric.Equal(left, right);
        if (judgment.Holds && UnitMismatch.Of(left, right) is { } unit)
            return judgment.Doubted(DoubtKind.Units, $"the number is right, but the left side is in {unit}");
        if (judgment.Holds && UnitMismatch.IsOfAnotherKind(left, right))
            return judgment.Doubted(DoubtKind.Units, "the number is right, but the left side is another kind of amount");
        if (judgment.Holds && (UnitMismatch.Unlike(left) ?? UnitMismatch.Unlike(right)) is var (first, second))
            return judgment.Doubted(DoubtKind.Units, $"the number is right, but {first} and {second} do not add up");
        if (judgment.Verdict != Verdict.Fails)
            return judgment.Holds && (PlainAmount.AddsUnlike(left) || PlainAmount.AddsUnlike(right) || PlainAmount.Multiplies(left, right))
                && _quantities.Judge(left, right) is { Verdict: Verdict.Fails } unlike ? unlike : judgment;
        if (AngleJudge.Judge(numeric, left, right) is { } angles)
        {
            if (angles.Verdict != Verdict.Fails)
                return angles;
            judgment = angles;
        }

        foreach (var (a, b) in Relabelled(left, right))
        {
            if (numeric.Equal(a, b) is { Holds: true } relabelled)
                return relabelled;
        }

        if (PhysicalSum.MayExplain(left, right))
            return judgment.Doubted(DoubtKind.Meaning, "forces and ways add as vectors, and levels in decibels otherwise");
        var amounts = _quantities.Judge(left, right);
        if (amounts is { Verdict: not Verdict.Fails } known)
            return known;
        if (runsOn && !IsComplexNumber(right, judgment) && RunsOn(left, right))
            return judgment.Doubted(DoubtKind.Meaning, "the right side goes on calculating from the result");
        if (IsQuotientOnly(left, right, judgment))
            return judgment.Doubted(DoubtKind.Meaning, "the division may be meant without its remainder");
        if (IsShareNamed(left, right))
            return judgment.Doubted(DoubtKind.Meaning, "a share of a whole may be named, and nothing calculated");
        if (amounts is { } failed)
            return failed;
        if (ConvertedProduct.IsIn(left, right) ? ConvertedProduct.MayExplain(left, right, judgment)
            : UnitConversions.MayExplain(left, right, judgment) || HasSeveralUnits(left, right))
            return judgment.Doubted(DoubtKind.Units, "a conversion of units may explain it");
        if (CountedThings.Differ(left, right))
            return judgment.Doubted(DoubtKind.Units, "the two sides count different things");
        return allowsNames && (HasNameForUnit(left) || HasNameForUnit(right))
            ? judgment.Doubted(DoubtKind.Units, "a letter may be a name or a unit")
            : judgment;
    }

    // Two units of one kind, beside others that are not understood, may hide a conversion.
    private static bool HasSeveralUnits(Expression left, Expression right) =>
        ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<Quantity>()
        .SelectMany(quantity => CompoundUnit.Readings(quantity.Unit.TrimStart('/'), out _).Take(1)).SelectMany(unit => unit.Terms)
            .Select(term => (term.Unit.Dimension, term.Unit.Factor)).Distinct().GroupBy(unit => unit.Dimension)
            .Any(kind => kind.Count() > 1);

    // "12 × 4 = 50 kg", "= 50 \text{J}": behind numbers alone, apart from its number, a word that is a unit is no product of names.
    private static bool EndsInUnit(ImmutableArray<Token> tokens, Member left, Member right) =>
        left.Expression is Call && right.Expression is Quantity { Value: NumberLiteral }
        && !ExpressionInspector.Nodes(left.Expression!).Any(node => node is Quantity)
        && (tokens[right.EndToken - 1] is { Upright: true } or { Kind: TokenKind.Word, InMath: false, SpaceBefore: true, Length: > 1 }
            || IsLoneUnit(tokens, right));

    // "2 * (14 + 6) = 30 m": the only letter far and wide.
    private static bool IsLoneUnit(ImmutableArray<Token> tokens, Member right) =>
        tokens[right.EndToken - 1] is { Kind: TokenKind.Letter, InMath: false, SpaceBefore: true }
        && tokens[right.EndToken - 1].Text is "m" or "g" or "h" or "s" or "l" or "L"
        && tokens.Count(token => token.Kind == TokenKind.Letter) == 1
        && Layout.SkipForward(tokens, right.EndToken) is var next && (next >= tokens.Length || tokens[next].Kind == TokenKind.Break);

    // "12 m + 4 = 40", "2 - 2ps = 1": short symbols of units among plain numbers may be names.
    private static bool HasNameForUnit(Expression expression) =>
        ExpressionInspector.Nodes(expression)
        .Any(node => node is Quantity { Unit: { Length: <= 3 } unit } && unit[0] < '\u0530' && char.IsLetter(unit[0])
        && (unit.Length == 1 || UnitTable.TryFind(unit, out _)));

    // "100 - 15 = 85%": the sign says what the number is and is no hundredth.
    private static IEnumerable<(Expression Left, Expression Right)> Relabelled(Expression left, Expression right)
    {
        var (a, b) = (Unlabelled(left), Unlabelled(right));
        // "$50 - 20% = $30": a percent beside an amount is a share of it, and no label.
        var changesLeft = !ReferenceEquals(a, left) && !a.Equals(left) && !(TakesShare(left) && !HasPercent(right));
        var changesRight = !b.Equals(right);
        if (changesLeft)
            yield return (a, right);
        if (changesRight)
            yield return (left, b);
        if (changesLeft && changesRight)
            yield return (a, b);
    }

    // The degrees of an angle of which a sine is taken, and the share that is taken "of" something, are no labels.
    private static Expression Unlabelled(Expression side)
    {
        var nodes = ExpressionInspector.Nodes(side).ToList();
        var number = nodes.Exists(node => node is Call { Operation: Operation.Add } sum && sum.Arguments.Any(term =>
            term is Call { Operation: Operation.Multiply } product && product.Arguments.Any(factor =>
                factor is Call { Operation: Operation.Percent }))) ? side : ExpressionRewriter.WithoutPercent(side);
        return nodes.Exists(node => node is Call
        {
            Operation: Operation.Sin or Operation.Cos or Operation.Tan or Operation.Cot
            or Operation.Sec or Operation.Csc
        }) ? number : ExpressionRewriter.WithoutDegrees(number);
    }

    private static bool TakesShare(Expression expression) => expression is Call { Operation: Operation.Add } sum
        && sum.Arguments.Any(HasPercent) && !sum.Arguments.All(HasPercent) && sum.Arguments.Any(QuantityReading.HasUnit);

    private static bool HasPercent(Expression expression) =>
        ExpressionInspector.Nodes(expression).Any(node => node is Call { Operation: Operation.Percent });

    // "3 + 4 = 7 * 2 = 14": the right side goes on calculating from the result.
    private bool RunsOn(Expression left, Expression right)
    {
        foreach (var prefix in Prefixes(right))
        {
            // People go on from a number that they have worked out, and not from "2√5".
            if (!IsWorkedOut(prefix))
                continue;
            var reached = numeric.Equal(left, prefix);
            // "100 - 25 = 75 percent of 50": the sign says what the number is.
            if (!reached.Holds && prefix is Call { Operation: Operation.Percent })
                reached = numeric.Equal(left, ExpressionRewriter.WithoutPercent(prefix));
            if (reached.Verdict == Verdict.Holds || (reached.Holds && ExpressionInspector.Literal(prefix) is { Decimals: > 0 }))
                return true;
        }

        return false;
    }

    // "534 + 240i" is one number.
    private static bool IsComplexNumber(Expression right, Judgment judgment) =>
        judgment.Right is { IsReal: false } && right is Call { Operation: Operation.Add, Arguments.Length: 2 };

    private static bool IsWorkedOut(Expression prefix) => !ExpressionInspector.Nodes(prefix).Any(node => node is Constant or Call
    {
        Operation: Operation.Root or Operation.Ln or Operation.Log or Operation.Sin or Operation.Cos or Operation.Tan or Operation.Exp
    });

    private static IEnumerable<Expression> Prefixes(Expression expression)
    {
        if (expression is Quantity quantity)
        {
            foreach (var prefix in Prefixes(quantity.Value))
                yield return prefix;
        }

        if (expression is not Call { Operation: Operation.Add or Operation.Multiply or Operation.Divide } call)
            yield break;
        for (var length = call.Arguments.Length - 1; length > 1; length--)
            yield return new Call(call.Operation, call.Arguments[..length]);
        yield return call.Arguments[0];
        foreach (var prefix in Prefixes(call.Arguments[0]))
            yield return prefix;
    }

    // "17 / 3 = 5 remainder 2": a whole result of a division that does not come out even.
    private static bool IsQuotientOnly(Expression left, Expression right, Judgment judgment)
    {
        // "500 ÷ 13 = 13 · 38 + 6": dividend, divisor, quotient and remainder. "8 miles / 1 hour = 1": a conversion factor.
        if (left is Call { Operation: Operation.Divide } quotient
            && ((!ExpressionInspector.IsLiteral(right) && judgment.Right?.Exact is { } total
                && quotient.Arguments[0] is NumberLiteral dividend && dividend.Value == total)
            || (quotient.Arguments[0] is Quantity && quotient.Arguments[1] is Quantity && right is NumberLiteral { Value: var one }
                && one == Rational.One)))
            return true;
        if (judgment.Left?.Exact is not { IsInteger: false } exact || judgment.Right?.Exact is not { IsInteger: true } shown
            || !ExpressionInspector.IsLiteral(right))
            return false;
        return IsWholeDivision(left) && Rational.Abs(exact - shown) < Rational.One;
    }

    // "1/2 = 30 people": what the share of a whole is, and no calculation.
    private static bool IsShareNamed(Expression left, Expression right) =>
        left is Call { Operation: Operation.Divide, Arguments: [NumberLiteral { Decimals: 0 } part, NumberLiteral { Decimals: 0 } whole] }
        && part.Value < whole.Value && right is Quantity { Value: NumberLiteral { Value: var amount } } && amount > Rational.One;

    private static bool IsWholeDivision(Expression expression) => expression switch
    {
        Quantity quantity => IsWholeDivision(quantity.Value),
        Call { Operation: Operation.Divide } division =>
            ExpressionInspector.Literal(division.Arguments[0]) is { Value: var top }
            && ExpressionInspector.Literal(division.Arguments[1]) is { Value.IsInteger: true } bottom && Rational.Abs(top) >= bottom.Value,
        _ => false,
    };
}
