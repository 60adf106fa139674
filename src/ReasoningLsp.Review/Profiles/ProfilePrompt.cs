using System.Collections.Immutable;

namespace ReasoningLsp.Review.Profiles;

/// <summary>How a trace becomes the model's input.</summary>
public sealed record ProfilePrompt
{
    /// <summary>What stands before the first step.</summary>
    public ImmutableArray<PromptPart> Before { get; init; } = [];

    /// <summary>A step.</summary>
    public required ImmutableArray<PromptPart> Step { get; init; }

    /// <summary>The first step where it differs.</summary>
    public ImmutableArray<PromptPart>? FirstStep { get; init; }

    /// <summary>What stands between two steps.</summary>
    public ImmutableArray<PromptPart> Between { get; init; } = [];

    /// <summary>What stands after the last step.</summary>
    public ImmutableArray<PromptPart> After { get; init; } = [];
}
