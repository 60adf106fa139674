using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Mistakes;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>P(A ∪ B) beside P(A), P(B) and P(A ∩ B), where the problem or an earlier statement gives all three.</summary>
internal static class UnionOfEvents
{
    /// <summary>Reports under <paramref name="rule"/> a union that is not the sum without what is counted twice.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        foreach (var statement in context.Analysis.Statements)
        {
            if (Union(statement) is not var (name, first, second) || !ClaimGuard.IsAsserted(statement)
                || statement.Chain.Members[^1].Expression is not { } last || RationalFunction.From(last)?.Constant is not { } said)
                continue;
            string[] events = [first, second, $"{first}∩{second}", $"{second}∩{first}"];
            var facts = context.EquationsBefore(events, statement.Index).ToList();
            if (ValueOf(facts, name, first) is not { } a || ValueOf(facts, name, second) is not { } b
                || (ValueOf(facts, name, events[2]) ?? ValueOf(facts, name, events[3])) is not { } both || a + b - both == said)
                continue;
            var right = Text(a + b - both);
            var (start, end) = (statement.Chain.Start, statement.Chain.End);
            var given = $"{name}({first}) = {Text(a)}, {name}({second}) = {Text(b)}, {name}({first} ∩ {second}) = {Text(both)}";
            var evidence = Evidence.Of(("first", given), ("second", $"{name}({first} ∪ {second}) = {Text(said)}"), ("right", right));
            context.Report(new Draft(rule, TextSpan.FromBounds(start, end),
                $"{name}({first} ∪ {second}) = {Text(a)} + {Text(b)} - {Text(both)} = {right}, the step says {Text(said)}."
                    + Mistake.Union.Sentence,
                Mistake.Union.AddTo(evidence)));
            return;
        }
    }

    private static string Text(Rational value) => ValueText.Of(Value.Of(value));

    private static (string Name, string First, string Second)? Union(Statement statement) =>
        statement.Chain.Signs.All(sign => sign == "=")
        && statement.Chain.Members[0].Expression is FunctionValue { Arguments: [Symbol { Name: [var first, '∪', var second] }] } value
            ? (value.Name, first.ToString(), second.ToString()) : null;

    // Null where nothing or more than one thing is said of it.
    private static Rational? ValueOf(List<EquationFact> facts, string name, string ofEvent)
    {
        var values = facts
            .Where(fact => fact.Left is FunctionValue { Arguments: [Symbol { Name: var argument }] } value && value.Name == name
                && argument == ofEvent).Select(fact => RationalFunction.From(fact.Right)?.Constant).Distinct().ToList();
        return values is [{ } only] ? only : null;
    }
}
