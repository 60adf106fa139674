using System.Collections.Immutable;

namespace ReasoningLsp.Architecture.Tests;

/// <summary>The picture in the design: an arrow points from a higher layer to a lower one, never up or sideways.</summary>
internal static class Layers
{
    private static readonly ImmutableArray<ImmutableArray<string>> FromTheBottom =
    [
        ["ReasoningLsp.Traces", "ReasoningLsp.Mathematics", "ReasoningLsp.Inference", "ReasoningLsp.Programs"],
        ["ReasoningLsp.Review"],
        ["ReasoningLsp.Runs"],
        ["ReasoningLsp.Server"],
        ["ReasoningLsp.Cli"],
    ];

    /// <summary>The layer of a project, 0 at the bottom; -1 for one that has no place yet.</summary>
    public static int Of(string project)
    {
        for (var layer = 0; layer < FromTheBottom.Length; layer++)
        {
            if (FromTheBottom[layer].Contains(project))
                return layer;
        }

        return -1;
    }

    public static bool MayReferTo(string from, string to) => Of(to) >= 0 && Of(to) < Of(from);

    /// <summary>The project a namespace or assembly of ours belongs to, such as <c>ReasoningLsp.Review</c> for
    /// <c>ReasoningLsp.Review.Rules</c>; null if it is not ours.</summary>
    public static string? ProjectOf(string name) =>
        name is "reasoning-lsp" ? "ReasoningLsp.Cli"
        : name.StartsWith("ReasoningLsp.", StringComparison.Ordinal) ? string.Join('.', name.Split('.').Take(2))
        : null;
}
