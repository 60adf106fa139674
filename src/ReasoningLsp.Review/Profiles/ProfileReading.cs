using System.Collections.Immutable;

namespace ReasoningLsp.Review.Profiles;

/// <summary>Where and how the score is read.</summary>
public sealed record ProfileReading
{
    /// <summary>The family.</summary>
    public required ProfileKind Kind { get; init; }

    /// <summary>The token that must stand at every row that is read, where the family has one: the proof that the template fits the
    /// vocabulary.</summary>
    public int? Marker { get; init; }

    /// <summary>Tokens that say the step is right: text, or <c>#number</c>.</summary>
    public ImmutableArray<string> Good { get; init; } = [];

    /// <summary>Tokens that say it is wrong.</summary>
    public ImmutableArray<string> Bad { get; init; } = [];

    /// <summary>Names of the head's layers in its file, such as <c>score.0</c>; an empty name means tensors that are called
    /// <c>weight</c> and <c>bias</c>.</summary>
    public ImmutableArray<string> Head { get; init; } = [];

    /// <summary>How the head's outputs become a score.</summary>
    public HeadScore Score { get; init; }

    /// <summary>Outputs that mean right.</summary>
    public ImmutableArray<int> GoodClasses { get; init; } = [1];

    /// <summary>Outputs that mean redundant.</summary>
    public ImmutableArray<int> RedundantClasses { get; init; } = [];

    /// <summary>Whether a whole solution gets one score, and no step one of its own.</summary>
    public bool Whole { get; init; }

    /// <summary>Factor of a log-ratio.</summary>
    public double Beta { get; init; } = 1;

    /// <summary>Whether a log-ratio counts from the start of the response (a value), or over the step alone (a density ratio).</summary>
    public bool Cumulative { get; init; } = true;

    /// <summary>How a critique is written and read.</summary>
    public CritiqueRule? Critique { get; init; }
}
