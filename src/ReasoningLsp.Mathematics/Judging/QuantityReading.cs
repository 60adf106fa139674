using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Units;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Mathematics.Judging;

/// <summary>An expression in base units: what it is worth, and of what kind.</summary>
/// <param name="Expression">The expression with the size of every unit multiplied in.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="IsCertain">Whether every unit is known, has one size, and is used as units are used.</param>
internal readonly record struct QuantityReading(Expression Expression, Dimension Dimension, bool IsCertain)
{
    private const int MostReadings = 64;

    /// <summary>Whether any part of an expression has a unit.</summary>
    public static bool HasUnit(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node is Quantity);

    /// <summary>
    /// The readings of two expressions whose units mean the same in both: an ounce weighs in both or is a volume in both.
    /// Only those in which the units of each sum agree.
    /// </summary>
    public static IEnumerable<QuantityPair> Of(Expression left, Expression right)
    {
        var names = ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<Quantity>()
            .Select(quantity => quantity.Unit).Distinct(StringComparer.Ordinal).ToList();
        var readings = names.ToDictionary(name => name, UnitSize.Readings, StringComparer.Ordinal);
        var nouns = readings.Values.SelectMany(sizes => sizes).Select(size => Singular(size.Noun)).Where(noun => noun.Length > 0)
            .Distinct(StringComparer.Ordinal).Count();
        var multiplies = readings.Values.Any(sizes => sizes.All(size => size is { IsCertain: true, Dimension.IsNumber: true }
            && size.Factor != Rational.One));
        List<ImmutableDictionary<string, UnitSize>> choices = [ImmutableDictionary<string, UnitSize>.Empty];
        var isComplete = true;
        foreach (var name in names)
        {
            // The same things throughout: they are counted, and "dozen" multiplies them.
            choices = [.. readings[name]
                .Select(size => nouns == 1 && multiplies && size.Noun.Length > 0 ? size with { IsCertain = true } : size)
                .SelectMany(size => choices.Select(choice => choice.Add(name, size)))];
            isComplete &= choices.Count <= MostReadings;
            choices = [.. choices.Take(MostReadings)];
        }

        var hasAngle = choices.Exists(choice => choice.Values.Any(size => size.Dimension[BaseQuantity.Angle] != 0));
        foreach (var choice in choices)
        {
            foreach (var anglesAreNumbers in hasAngle ? (bool[])[false, true] : [false])
            {
                if (Read(left, choice, anglesAreNumbers) is { } a && Read(right, choice, anglesAreNumbers) is { } b)
                    yield return new(a, b, [.. choice.Values], isComplete && !anglesAreNumbers, anglesAreNumbers);
            }
        }
    }

    private static string Singular(string noun)
    {
        var word = noun.ToLowerInvariant();
        if (word.StartsWith("of ", StringComparison.Ordinal))
            word = word[3..];
        return word.Length > 3 ? word.TrimEnd('s') : word;
    }

    private static QuantityReading? Read(Expression expression, ImmutableDictionary<string, UnitSize> sizes, bool anglesAreNumbers)
    {
        switch (expression)
        {
            case Quantity quantity:
                return Read(quantity.Value, sizes, anglesAreNumbers) is { } value
                    ? WithUnit(value, sizes[quantity.Unit], anglesAreNumbers) : null;
            case Call { Operation: Operation.Degrees, Arguments: [var turn] } when !anglesAreNumbers:
                return Read(turn, sizes, anglesAreNumbers) is { Dimension.IsNumber: true } degrees
                    ? degrees with { Dimension = Dimension.Of(BaseQuantity.Angle) } : null;
            case Call call:
                return ReadCall(call, sizes, anglesAreNumbers);
            case Collection or FunctionValue:
                return HasUnit(expression) ? null : new(expression, default, true);
            default:
                return new(expression, default, true);
        }
    }

    // Angles may be numbers: an arc is the radius times its angle.
    private static QuantityReading? WithUnit(QuantityReading value, UnitSize size, bool anglesAreNumbers)
    {
        var turns = anglesAreNumbers ? size.Dimension[BaseQuantity.Angle] : 0;
        var expression = Times(value.Expression, size.Factor);
        if (turns is > 1 or < -1)
            return null;
        if (turns != 0)
            expression = turns > 0 ? Call.Of(Operation.Degrees, expression)
                : Call.Of(Operation.Divide, expression, Call.Of(Operation.Degrees, new NumberLiteral(Rational.One)));
        return value.Dimension.TryMultiply(size.Dimension)?.TryMultiply(Dimension.Of(BaseQuantity.Angle), -turns) is { } dimension
            ? new(expression, dimension, value.IsCertain && size.IsCertain) : null;
    }

    private static Expression Times(Expression value, Rational factor) =>
        factor == Rational.One ? value : Call.Of(Operation.Multiply, value, new NumberLiteral(factor));

    private static QuantityReading? ReadCall(Call call, ImmutableDictionary<string, UnitSize> sizes, bool anglesAreNumbers)
    {
        var parts = ImmutableArray.CreateBuilder<QuantityReading>(call.Arguments.Length);
        foreach (var argument in call.Arguments)
        {
            if (Read(argument, sizes, anglesAreNumbers) is not { } part)
                return null;
            parts.Add(IsOfAngle(call) && part.Dimension == Dimension.Of(BaseQuantity.Angle)
                ? part with { Expression = Call.Of(Operation.Degrees, part.Expression), Dimension = default } : part);
        }

        var result = new Call(call.Operation, [.. parts.Select(part => part.Expression)]);
        var certain = parts.All(part => part.IsCertain);
        return call.Operation switch
        {
            Operation.Add or Operation.Min or Operation.Max => Sum(result, parts, certain),
            Operation.Negate or Operation.Abs or Operation.PlusMinus => new(result, parts[0].Dimension, certain),
            Operation.Multiply => Product(result, parts, certain),
            Operation.Divide => parts[0].Dimension.TryMultiply(parts[1].Dimension, -1) is { } quotient ? new(result, quotient, certain)
                : null,
            Operation.Power => Power(call, result, parts, certain),
            Operation.Percent => new(result, parts[0].Dimension, certain),
            Operation.Root => Root(call, result, parts, certain),
            _ => parts.All(part => part.Dimension.IsNumber) ? new(result, default, certain) : null,
        };
    }

    private static bool IsOfAngle(Call call) =>
        call.Operation is Operation.Sin or Operation.Cos or Operation.Tan or Operation.Cot or Operation.Sec or Operation.Csc;

    // A sum of what cannot be added is no reading; a plain number among amounts leaves its unit out, and means nothing certain.
    private static QuantityReading? Sum(Call result, ImmutableArray<QuantityReading>.Builder parts, bool certain)
    {
        var dimension = parts[0].Dimension;
        return parts.All(part => part.Dimension == dimension) ? new(result, dimension, certain) : null;
    }

    private static QuantityReading? Product(Call result, ImmutableArray<QuantityReading>.Builder parts, bool certain)
    {
        Dimension? dimension = default(Dimension);
        foreach (var part in parts)
            dimension = dimension?.TryMultiply(part.Dimension);
        return dimension is { } product ? new(result, product, certain) : null;
    }

    private static QuantityReading? Power(Call call, Call result, ImmutableArray<QuantityReading>.Builder parts, bool certain)
    {
        if (parts[0].Dimension.IsNumber)
            return parts[1].Dimension.IsNumber ? new(result, default, certain) : null;
        return call.Arguments[1] is NumberLiteral { Value: { IsInteger: true, Sign: > 0 } power } && power < 8
            && default(Dimension).TryMultiply(parts[0].Dimension, (int)power.Numerator) is { } dimension
            ? new(result, dimension, certain)
            : null;
    }

    private static QuantityReading? Root(Call call, Call result, ImmutableArray<QuantityReading>.Builder parts, bool certain)
    {
        if (parts[0].Dimension.IsNumber)
            return new(result, default, certain);
        if (call.Arguments[1] is not NumberLiteral { Value: { IsInteger: true, Sign: > 0 } index } || index > 4)
            return null;
        var root = default(Dimension);
        foreach (var quantity in Enum.GetValues<BaseQuantity>())
        {
            var power = parts[0].Dimension[quantity];
            if (power % (int)index.Numerator != 0 || root.TryMultiply(Dimension.Of(quantity), power / (int)index.Numerator) is not { } next)
                return null;
            root = next;
        }

        return new(result, root, certain);
    }
}
