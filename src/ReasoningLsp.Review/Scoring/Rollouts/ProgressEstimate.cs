using System.Collections.Immutable;

namespace ReasoningLsp.Review.Scoring.Rollouts;

/// <summary>What is known so far of the progress that each step of a solution makes.</summary>
/// <param name="Model">Name of the model that completes.</param>
/// <param name="Reference">The answer that counts as right.</param>
/// <param name="Prefixes">One entry for no step, one step, and so on to all of them.</param>
/// <param name="Tokens">Tokens written.</param>
/// <param name="IsComplete">Whether every prefix was completed as often as was asked for, or as often as tells something.</param>
public sealed record ProgressEstimate(string Model, string Reference, ImmutableArray<PrefixValue> Prefixes, int Tokens, bool IsComplete)
{
    /// <summary>Completions that are being written.</summary>
    public int Running { get; init; }

    /// <summary>Completions of all prefixes there will be at most.</summary>
    public int Expected { get; init; }

    /// <summary>Completions of all prefixes.</summary>
    public int Rollouts => Prefixes.Where(prefix => !prefix.IsStated).Sum(prefix => prefix.Rollouts);

    /// <summary>The change of value that a step made, or null where one of its sides has no completion yet.</summary>
    public double? Progress(int step) => Prefixes[step + 1].Value - Prefixes[step].Value;

    /// <summary>Whether the change of value is larger than chance explains: the two intervals do not meet.</summary>
    public bool IsClear(int step)
    {
        var (before, after) = (Prefixes[step].Interval, Prefixes[step + 1].Interval);
        return Progress(step) is not null && (before.High < after.Low || after.High < before.Low);
    }
}
