using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
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
    private readonly ModelKey _models = new();
    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = InMemory });

    /// <summary>Keeps the scores of <paramref name="scorer"/> in <paramref name="store"/>.</summary>
    public CachedTraceScorer(ITraceScorer scorer, ScoreStore store)
    {
        _scorer = scorer;
        _store = store;
    }

    /// <inheritdoc/>
    public async Task<TraceScores> ScoreAsync(ScoringModel model, Trace trace, RequestPriority priority,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(trace);
        var keys = PrefixKey.Of(_models.Of(model), trace.Problem?.Text ?? string.Empty, [.. trace.Steps.Select(step => step.Text.Text)]);
        if (keys.IsEmpty)
            return await _scorer.ScoreAsync(model, trace, priority, cancellationToken).ConfigureAwait(false);
        if ((InMemoryOf(keys) ?? FromDisk(keys)) is { } known)
        {
            return new TraceScores(model.Profile, TraceScorer.NameOf(model.Model), [.. known.Select((score, step) =>
                new StepScore(step, score.Value, model.Profile.Signal) { Redundancy = score.Redundancy, Residual = score.Residual,
                IsWindowed = score.IsWindowed })]);
        }

        var scores = await _scorer.ScoreAsync(model, trace, priority, cancellationToken).ConfigureAwait(false);
        ImmutableArray<CachedScore> kept = [.. scores.Steps.Select(
            score => new CachedScore(score.Value, score.Redundancy, score.Residual, score.IsWindowed))];
        Remember(keys, kept);
        _store.Write(keys, kept);
        return scores;
    }

    /// <inheritdoc/>
    public void Dispose() => _memory.Dispose();

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
