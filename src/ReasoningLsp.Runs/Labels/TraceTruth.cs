using System.Collections.Immutable;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Labels;

/// <summary>What people said of a trace, step by step.</summary>
/// <param name="FirstWrongStep">The first wrong step from 0, −1 where all are right, null where nobody said.</param>
/// <param name="Steps">Of each step whether it is right; null where nobody said.</param>
public sealed record TraceTruth(int? FirstWrongStep, ImmutableArray<bool?> Steps)
{
    /// <summary>What a record's own labels say. After the first wrong step nothing is known unless every step was judged.</summary>
    public static TraceTruth Of(RecordLabels labels, int steps)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Steps.Length == steps && steps > 0)
        {
            var first = labels.FirstWrongStep ?? labels.Steps.IndexOf(-1);
            return new TraceTruth(first, [.. labels.Steps.Select(label => label == 0 ? (bool?)null : label > 0)]);
        }

        return labels.FirstWrongStep is { } wrong && wrong < steps
            ? new TraceTruth(wrong, [.. Enumerable.Range(0, steps).Select(step => wrong < 0 || step < wrong ? true : step == wrong ? false
                : (bool?)null)])
            : new TraceTruth(null, [.. new bool?[steps]]);
    }
}
