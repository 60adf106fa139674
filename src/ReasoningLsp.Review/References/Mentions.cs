using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.References;

/// <summary>Finds where a trace speaks of its own steps and equations, as far as what is meant exists.</summary>
public static partial class Mentions
{
    /// <summary>Every mention, in order of the steps.</summary>
    public static ImmutableArray<Mention> In(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var tags = Tags(trace);
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (var step in trace.Steps)
        {
            mentions.AddRange(StepsIn(trace, step));
            foreach (Match match in s_equationMention.Matches(step.Text.Text))
            {
                var place = match.Groups["place"];
                if (tags.TryGetValue(Number(match.Groups["n"]), out var target) && Original(step, place) is var span
                    && !target.Touches(span))
                    mentions.Add(new Mention(span, target, $"equation ({match.Groups["n"].Value})"));
            }
        }

        return mentions.ToImmutable();
    }

    private static IEnumerable<Mention> StepsIn(Trace trace, Step step)
    {
        foreach (Match match in StepMention().Matches(step.Text.Text))
        {
            foreach (Capture number in match.Groups["n"].Captures)
            {
                if (StepNumbered(trace, Number(number)) is not { } target || target.Index == step.Index)
                    continue;
                var isFirst = number.Index == match.Groups["n"].Captures[0].Index;
                var start = isFirst ? match.Index : number.Index;
                yield return new Mention(step.Text.ToOriginal(TextSpan.FromBounds(start, number.Index + number.Length)), target.Span,
                    $"step {number.Value}");
            }
        }
    }

    // By the number on its label; by place where no step has a number.
    private static Step? StepNumbered(Trace trace, int number)
    {
        if (trace.Steps.FirstOrDefault(step => step.Number == number) is { } labelled)
            return labelled;
        return trace.Steps.All(step => step.Number is null) && number >= 1 && number <= trace.Steps.Length ? trace.Steps[number - 1] : null;
    }

    // An equation is marked by a tag, or by a number in brackets at the end of its line.
    private static Dictionary<int, TextSpan> Tags(Trace trace)
    {
        var tags = new Dictionary<int, TextSpan>();
        foreach (var step in trace.Steps)
        {
            foreach (Match match in s_tag.Matches(step.Text.Text))
                tags.TryAdd(Number(match.Groups["n"]), Original(step, match.Groups["place"]));
        }

        return tags;
    }

    private static TextSpan Original(Step step, Capture place) => step.Text.ToOriginal(new TextSpan(place.Index, place.Length));

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\bsteps?[ ~](?<n>[0-9]{1,4})\b(?:(?:, | and | or | & | to |–|-)(?:step )?(?<n>[0-9]{1,4})\b){0,8}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StepMention();

    private static readonly LinearRegex s_equationMention = new(
        @"\b(?:equations?|eqs?\.?|eqns?\.?|from|in|into|by|using|and|of|see)[ ~]\$?(?<place>\((?<n>[0-9]{1,3})\))",
        RegexOptions.IgnoreCase);

    private static readonly LinearRegex s_tag = new(
        @"(?<place>\\tag\*?\{(?<n>[0-9]{1,3})\})|=[^\n]*?(?<place>\((?<n>[0-9]{1,3})\))[ \t.$]*(?:\n|$)");
}
