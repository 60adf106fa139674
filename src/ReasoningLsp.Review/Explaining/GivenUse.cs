using System.Collections.Immutable;

namespace ReasoningLsp.Review.Explaining;

/// <summary>What a step has of the numbers that it did not find itself.</summary>
/// <param name="Uses">Those of the problem that it writes, as the problem says them, "75 miles", "$12", and results of earlier steps:
/// "672 of step 1".</param>
/// <param name="Unused">Those that neither it nor an earlier step writes.</param>
public sealed record GivenUse(ImmutableArray<string> Uses, ImmutableArray<string> Unused)
{
    /// <summary>A problem without numbers.</summary>
    public static GivenUse None { get; } = new([], []);
}
