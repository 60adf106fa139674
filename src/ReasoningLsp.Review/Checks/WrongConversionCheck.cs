using ReasoningLsp.Mathematics.Expressions;
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

    public Rule Rule => RuleCatalog.WrongConversion;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link is not
                {
                    Sign: "=", Statement.Chain.Signs.Length: 1, IsAnnotation: false, LeftExpression: Quantity left,
                    RightExpression: Quantity right
                })
                continue;
            var statement = link.Statement;
            if (!ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement) || s_scale.OccursIn(statement.Before)
                || s_scale.OccursIn(statement.After))
                continue;
            if (Read(left) is { } source && Read(right) is { } stated && AreOfOneKind(source.Unit, stated.Unit)
                && IsMistakeOf(source, stated) && UnitConversion.Compare(source, stated) == QuantityRelation.Different
                    && UnitConversion.Compare(stated, source) == QuantityRelation.Different)
                Report(context, link, source, stated);
        }
    }

    private void Report(StepContext context, JudgedLink link, Amount source, Amount stated)
    {
        var right = source.ConvertTo(stated.Unit) is { } converted
            ? $"{ValueText.Of(Mathematics.Evaluation.Value.Of(converted.Value))} {((Quantity)link.RightExpression!).Unit}" : "?";
        var said = context.Quote(link.Span).Trim();
        var repair = source.ConvertTo(stated.Unit) is { } exact && NumberToken.In(link) is { } number
            && ValueText.Literal(Mathematics.Evaluation.Value.Of(exact.Value), number.Decimals,
                context.Quote(new TextSpan(number.Start, number.Length)), context.Analysis.Lexing) is { } text && !text.StartsWith('-')
            ? RepairProof.Proven(context, link, new TextEdit(new TextSpan(number.Start, number.Length), text))
            : null;
        context.Report(new Draft(Rule, new TextSpan(link.Right.Start, link.Right.Length),
            $"{link.LeftExpression} = {right}, the step says {link.RightExpression}.",
            Evidence.Of(("statement", said), ("right", $"{link.LeftExpression} = {right}")), repair));
    }

    private static Amount? Read(Quantity quantity) =>
        quantity.Value is NumberLiteral { Value: { IsZero: false } value }
        && CompoundUnit.Readings(quantity.Unit, out var length) is [var unit] && length == quantity.Unit.Length
            ? new Amount(value, unit)
            : null;

    // Coins, counts and days are counted in ways of their own ("1 day = 8 hours" of work); "1 inch = 5 miles" is a scale.
    private static bool AreOfOneKind(CompoundUnit a, CompoundUnit b)
    {
        if (a.Dimension != b.Dimension || a.Approximate || b.Approximate || a.Equals(b))
            return false;
        // A cubic metre in litres; cups and gallons have too many sizes.
        if (a.Dimension == Dimension.Of(BaseQuantity.Length, 3))
            return IsMetricVolume(a) && IsMetricVolume(b);
        if (a.Terms is not [{ Power: 1 }] || b.Terms is not [{ Power: 1 }])
            return false;
        if (a.Dimension == Dimension.Of(BaseQuantity.Time))
            return a.Factor <= 3600 && b.Factor <= 3600;
        return a.Dimension == Dimension.Of(BaseQuantity.Mass) || (a.Dimension == Dimension.Of(BaseQuantity.Length) && IsNear(a, b));
    }

    // "1 kg = 15 mg", "1 cm = 10 m": what corresponds to what, and no conversion that went wrong. One that did is a power of
    // ten off, upside down, or near the truth; and a small unit is never said to be several large ones.
    private static bool IsMistakeOf(Amount source, Amount stated)
    {
        if (source.Value == Rational.One && source.Unit.Factor < stated.Unit.Factor && stated.Value >= Rational.One)
            return false;
        var ratio = stated.Value * stated.Unit.Factor / (source.Value * source.Unit.Factor);
        var size = source.Unit.Factor / stated.Unit.Factor;
        var isUpsideDown = stated.Value == source.Value / size;
        return isUpsideDown || IsPowerOfTen(ratio) || IsPowerOfTen(stated.Value / source.Value)
            || (ratio > s_least && ratio < s_most && source.Value != Rational.One) || (ratio > s_near && ratio < 1 / s_near);
    }

    private static bool IsPowerOfTen(Rational ratio)
    {
        var size = ratio > Rational.One ? ratio : Rational.One / ratio;
        while (size > Rational.One)
            size /= 10;
        return size == Rational.One;
    }

    // In cubic metres a power of ten.
    private static bool IsMetricVolume(CompoundUnit unit)
    {
        var factor = unit.Factor > Rational.One ? unit.Factor : Rational.One / unit.Factor;
        while (factor > Rational.One)
            factor /= 10;
        return factor == Rational.One;
    }

    private static bool IsNear(CompoundUnit a, CompoundUnit b) => a.Factor < b.Factor * 2000 && b.Factor < a.Factor * 2000;
}
