using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;
using Amount = ReasoningLsp.Mathematics.Units.Quantity;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR107: two amounts with units are called equal and are not, whatever size of the units is meant.</summary>
internal sealed class WrongConversionCheck : ICheck
{
    private static readonly PhraseSet s_scale = new("scale*", "represent*", "map", "model*", "correspond*", "drawing*", "blueprint", "per",
        "every", "each", "travel*", "grow*", "rate");

    private static readonly Rational s_least = new(1, 4);
    private static readonly Rational s_most = 4;
    private static readonly Rational s_near = new(2, 3);
    private static readonly Rational s_almost = new(9, 10);
    private static readonly Rational s_mostOnMap = 100;
    private static readonly Rational s_rounded = new(1, 500);

    private const int SecondsInDay = 86_400;

    public Rule Rule => RuleCatalog.WrongConversion;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            ReportSum(context, link);
            ReportUnit(context, link);
            if (link is not
                {
                    Sign: "=" or "≈", IsAnnotation: false, LeftExpression: { } left, RightExpression: { } right
                } || !IsConversion(link))
                continue;
            var statement = link.Statement;
            // "Half of 3 million = 1.5 million": a share of what stands on the left.
            if (!Surroundings.AreUnderstood(statement.Tokens, link.Left, link.Right))
                continue;
            if (!ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement) || s_scale.OccursIn(statement.Before)
                || s_scale.OccursIn(statement.After))
                continue;
            if (TemperatureJudge.Judge(left, right) is { Verdict: Verdict.Fails, Left.Exact: { } degrees })
            {
                Report(context, link, left, right, degrees);
                continue;
            }

            if (left is not Quantity { Value: NumberLiteral { Value: { IsZero: false } value } } source
                || right is Call { Operation: Operation.Negate })
                continue;
            if (Truth(context.Tools.Links, source, right) is var (truth, stated) && IsMistakeOf(value, truth, stated)
                && (link.Sign == "=" || !MayBeEstimate(right, truth, stated))
                && !MayBeWorkingTime(source, right, truth, stated)
                && !OwnUnits.May(context, StatedFactor(source, right, stated), link.Span))
                Report(context, link, left, right, truth);
        }
    }

    // "3 × 40 cm = 120 cm = 12 m": behind the first sign of a chain an amount is whole, whatever the chain began with.
    private static bool IsConversion(JudgedLink link) => (link.Index > 0 ? [link.Left, link.Right] : link.Statement.Chain.Members)
        .All(member => member.Expression is { } amount && PlainAmount.IsWritten(amount));

    // How many of its units the right side has for one of the left.
    private static Rational StatedFactor(Quantity source, Expression right, Rational stated) =>
        (right is Quantity { Value: NumberLiteral { Value: var written } } ? written : stated) / ((NumberLiteral)source.Value).Value;

    // "3 m × 4 m = 12 m": the number is right.
    private void ReportUnit(StepContext context, JudgedLink link)
    {
        if (link is not { IsAnnotation: false, Judgment.Left: { } value, LeftExpression: { } left, RightExpression: Quantity right }
            || link.Judgment.Verdict != Verdict.Unknown || UnitMismatch.Of(left, right) is not { } unit
            || !context.Tools.Links.JudgeReading(left, right).Equals(link.Judgment)
            || !Surroundings.AreUnderstood(link.Statement.Tokens, link.Left, link.Right) || !ClaimGuard.IsAsserted(link.Statement)
            || ClaimGuard.IsTried(link.Statement))
            return;
        var truth = unit == "no unit" ? $"{left} {ValueText.Signed(value)}, without a unit" : $"{left} {ValueText.Signed(value, unit)}";
        context.Report(new Draft(Rule, new TextSpan(link.Right.Start, link.Right.Length), $"{truth}, the step says {Raised(right.Unit)}.",
            Evidence.Of(("statement", context.Quote(link.Span).Trim()), ("right", truth)))
        {
            Severity = Severity.Warning,
        });
    }

    // "€20 + £5 = €25", "5 kg + 2 h = 7 kg". In mathematics, and without a blank, a letter may be a name.
    private void ReportSum(StepContext context, JudgedLink link)
    {
        if (link is not
            {
                IsAnnotation: false, Sign: "=", Judgment: { Verdict: Verdict.Unknown, Left.Exact: { } sum, Right.Exact: { } said },
                LeftExpression: { } left, RightExpression: Quantity
            } || sum != said
            || UnitMismatch.Unlike(left) is not var (first, second)
            || !context.Tools.Links.JudgeReading(left, link.RightExpression!).Equals(link.Judgment)
            || ((first.Length == 1 || second.Length == 1) && MayBeNames(link))
            || !Surroundings.AreUnderstood(link.Statement.Tokens, link.Left, link.Right) || !ClaimGuard.IsAsserted(link.Statement)
            || ClaimGuard.IsTried(link.Statement))
            return;
        var told = $"{left}: {first} and {second} do not add up";
        context.Report(new Draft(Rule, new TextSpan(link.Left.Start, link.Left.Length), $"{told}, the step adds their numbers.",
            Evidence.Of(("statement", context.Quote(link.Span).Trim()), ("right", told)))
        {
            Severity = Severity.Warning,
        });
    }

    private static bool MayBeNames(JudgedLink link)
    {
        for (var i = link.Left.FirstToken; i < link.Right.EndToken; i++)
        {
            if (link.Statement.Tokens[i] is { Kind: TokenKind.Letter or TokenKind.Word } name && (name.InMath || !name.SpaceBefore))
                return true;
        }

        return false;
    }

    private static string Raised(string unit) => unit.Trim().Replace("^{2}", "²", StringComparison.Ordinal)
        .Replace("^2", "²", StringComparison.Ordinal)
        .Replace("^{3}", "³", StringComparison.Ordinal).Replace("^3", "³", StringComparison.Ordinal);

    private void Report(StepContext context, JudgedLink link, Expression left, Expression right, Rational truth)
    {
        var unit = ExpressionInspector.Nodes(right).OfType<Quantity>().First().Unit;
        var converted = $"{left} {ValueText.Signed(Value.Of(truth), unit)}";
        var said = context.Quote(link.Span).Trim();
        var repair = right is Quantity && NumberToken.In(link) is { } number
            && ValueText.Literal(Value.Of(truth), number.Decimals, context.Quote(new TextSpan(number.Start, number.Length)),
                context.Analysis.Lexing) is { } text && !text.StartsWith('-')
            ? RepairProof.Proven(context, link, new TextEdit(new TextSpan(number.Start, number.Length), text))
            : null;
        context.Report(new Draft(Rule, new TextSpan(link.Right.Start, link.Right.Length), $"{converted}, the step says {right}.",
            Evidence.Of(("statement", said), ("right", converted)), repair));
    }

    // What the left side is in the unit of the right one, and what is stated, where no reading makes them equal; null else.
    private static (Rational Truth, Rational Stated)? Truth(LinkJudge links, Quantity left, Expression right)
    {
        if (right is Quantity { Value: NumberLiteral stated } single && left.Value is NumberLiteral value
            && CompoundUnit.Readings(left.Unit, out var length) is { Count: > 0 } from && length == left.Unit.Length
            && CompoundUnit.Readings(single.Unit, out length) is { Count: > 0 } to && length == single.Unit.Length)
        {
            if (left.Unit == single.Unit)
                return null;
            var pairs = from.SelectMany(_ => to, (one, other) => (Source: new Amount(value.Value, one),
                Stated: new Amount(stated.Value, other))).Where(pair => pair.Source.Unit.Dimension == pair.Stated.Unit.Dimension).ToList();
            return pairs.Count > 0 && pairs.TrueForAll(pair =>
                UnitConversion.Compare(pair.Source, pair.Stated) == QuantityRelation.Different
                    && (IsGivenInFull(value, stated, pair.Source.Unit, pair.Stated.Unit)
                        || UnitConversion.Compare(pair.Stated, pair.Source) == QuantityRelation.Different))
                && pairs[0].Source.ConvertTo(pairs[0].Stated.Unit) is { } converted ? (converted.Value, stated.Value) : null;
        }

        return links.JudgeAmounts(left, right) is { Verdict: Verdict.Fails, Left.Exact: { } truth, Right.Exact: { } said }
            ? (truth, said) : null;
    }

    // "1 h = 61 min": the first is no rounding of the second, which has all of its digits.
    private static bool IsGivenInFull(NumberLiteral value, NumberLiteral stated, CompoundUnit from, CompoundUnit to) =>
        (value.Decimals == 0 && from.Factor > to.Factor && (from.Factor / to.Factor).IsInteger)
        || stated.Decimals > value.Decimals || stated.Place * to.Factor * 100 <= value.Place * from.Factor;

    // "10 miles ≈ 15 km"; decimals are digits that are meant.
    private static bool MayBeEstimate(Expression right, Rational truth, Rational stated) =>
        right is not Quantity { Value: NumberLiteral { Decimals: > 0 } } && Rational.Abs(stated - truth) < truth / 10;

    // "2 days = 16 hours" of work, "5 weeks = 25 days" of school: less than the clock and the calendar have.
    private static bool MayBeWorkingTime(Quantity left, Expression right, Rational truth, Rational stated)
    {
        var units = ExpressionInspector.Nodes(right).OfType<Quantity>().Append(left)
            .SelectMany(quantity => CompoundUnit.Readings(quantity.Unit, out _)).ToList();
        return units.Exists(unit => unit.Dimension == Dimension.Of(BaseQuantity.Time) && unit.Factor >= SecondsInDay)
            && (left.Value is NumberLiteral value && truth > value.Value ? stated < truth * s_almost : truth < stated * s_almost);
    }

    // "1 kg = 15 mg", "1 cm = 10 m": what corresponds to what, and no conversion that went wrong. One that did is a power of
    // ten off, upside down, or near the truth; and a small unit is never said to be several large ones.
    private static bool IsMistakeOf(Rational value, Rational truth, Rational stated)
    {
        if (truth.IsZero || stated.IsZero)
            return false;
        var ratio = stated / truth;
        var size = truth / value;
        // "15 m/s = 4.17 km/h": divided where it is to be multiplied.
        if (value != Rational.One && Rational.Abs((stated * size / value) - Rational.One) < s_rounded)
            return true;
        if (value <= s_mostOnMap && truth < value && stated >= value)
            return false;
        return stated == value / size || ratio.IsPowerOfTen || ((stated / value).IsPowerOfTen && size.IsPowerOfTen)
            || (ratio > s_least && ratio < s_most && value != Rational.One) || (ratio > s_near && ratio < 1 / s_near);
    }
}
