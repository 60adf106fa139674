using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Scoring.Caching;

/// <summary>Scores that were computed before are not computed again: memory first, the disk behind it. Thread-safe.</summary>
public sealed class CachedTraceScorer : ITraceScorer, IDisposable
{
    private const int InMemory = 50_000;

    private readonly ITraceScorer _scorer;
    private readonly ScoreStore _store;
    private readonly ModelKey _models;
    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = InMemory });

    /// <summary>Keeps the scores of <paramref name="scorer"/> in <paramref name="store"/>.</summary>
    /// <param name="scorer">Scores.</param>
    /// <param name="store">Keeps.</param>
    /// <param name="engine">Names the build of the engine that computes; asked once, where a model is no server's.</param>
    public CachedTraceScorer(ITraceScorer scorer, ScoreStore store, Func<string> engine)
    {
        _scorer = scorer;
        _store = store;
        _models = new ModelKey(engine);
    }

    /// <summary>Keeps the scores and the critiques of models that <paramref name="engine"/> computes.</summary>
    /// <param name="engine">Computes.</param>
    /// <param name="store">Keeps.</param>
    /// <param name="build">Names the build of the engine; asked once, where a model is no server's.</param>
    public CachedTraceScorer(IInferenceEngine engine, ScoreStore store, Func<string> build)
    {
        _store = store;
        _models = new ModelKey(build);
        _scorer = new TraceScorer(engine, new CritiqueMemory(store, _models));
    }

    /// <inheritdoc/>
    public async Task<TraceScores> ScoreAsync(ScoringModel model, Trace trace, RequestPriority priority,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(trace);
        var steps = TraceTexts.Steps(trace, model.Profile);
        if (steps.IsEmpty)
            return await _scorer.ScoreAsync(model, trace, priority, cancellationToken).ConfigureAwait(false);
        var name = _models.Of(model);
        var keys = ScoreKeys.Of(name, TraceTexts.Problem(trace), steps, model.Profile);
        if ((Find(keys.Alone) ?? Find(keys.Together)) is { } known)
            return Known(model, known) with { Note = MarkerNote.Of(model.Profile, TraceTexts.Problem(trace), steps) };
        var scores = await _scorer.ScoreAsync(model, trace, priority, cancellationToken).ConfigureAwait(false);
        // Of a file that changed in the meantime nobody knows which one was read.
        if (_models.Of(model) == name)
            Keep(keys, scores);
        return scores;
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

    private static TraceScores Known(ScoringModel model, ImmutableArray<CachedScore> known)
    {
        var name = TraceScorer.NameOf(model.Model);
        if (model.Profile.Reading.Whole)
            return new TraceScores(model.Profile, name, []) { Whole = known[0].Value };
        var hasStart = ScoreKeys.HasStart(model.Profile);
        return new TraceScores(model.Profile, name, [.. known.Skip(hasStart ? 1 : 0)
            .Select((score, step) => new StepScore(step, score.Value, model.Profile.Signal)
            {
                Redundancy = score.Redundancy,
                Residual = score.Residual,
                IsWindowed = score.IsWindowed,
            })])
        {
            Start = hasStart ? known[0].Value : null
        };
    }

    private void Keep(ScoreKeys keys, TraceScores scores)
    {
        ImmutableArray<CachedScore> kept = scores.Whole is { } whole
            ? [new CachedScore(whole, null, null, false)]
            : [.. scores.Start is { } start ? [new CachedScore(start, null, null, false)] : ImmutableArray<CachedScore>.Empty,
                .. scores.Steps.Select(score => new CachedScore(score.Value, score.Redundancy, score.Residual, score.IsWindowed))];
        // Where a long trace is cut depends on all of it.
        var under = keys.Alone.IsEmpty || kept.Any(score => score.IsWindowed) ? keys.Together : keys.Alone;
        if (kept.Length != under.Length)
            return;
        Remember(under, kept);
        _store.Write(under, kept);
    }

    private ImmutableArray<CachedScore>? Find(ImmutableArray<byte[]> keys) => keys.IsEmpty ? null : InMemoryOf(keys) ?? FromDisk(keys);

    private ImmutableArray<CachedScore>? InMemoryOf(ImmutableArray<byte[]> keys)
    {
        var scores = ImmutableArray.CreateBuilder<CachedScore>(keys.Length);
        foreach (var key in keys)
        {
            if (_memory.Get<CachedScore>(Name(key)) is not { } score)
                return null;
            scores.Add(score);
        }

        return scores.MoveToImmutable();
    }

    private ImmutableArray<CachedScore>? FromDisk(ImmutableArray<byte[]> keys)
    {
        var scores = _store.Read(keys);
        if (scores is { } known)
            Remember(keys, known);
        return scores;
    }

    private void Remember(ImmutableArray<byte[]> keys, ImmutableArray<CachedScore> scores)
    {
        for (var i = 0; i < keys.Length; i++)
            _memory.Set(Name(keys[i]), scores[i], new MemoryCacheEntryOptions { Size = 1 });
    }

    private static string Name(byte[] key) => Convert.ToBase64String(key);
}
