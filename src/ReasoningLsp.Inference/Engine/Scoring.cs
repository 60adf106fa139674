using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>The first verb: only tokens that no held text begins with are decoded, and nothing is read twice.</summary>
internal static class Scoring
{
    /// <summary>Reads what is asked for.</summary>
    public static ScoreResult Run(LoadedModel model, ScoreRequest request, Func<bool> giveWay, CancellationToken cancellationToken)
    {
        if (request.Kind == ReadingKind.Outputs)
            throw new InferenceException(InferenceError.BadRequest, "A GGUF file has no head of a reward model: name the head's file.");
        var prompt = EncodedPrompt.Encode(model.Vocabulary, request.Pieces);
        ImmutableArray<int> rows = [.. request.Rows.Select(prompt.Row)];
        var groups = TokenResolver.Groups(model.Vocabulary, request.Candidates);
        if (request.Kind == ReadingKind.Candidates && groups.IsEmpty)
            throw new InferenceException(InferenceError.BadRequest, "Candidates are to be read, and none are named.");
        var start = request.Kind == ReadingKind.LogProbability ? prompt.Row(request.Start) : 0;
        var keys = Keys(request.Kind, string.Join(';', groups.Select(group => string.Join(',', group))), prompt.Tokens, rows, start);
        var length = keys.Count == 0 ? 0 : keys.Keys[^1] + 1;
        var session = model.SessionFor(request.Model, length, prompt.Tokens.Length, request.LongestText);
        var sequence = session.Tree.Open(prompt.Tokens.AsSpan(0, length), (held, common) => Usable(held, common, keys));
        // Every text held makes the next one slower; what nobody waits for will hardly be asked again.
        var isPassing = request.Priority == RequestPriority.Background && sequence.Tokens.Count == 0;
        try
        {
            var pending = new List<PendingToken>(length);
            for (var i = sequence.Tokens.Count; i < length; i++)
                pending.Add(new PendingToken(sequence, prompt.Tokens[i], keys.TryGetValue(i, out var key) ? key : null));
            session.Decode(pending, groups, giveWay, cancellationToken);
            var values = Values(request.Kind, sequence, keys, rows, start);
            if (isPassing)
                session.Tree.Drop(sequence);
            return new ScoreResult(values, [.. prompt.Tokens], rows, pending.Count);
        }
        finally
        {
            sequence.IsPinned = false;
        }
    }

    /// <summary>What is read at which row.</summary>
    private static SortedList<int, ReadingKey> Keys(ReadingKind kind, string groups, int[] tokens, ImmutableArray<int> rows, int start)
    {
        var keys = new SortedList<int, ReadingKey>();
        if (kind != ReadingKind.LogProbability)
        {
            foreach (var row in rows)
                keys[row] = new ReadingKey(kind, kind == ReadingKind.Candidates ? groups : string.Empty, 0);
            return keys;
        }

        if (start < 1)
            throw new InferenceException(InferenceError.BadRequest, "A response must have something before it.");
        // The token at a row is predicted by the row before.
        for (var row = start; row <= rows.DefaultIfEmpty(-1).Max(); row++)
            keys[row - 1] = new ReadingKey(kind, string.Empty, tokens[row]);
        return keys;
    }

    private static int Usable(CachedSequence held, int common, SortedList<int, ReadingKey> keys)
    {
        foreach (var (row, key) in keys)
        {
            if (row >= common)
                break;
            if (held.Cells[row].Reading(key) is null)
                return row;
        }

        return common;
    }

    private static ImmutableArray<double[]> Values(ReadingKind kind, CachedSequence sequence, SortedList<int, ReadingKey> keys,
        ImmutableArray<int> rows, int start)
    {
        double[] At(int row) =>
            sequence.Cells[row].Reading(keys[row]) ?? throw new InferenceException(InferenceError.Failed, $"Row {row} was not read.");
        if (kind != ReadingKind.LogProbability)
            return [.. rows.Select(At)];
        var sums = new Dictionary<int, double>();
        var sum = 0.0;
        for (var row = start; row <= rows.DefaultIfEmpty(-1).Max(); row++)
            sums[row] = sum += At(row - 1)[0];
        return [.. rows.Select(row => new[] { sums.TryGetValue(row, out var at) ? at : 0 })];
    }
}
