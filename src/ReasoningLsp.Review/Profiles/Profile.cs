using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ReasoningLsp.Review.Profiles;

/// <summary>Everything needed to feed and read one family of reward models.</summary>
public sealed record Profile
{
    /// <summary>Address of the schema, for editors.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Its name, in kebab case.</summary>
    public required string Name { get; init; }

    /// <summary>Raised whenever scores change.</summary>
    public required int Version { get; init; }

    /// <summary>For people.</summary>
    public required string Title { get; init; }

    /// <summary>How sure the format is.</summary>
    public required ProfileStatus Status { get; init; }

    /// <summary>Models it fits, as their publishers name them.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    /// <summary>Licence of these models, as far as it is known.</summary>
    public string? Licence { get; init; }

    /// <summary>Where the format is from.</summary>
    public string? Source { get; init; }

    /// <summary>What the score measures.</summary>
    public required ScoreSignal Signal { get; init; }

    /// <summary>On what scale it lies.</summary>
    public ScoreScale Scale { get; init; }

    /// <summary>What the score is, in words, where <see cref="Signal"/> does not say it.</summary>
    public string? Meaning { get; init; }

    /// <summary>Of correctness: a step below it is doubted.</summary>
    public double? Threshold { get; init; }

    /// <summary>Of value: a step that lowers it by more is doubted.</summary>
    public double? Drop { get; init; }

    /// <summary>By which rule published figures of the family find the first wrong step.</summary>
    public PublishedRule Published { get; init; }

    /// <summary>A step at least so redundant is pointed out.</summary>
    public double? RedundancyThreshold { get; init; }

    /// <summary>How a trace's scores become one.</summary>
    public required Aggregation Aggregation { get; init; }

    /// <summary>Tokens that models of the family read at once; 0 leaves it to the model's file.</summary>
    public int ContextLength { get; init; }

    /// <summary>Whether its scores are only ever hints, whatever they are: a weak or uncalibrated model.</summary>
    public bool HintsOnly { get; init; }

    /// <summary>What must be said wherever its scores are shown.</summary>
    public string? Caution { get; init; }

    /// <summary>How a trace becomes the model's input.</summary>
    public required ProfilePrompt Prompt { get; init; }

    /// <summary>Where and how the score is read.</summary>
    public required ProfileReading Reading { get; init; }

    /// <summary>Whether a step's score depends on nothing that stands after it: all but readings of a whole trace.</summary>
    [JsonIgnore]
    public bool ScoresStepsInOrder => !Reading.Whole && Reading.Critique is not { Form: CritiqueForm.Whole };

    /// <summary>Whether the value of the problem alone is read, before any step.</summary>
    [JsonIgnore]
    public bool ReadsStart => Prompt.Before.Any(part => part.Read is not null);

    /// <summary>Whether its prompt numbers the steps, so that a number which the step bears itself would be said twice.</summary>
    [JsonIgnore]
    public bool NumbersSteps => (Prompt.FirstStep ?? []).Concat(Prompt.Step).Any(part => part.Number is not null);

    /// <summary>From a raw score to how often such steps were right, measured; empty where nobody measured.</summary>
    public ImmutableArray<CalibrationPoint> Calibration { get; init; } = [];

    /// <summary>On what that was measured.</summary>
    public string? CalibrationSource { get; init; }

    /// <summary>What this user measured on runs of the model that is scored with; it outranks <see cref="Calibration"/>.</summary>
    [JsonIgnore]
    public MeasuredCalibration? Measured { get; init; }
}
