using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>
/// Plants one wrong result in a right solution: alone, or carried through the later calculations as an author who
/// believes it would. Follows GSM8K's annotations and not the product's reading of the text, so that the two can disagree.
/// </summary>
internal sealed class ErrorPlanter(int seed)
{
    private const int Tries = 24;

    /// <summary>The solution with an error, or null where none can be planted without doubt about what depends on it.</summary>
    public PlantedError? Plant(AnnotatedSolution solution, bool isCarried)
    {
        var random = new Random(HashOf(solution.Id) ^ seed);
        for (var attempt = 0; attempt < Tries && !solution.Calculations.IsEmpty; attempt++)
        {
            var index = random.Next(solution.Calculations.Length);
            var calculation = solution.Calculations[index];
            var wrong = Wrong(calculation.Value, random);
            if (calculation.ResultLength == 0 || wrong.Sign <= 0 || wrong == calculation.Value
                || Arithmetic.Evaluate(calculation.Expression) != calculation.Value)
                continue;
            if ((isCarried ? Carry(solution, index, wrong) : Alone(solution, calculation, wrong)) is { } planted)
                return planted;
        }

        return null;
    }

    private static PlantedError? Alone(AnnotatedSolution solution, Calculation calculation, Rational wrong)
    {
        var text = solution.Steps[calculation.Step];
        if (WrittenNumbers.Write(wrong, text.Substring(calculation.ResultAt, calculation.ResultLength)) is not { } written)
            return null;
        var changed = text[..calculation.ResultAt] + written + text[(calculation.ResultAt + calculation.ResultLength)..];
        return new PlantedError(solution, solution.Steps.SetItem(calculation.Step, changed), calculation.Step,
            Describe(calculation, wrong));
    }

    private static PlantedError? Carry(AnnotatedSolution solution, int index, Rational wrong)
    {
        var given = WrittenNumbers.NamedIn(solution.Problem);
        var carried = new Dictionary<Rational, Rational>();
        for (var i = index; i < solution.Calculations.Length; i++)
        {
            var calculation = solution.Calculations[i];
            if (Arithmetic.Evaluate(calculation.Expression) != calculation.Value)
                return null;
            var value = i == index ? wrong : Arithmetic.Evaluate(Replace(calculation.Expression, carried));
            if (value is not { Sign: > 0 } result)
                return null;
            if (result == calculation.Value)
                continue;
            // What equals a given number or another result cannot be followed by its value.
            if (given.Contains(calculation.Value)
                || solution.Calculations.Where((other, j) => j != i && other.Value == calculation.Value).Any())
                return null;
            if (solution.Steps.Take(calculation.Step).Any(step => WrittenNumbers.In(step).Any(number => number.Value == calculation.Value)))
                return null;
            if (solution.Calculations.Take(i + 1)
                .Any(earlier => WrittenNumbers.In(earlier.Expression).Any(number => number.Value == calculation.Value)))
                return null;
            carried[calculation.Value] = result;
        }

        // Something must depend on it, and the answer must: else a calculation without an annotation would contradict the carried values.
        var reachesAnswer = Rational.TryParseDecimal(solution.Answer.Replace(",", string.Empty, StringComparison.Ordinal), out var answer)
            && carried.ContainsKey(answer);
        return carried.Count > 1 && reachesAnswer && Write(solution, index, carried) is { } steps
            ? new PlantedError(solution, steps, solution.Calculations[index].Step, Describe(solution.Calculations[index], wrong))
            : null;
    }

    // From the planted step on, every number that is one of the carried values is written anew.
    private static ImmutableArray<string>? Write(AnnotatedSolution solution, int index, Dictionary<Rational, Rational> carried)
    {
        var steps = solution.Steps.ToBuilder();
        for (var step = solution.Calculations[index].Step; step < steps.Count; step++)
        {
            var text = steps[step];
            foreach (var (at, length, value) in WrittenNumbers.In(text).Reverse())
            {
                if (!carried.TryGetValue(value, out var other))
                    continue;
                if (WrittenNumbers.Write(other, text.Substring(at, length)) is not { } written)
                    return null;
                text = text[..at] + written + text[(at + length)..];
            }

            steps[step] = text;
        }

        return steps.ToImmutable();
    }

    private static string Replace(string expression, Dictionary<Rational, Rational> carried)
    {
        foreach (var (at, length, value) in WrittenNumbers.In(expression).Reverse())
        {
            if (carried.TryGetValue(value, out var other))
                expression = $"{expression[..at]}({other}){expression[(at + length)..]}";
        }

        return expression;
    }

    // Slips of the hand and the head: off by one or ten, digits swapped, a place lost, a digit misread.
    private static Rational Wrong(Rational value, Random random)
    {
        var places = value.IsInteger ? 0 : 2;
        var unit = new Rational(1, System.Numerics.BigInteger.Pow(10, places));
        var digits = (value / unit).IsInteger
            ? (value / unit).Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture).ToCharArray() : [];
        switch (random.Next(5))
        {
            case 0:
                return value + (random.Next(2) == 0 ? unit : -unit);
            case 1:
                return value + ((random.Next(2) == 0 ? unit : -unit) * 10);
            case 2 when digits.Length > 1:
                var at = random.Next(digits.Length - 1);
                (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
                return Rational.TryParseDecimal(digits, out var swapped) ? swapped * unit : value;
            case 3 when digits.Length > 1:
                return random.Next(2) == 0 ? value * 10 : value / 10;
            default:
                if (digits.Length == 0)
                    return value;
                digits[random.Next(digits.Length)] = (char)('0' + random.Next(10));
                return Rational.TryParseDecimal(digits, out var misread) ? misread * unit : value;
        }
    }

    private static string Describe(Calculation calculation, Rational wrong) =>
        $"{calculation.Expression} = {wrong} for {calculation.Value} in step {calculation.Step}";

    private static int HashOf(string id) => id.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));
}
