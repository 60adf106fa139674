using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"-1/2 &lt; x + 1 &lt; 1/2, so -1/2 &lt; x &lt; 3/2", "m &lt; 58/3, so m ≤ 18": bounds that are drawn from those right before
/// them and leave out what these let in.</summary>
internal static class StrongerBounds
{
    private const int MostParts = 100;

    /// <summary>Reports under <paramref name="rule"/> bounds that are narrower than what they are drawn from.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { StarIsDefined: true } or { RedefinesNotation: true } || context.Analysis.HasCases
            || context.Facts.HasCases)
            return;
        var statements = context.Analysis.Statements;
        for (var i = 1; i < statements.Length; i++)
        {
            var (before, after) = (statements[i - 1], statements[i]);
            if (!IsInequality(after) || !IsInequality(before) || !DerivationBridge.Derives(after.Bridge, after.Lexicon)
                || !ClaimGuard.IsAsserted(after) || ClaimGuard.IsTried(after) || !ClaimGuard.IsCalculated(before)
                || (i > 1 && IsInequality(statements[i - 2]) && SetOfValues.AreJoined(before.Bridge))
                || (i + 1 < statements.Length && IsInequality(statements[i + 1]) && SetOfValues.AreJoined(statements[i + 1].Bridge))
                || Range.Of(before, context.Tools) is not { } known || Range.Of(after, context.Tools) is not { } said
                || !known.Form.Equals(said.Form) || Contradictions.Follow(context.Analysis.Plain, after))
                continue;
            if (LeftOut(context, known, said, i) is not { } point)
                continue;
            var (first, second) = (Written(before), Written(after));
            var why = $"at {PolynomialWriter.WriteForPeople(said.Form)} = {point} the first holds and the second does not";
            context.Report(new Draft(rule, TextSpan.FromBounds(after.Chain.Start, after.Chain.End),
                $"{second} does not follow from {first}: {why}.", Evidence.Of(("first", first), ("second", second), ("why", why))));
        }
    }

    private static bool IsInequality(Statement statement) => statement.Chain.Signs.Length is 1 or 2
        && statement.Chain.Signs.All(sign => sign is "<" or ">" or "≤" or "≥") && statement.Chain.Modulus is null
        && statement.Chain.Members.All(member => member is { Expression: not null, Ambiguities: Ambiguities.None });

    private static string Written(Statement statement) => string.Concat(statement.Chain.Members.Select((member, i) =>
        i == 0 ? $"{member.Expression}" : $" {statement.Chain.Signs[i - 1]} {member.Expression}"));

    // A number between an old bound and a new one, further in; null where there is none, or it may be known otherwise.
    private static string? LeftOut(StepContext context, Range known, Range said, int index)
    {
        var isLetter = said.Form.Terms.Count == 1 && said.Form.Atoms() is { Count: 1 } && said.Form.Terms.Keys.First().Degree == 1;
        if (said.Low is { } low && (known.Low is not { } bound || bound < low) && known.Low is { } from
            && Between(from, low, isLetter, isLow: true) is { } under && !IsKnown(context, said, index, isLow: true))
            return under;
        return said.High is { } high && known.High is { } to && high < to && Between(high, to, isLetter, isLow: false) is { } over
            && !IsKnown(context, said, index, isLow: false) ? over : null;
    }

    // Whole numbers may be meant where the new bound is one: then a whole number must be left out.
    private static string? Between(Rational low, Rational high, bool isLetter, bool isLow)
    {
        var end = isLow ? high : low;
        if (!isLetter || !end.IsInteger)
            return $"{Simplest(low, high)}";
        // Of small bounds more may be known: what counts is positive.
        if (isLow && Rational.Abs(end) <= 2)
            return null;
        var next = isLow ? end - Rational.One : end + Rational.One;
        return low < next && next < high ? $"{next}" : null;
    }

    // The number with the least denominator between the two: a person puts it in.
    private static Rational Simplest(Rational low, Rational high)
    {
        for (var denominator = 1; denominator <= MostParts; denominator++)
        {
            var next = new Rational((low * denominator).Floor() + 1, denominator);
            if (next < high)
                return next;
        }

        return (low + high) / 2;
    }

    // Another statement bounds the same from that side.
    private static bool IsKnown(StepContext context, Range said, int index, bool isLow)
    {
        var atoms = said.Form.Atoms();
        var earlier = atoms.SelectMany(name => context.Facts.InequalitiesOn(name)).Select(place => place.Statement)
            .Concat(context.Analysis.Statements.Take(index - 1)).Distinct();
        foreach (var statement in earlier)
        {
            if (ReferenceEquals(statement, context.Analysis.Statements[index]) || !IsInequality(statement)
                || Range.Of(statement, context.Tools) is not { } other || !other.Form.Equals(said.Form))
                continue;
            if (isLow ? other.Low is { } low && low >= said.Low : other.High is { } high && high <= said.High)
                return true;
        }

        return false;
    }

    /// <summary>What lies between two numbers: a polynomial without a constant whose first coefficient is one.</summary>
    private sealed record Range(Polynomial Form, Rational? Low, Rational? High)
    {
        public static Range? Of(Statement statement, Toolbox tools)
        {
            var (signs, members) = (statement.Chain.Signs, statement.Chain.Members.Select(member => member.Expression!).ToImmutableArray());
            if (members.Any(member => ExpressionInspector.Nodes(member).Any(node => node is Quantity or FunctionValue or Collection
                or NumberLiteral { Decimals: > 0 } or Call { Operation: Operation.PlusMinus or Operation.Degrees or Operation.Percent })))
                return null;
            return (signs.Length, members) switch
            {
                (1, [var left, var right]) when ExpressionInspector.IsClosed(right) => Of(left)?.With(right, IsAbove(signs[0]), tools),
                (1, [var left, var right]) when ExpressionInspector.IsClosed(left) => Of(right)?.With(left, !IsAbove(signs[0]), tools),
                (1, [var left, var right]) => Of(Call.Minus(left, right))
                    ?.With(new NumberLiteral(Rational.Zero), IsAbove(signs[0]), tools),
                (2, [var low, var middle, var high]) when IsAbove(signs[0]) == IsAbove(signs[1]) && ExpressionInspector.IsClosed(low)
                    && ExpressionInspector.IsClosed(high)
                    => Of(middle)?.With(low, !IsAbove(signs[0]), tools)?.With(high, IsAbove(signs[1]), tools),
                _ => null,
            };
        }

        private Rational Scale { get; init; } = Rational.One;

        private Rational Shift { get; init; }

        private static Range? Of(Expression side)
        {
            if (RationalFunction.From(side) is not { IsPolynomial: true, Top: var top, Bottom.ConstantValue: { IsZero: false } bottom }
                || top.ConstantValue is not null)
                return null;
            var polynomial = top.Scale(Rational.One / bottom);
            var shift = polynomial.Terms.GetValueOrDefault(Monomial.One);
            if (polynomial.Add(Polynomial.Of(-shift)) is not { } form)
                return null;
            var scale = form.Terms.OrderBy(term => term.Key.ToString(), StringComparer.Ordinal).First().Value;
            return new Range(form.Scale(Rational.One / scale), null, null) { Scale = scale, Shift = shift };
        }

        // scale · form + shift > bound
        private Range? With(Expression bound, bool isAbove, Toolbox tools)
        {
            var evaluator = tools.Numeric.Evaluator;
            if (evaluator.Evaluate(bound, Evaluator.NoSymbols) is not { IsReal: true } value)
                return null;
            var number = value.Exact ?? value.Re.Range(evaluator.Arithmetic)?.Midpoint;
            if (number is not { } known)
                return null;
            var end = (known - Shift) / Scale;
            // What is no fraction is known to many digits and compared to fewer.
            if (value.Exact is null)
                end = new Rational(((end * Rational.PowerOfTen(9)) + new Rational(1, 2)).Floor(), 1) / Rational.PowerOfTen(9);
            return isAbove == Scale.Sign > 0 ? this with { Low = end } : this with { High = end };
        }

        private static bool IsAbove(string sign) => sign is ">" or "≥";
    }
}
