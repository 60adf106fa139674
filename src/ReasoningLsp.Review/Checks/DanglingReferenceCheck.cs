using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Rules;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR204: a step or an equation is referred to that does not exist.</summary>
internal sealed partial class DanglingReferenceCheck : ITraceCheck
{
    public Rule Rule { get; } = RuleCatalog.Find("RR204")!;

    public IEnumerable<TraceDraft> Check(TraceContext context) => Steps(context).Concat(Equations(context));

    // Only where the author numbers the steps as steps: "at step 50" may be of a game or an algorithm.
    private IEnumerable<TraceDraft> Steps(TraceContext context)
    {
        var steps = context.Trace.Steps;
        if (context.Problem.Contains("step", StringComparison.Ordinal) || !steps.Any(step => step.Number is not null && step.Label is { } label && label.Contains("step", StringComparison.OrdinalIgnoreCase)))
            yield break;
        var last = Math.Max(steps.Length, steps.Max(step => step.Number ?? 0));
        var numbers = steps.Select(step => step.Number).OfType<int>().ToHashSet();
        foreach (var step in steps)
        {
            foreach (Match heading in StepHeading().Matches(step.Text.Text))
                numbers.Add(Number(heading));
        }

        foreach (var step in steps)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (Match mention in StepMention().Matches(step.Text.Text))
            {
                var number = Number(mention);
                if (number > last && !numbers.Contains(number))
                    yield return Finding(step, mention.Groups[1], $"There is no step {number}; the last is step {last}.", $"{last} steps");
            }
        }
    }

    private IEnumerable<TraceDraft> Equations(TraceContext context)
    {
        var mentions = new List<(Step Step, Group Place, int Number)>();
        var shown = new Dictionary<int, int>();
        foreach (var text in context.Trace.Steps.Select(step => step.Text.Text).Append(context.Trace.Problem?.Text ?? string.Empty))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            foreach (Match number in AnyNumber().Matches(text))
                shown[Number(number)] = shown.GetValueOrDefault(Number(number)) + 1;
        }

        foreach (var step in context.Trace.Steps)
        {
            foreach (Match mention in EquationMention().Matches(step.Text.Text))
                mentions.Add((step, mention.Groups[1], Number(mention)));
        }

        // A number that stands anywhere else may be the mark of the equation.
        foreach (var group in mentions.GroupBy(mention => mention.Number))
        {
            if (shown.GetValueOrDefault(group.Key) > group.Count() || context.Trace.Steps.Any(step => step.Number == group.Key))
                continue;
            var (step, place, number) = group.First();
            yield return Finding(step, place, $"No equation is marked ({number}).", $"no other ({number}) and no tag in the trace");
        }
    }

    private TraceDraft Finding(Step step, Group place, string message, string known) =>
        TraceContext.On(Rule, step.Index, new TextSpan(place.Index, place.Length), message, Evidence.Of(("reference", place.Value), ("known", known)));

    private static int Number(Match match) => int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:^|\n)[ #*]*step (?<n>[0-9]{1,4})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex StepHeading();

    [GeneratedRegex(@"\b(?:from|in|using|by|see|of) (step (?<n>[0-9]{1,4}))\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex StepMention();

    [GeneratedRegex(@"\b((?:equation|eq\.|eqn\.) ?\((?<n>[0-9]{1,4})\))", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex EquationMention();

    [GeneratedRegex(@"(?:[(\[{]\*?|equation |eq |tag |[(]\$)(?<n>[0-9]{1,4})(?:[)\]}]|\b)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AnyNumber();
}
