using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>
/// Conversion as it is done in solutions: exact factors, the rounded ones people remember, and calendar conventions.
/// </summary>
public static class UnitConversion
{
    // Rounding a factor to one digit can be far off (a mile is not 2 km); customary ones stay within this.
    private static readonly Rational CustomaryTolerance = new(6, 100);

    private const int MostFactorDigits = 6;

    // Between two quantities that nobody would call equal lies more than this.
    private static readonly Rational CloseTolerance = new(2, 100);

    /// <summary>
    /// How many <paramref name="to"/> one <paramref name="from"/> is, by the usual size of both; for temperatures the
    /// factor between differences. <paramref name="exact"/> is false where an average takes part that does not cancel
    /// (months to days, radians to degrees). False if the units do not measure the same thing.
    /// </summary>
    public static bool TryFactor(CompoundUnit from, CompoundUnit to, out Rational factor, out bool exact)
    {
        var comparable = from.Dimension == to.Dimension;
        factor = comparable ? from.Factor / to.Factor : default;
        exact = comparable && IsExact(from, to);
        return comparable;
    }

    /// <summary>An enclosed value in another unit, or null if it cannot be converted or bounded.</summary>
    public static Interval? Convert(Interval value, CompoundUnit from, CompoundUnit to, IntervalArithmetic arithmetic)
    {
        if (!TryFactor(from, to, out var factor, out var exact) || !exact)
            return null;
        return arithmetic.From(factor) is { } scale
            && arithmetic.From((from.Offset - to.Offset) / to.Factor) is { } shift
            && arithmetic.Multiply(value, scale) is { } scaled
            ? arithmetic.Add(scaled, shift)
            : null;
    }

    /// <summary>
    /// Whether <paramref name="factor"/> is a true factor of the conversion, rounded (or, from three digits on, cut off) to
    /// the digits it shows: 1.6 or 1.61 km a mile, 2.2 lb a kilogram, or 0.45 kg a pound used the other way round.
    /// </summary>
    public static bool IsCustomaryRounding(CompoundUnit from, CompoundUnit to, Rational factor)
    {
        if (from.Dimension != to.Dimension || factor.Sign <= 0)
            return false;
        return TrueFactors(from, to).Any(truth =>
            factor == truth || Rounding.IsOf(truth, factor, CustomaryTolerance)
            || Rounding.IsOf(1 / truth, 1 / factor, CustomaryTolerance));
    }

    /// <summary>
    /// Whether <paramref name="factor"/> is accepted by convention: years of 360, 364, 365, 365.25 or 366 days, months of 28
    /// to 31 days or four weeks, kilobytes of 1000 or 1024 bytes, tons, gallons, cups and calories of every kind.
    /// </summary>
    public static bool IsConventional(CompoundUnit from, CompoundUnit to, Rational factor)
    {
        if (from.Dimension != to.Dimension || factor.Sign <= 0)
            return false;
        return TrueFactors(from, to).Contains(factor) || CalendarConvention.Accepts(from, to, factor);
    }

    /// <summary>
    /// Judges <paramref name="stated"/>, which a text sets equal to <paramref name="source"/>. A difference is certain only
    /// as <see cref="QuantityRelation.Different"/> or <see cref="QuantityRelation.Incommensurable"/>.
    /// </summary>
    public static QuantityRelation Compare(Quantity source, Quantity stated)
    {
        if (source.Unit.Dimension != stated.Unit.Dimension)
            return QuantityRelation.Incommensurable;

        // A temperature is a point of a scale or a difference; either may be meant.
        List<Rational> values = [.. TrueFactors(source.Unit, stated.Unit).Select(factor => source.Value * factor)];
        if (source.ConvertTo(stated.Unit) is { } converted && (!source.Unit.Offset.IsZero || !stated.Unit.Offset.IsZero))
            values.Add(converted.Value);

        var exact = IsExact(source.Unit, stated.Unit);
        if (values.IndexOf(stated.Value) is var at and >= 0)
            return exact || at > 0 ? QuantityRelation.Equal : QuantityRelation.Rounded;
        if (!source.Value.IsZero)
        {
            var used = stated.Value / source.Value;
            if (CalendarConvention.Accepts(source.Unit, stated.Unit, used))
                return QuantityRelation.Conventional;
            if (source.Unit.Terms.SequenceEqual(stated.Unit.Terms))
                return QuantityRelation.Different;
            if (IsCustomaryRounding(source.Unit, stated.Unit, used))
                return QuantityRelation.Rounded;
        }

        if (values.Exists(value => Rounding.IsOf(value, stated.Value, CustomaryTolerance)))
            return QuantityRelation.Rounded;
        if (exact && source.Unit.Offset.IsZero && stated.Unit.Offset.IsZero)
            return TrueFactors(source.Unit, stated.Unit).Any(factor => IsReachedByShortFactor(source.Value, factor, stated.Value))
                ? QuantityRelation.Rounded : QuantityRelation.Different;
        var tolerance = exact ? CloseTolerance : CustomaryTolerance;
        return values.Exists(value => Rational.Abs(stated.Value - value) <= tolerance * Rational.Abs(value))
            ? QuantityRelation.Close
            : QuantityRelation.Different;
    }

    // Whether a factor rounded to some digits, either way round, leads to what is stated: 50 miles by 1.6 are 80 km. A factor that needs no
    // rounding leads nowhere else.
    private static bool IsReachedByShortFactor(Rational source, Rational factor, Rational stated)
    {
        for (var digits = 1; digits <= MostFactorDigits && !(factor * 10).IsInteger && !(10 / factor).IsInteger; digits++)
        {
            foreach (var used in (ReadOnlySpan<Rational>)[Short(factor, digits), 1 / Short(1 / factor, digits)])
            {
                if (Rational.Abs(used - factor) <= CustomaryTolerance * factor
                    && (source * used == stated || Rounding.IsOf(source * used, stated, CustomaryTolerance)))
                    return true;
            }
        }

        return false;
    }

    private static Rational Short(Rational value, int digits)
    {
        var places = digits;
        for (var size = value; size >= Rational.One; size /= 10)
            places--;
        for (var size = value * 10; size < Rational.One; size *= 10)
            places++;
        return value.Round(places);
    }

    private static IEnumerable<Rational> TrueFactors(CompoundUnit from, CompoundUnit to) =>
        from.Factors().SelectMany(_ => to.Factors(), (above, below) => above / below).Distinct();

    private static bool IsExact(CompoundUnit from, CompoundUnit to)
    {
        var averages = from.Terms.Select(term => (term.Unit.Basis, term.Power))
            .Concat(to.Terms.Select(term => (term.Unit.Basis, Power: -term.Power)))
            .Where(term => term.Basis.Length > 0);
        return averages.GroupBy(term => term.Basis, term => term.Power, StringComparer.Ordinal).All(powers => powers.Sum() == 0);
    }
}
