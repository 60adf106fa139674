using System.Collections.Immutable;

namespace ReasoningLsp.Review.Explaining;

/// <summary>What a step has of the problem's numbers.</summary>
/// <param name="Uses">Those that it writes, as the problem says them: "75 miles", "$12".</param>
/// <param name="Unused">Those that neither it nor an earlier step writes.</param>
public sealed record GivenUse(ImmutableArray<string> Uses, ImmutableArray<string> Unused)
{
    /// <summary>A problem without numbers.</summary>
    public static GivenUse None { get; } = new([], []);
}
