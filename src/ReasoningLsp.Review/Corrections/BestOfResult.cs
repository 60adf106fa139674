using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Solutions in the order of their rank.</summary>
/// <param name="Ranked">Best first; the existing solution among them, before all that are no better.</param>
/// <param name="Dropped">What was written and is not ranked, in order of writing.</param>
/// <param name="Asked">How many solutions were asked for.</param>
public sealed record BestOfResult(ImmutableArray<BestOfCandidate> Ranked, ImmutableArray<BestOfCandidate> Dropped, int Asked)
{
    // Differences smaller than this are the noise of computing.
    private const int Digits = 9;

    /// <summary>For each of <see cref="Ranked"/>, how many ranked solutions give an equal final answer, it itself included
    /// (self-consistency); 0 where its answer could not be read.</summary>
    public required ImmutableArray<int> Agreeing { get; init; }

    /// <summary>The best: the existing solution unless another is better by the measure.</summary>
    public BestOfCandidate Winner => Ranked[0];

    /// <summary>How many solutions were written, the dropped ones included.</summary>
    public int Written => Ranked.Length - 1 + Dropped.Length;

    /// <summary>Tokens written.</summary>
    public int Tokens => Ranked.Sum(candidate => candidate.Tokens) + Dropped.Sum(candidate => candidate.Tokens);

    /// <summary>Whether as many were written as were asked for.</summary>
    public bool IsComplete => Written == Asked;

    /// <summary>
    /// Ranks: what no exact check refutes before what one refutes, then by the measure, then the existing solution, then by
    /// exact findings, checked steps and number.
    /// </summary>
    /// <param name="candidates">The existing solution and what was written so far.</param>
    /// <param name="asked">How many solutions were asked for.</param>
    /// <exception cref="ArgumentException">The existing solution is not among them.</exception>
    public static BestOfResult Of(IReadOnlyList<BestOfCandidate> candidates, int asked)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (!candidates.Any(candidate => candidate is { Number: 0, Dropped: null }))
            throw new ArgumentException("The existing solution is not among the candidates.", nameof(candidates));
        ImmutableArray<BestOfCandidate> ranked = [.. candidates.Where(candidate => candidate.Dropped is null)
            .OrderBy(candidate => candidate.IsRefuted)
            .ThenByDescending(candidate => candidate.Value is { } value ? Math.Round(value, Digits) : double.NegativeInfinity)
            .ThenBy(candidate => candidate.Number != 0)
            .ThenBy(candidate => candidate.ExactFindings.Length)
            .ThenByDescending(candidate => candidate.Review!.Count(StepState.Checked))
            .ThenBy(candidate => candidate.Number)];
        var answers = new AnswerComparer();
        var agreeing = ranked.Select(one => one.Answer is null ? 0 : ranked.Count(other => ReferenceEquals(one, other)
            || (other.Answer is not null && answers.Compare(one.Answer, other.Answer, AnswerOptions.Default) == true)));
        return new BestOfResult(ranked, [.. candidates.Where(candidate => candidate.Dropped is not null)],
            asked)
        { Agreeing = [.. agreeing] };
    }
}
