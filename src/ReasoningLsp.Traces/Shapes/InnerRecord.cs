using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>A record that stands within another, under a key of the tool that wraps it.</summary>
internal static class InnerRecord
{
    /// <summary>The solutions of <paramref name="inner"/> with what it says of problem and reference; null where it holds none.</summary>
    public static IReadOnlyList<RecordSolution>? Read(JsonObjectPlace inner)
    {
        var errors = ImmutableArray.CreateBuilder<ReadError>();
        foreach (var shape in RecordShapes.All)
            if (shape.Read(inner, errors) is { Count: > 0 } solutions && solutions.Any(solution => !solution.Text.Steps.IsEmpty))
                return [.. solutions.Select(solution => solution with
                {
                    Problem = solution.Problem ?? CommonKeys.Problem(inner),
                    Reference = solution.Reference ?? (solution.HasNoReference ? null : CommonKeys.Reference(inner)),
                })];
        return null;
    }
}
