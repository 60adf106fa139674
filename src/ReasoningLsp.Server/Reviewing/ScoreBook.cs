using System.Collections.Immutable;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>What is known of the scores of one document's traces, from text to text. Immutable.</summary>
internal sealed class ScoreBook
{
    private readonly ImmutableDictionary<int, ScoredTrace> _traces;

    private ScoreBook(ImmutableDictionary<int, ScoredTrace> traces) => _traces = traces;

    /// <summary>Nothing is known.</summary>
    public static ScoreBook Empty { get; } = new([]);

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => _traces.IsEmpty;

    /// <summary>The same with the scores of a trace's first steps, one each.</summary>
    public ScoreBook With(Trace trace, TraceScores scores) =>
        new(
            _traces.SetItem(
                trace.Index, new ScoredTrace(
                    ProblemOf(trace), [.. TraceTexts.Steps(trace, scores.Profile).Take(Covered(trace, scores))], scores)));

    /// <summary>How many first steps of the trace what is known of it covers.</summary>
    public int Covered(Trace trace) => Of(trace) is { } scores ? Covered(trace, scores) : 0;

    /// <summary>The same, and no step counts as still being written.</summary>
    public ScoreBook Finished() => new(_traces.ToImmutableDictionary(
        pair => pair.Key, pair => pair.Value with { Scores = Finished(pair.Value.Scores) }));

    /// <summary>
    /// The scores of the steps that read as they did when they were scored, up to the first that does not: a step's score
    /// depends on the problem and on what stands before it. Null where that is none.
    /// </summary>
    public TraceScores? Of(Trace trace)
    {
        if (!_traces.TryGetValue(trace.Index, out var known) || known.Problem != ProblemOf(trace))
            return null;
        var steps = TraceTexts.Steps(trace, known.Scores.Profile);
        var same = 0;
        while (same < known.Steps.Length && same < steps.Length && known.Steps[same] == steps[same])
            same++;
        if (known.Scores.Whole is not null)
            return same == known.Steps.Length && same == steps.Length ? known.Scores : null;
        if (same == 0 || (same < trace.Steps.Length && !known.Scores.Profile.ScoresStepsInOrder))
            return null;
        return same == known.Scores.Steps.Length ? known.Scores : known.Scores with { Steps = known.Scores.Steps[..same] };
    }

    private static int Covered(Trace trace, TraceScores scores) => scores.Whole is null ? scores.Steps.Length : trace.Steps.Length;

    private static TraceScores Finished(TraceScores scores) =>
        scores with { Steps = [.. scores.Steps.Select(score => score with { IsPartial = false })] };

    private static string ProblemOf(Trace trace) => trace.Problem?.Text ?? string.Empty;

    private sealed record ScoredTrace(string Problem, ImmutableArray<string> Steps, TraceScores Scores);
}
