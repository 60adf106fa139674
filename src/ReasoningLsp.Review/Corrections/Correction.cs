using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>A proposed edit together with the proof that it was re-checked.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Title">What it does.</param>
/// <param name="Edits">Spans of the original file and their new text, within the steps named; ascending, not overlapping.</param>
/// <param name="Steps">Indexes of the steps it changes.</param>
/// <param name="Proof">What was re-checked.</param>
public sealed record Correction(
    CorrectionSource Source, string Title, ImmutableArray<TextEdit> Edits, ImmutableArray<int> Steps, CorrectionProof Proof)
{
    /// <summary>The corrected step as it will read.</summary>
    public required string Text { get; init; }

    /// <summary>Of <see cref="Steps"/>, those whose numbers were calculated anew and whose words nobody wrote.</summary>
    public ImmutableArray<int> Carried { get; init; } = [];

    /// <summary>Best first: verified before others, what keeps later steps consistent, then what more speaks for, then by score.</summary>
    public static IComparer<Correction> BestFirst { get; } =
        Comparer<Correction>.Create((left, right) => Order(left).CompareTo(Order(right)));

    private static (bool, CorrectionSource, int, double, int) Order(Correction correction) => (
        !correction.Proof.IsVerified,
        correction.Source,
        -correction.Proof.Conditions.Count(condition => condition.IsMet),
        -(correction.Proof.ScoreAfter ?? 0),
        correction.Steps.Length);
}
