using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>The second verb: the prefix is decoded once, all continuations together.</summary>
internal static class Comparing
{
    /// <summary>Reads each continuation.</summary>
    public static CompareResult Run(LoadedModel model, CompareRequest request, Func<bool> giveWay, CancellationToken cancellationToken)
    {
        var prefix = EncodedPrompt.Encode(model.Vocabulary, request.Prefix).Tokens;
        ImmutableArray<int[]> continuations = [.. request.Continuations.Select(
            pieces => EncodedPrompt.Encode(model.Vocabulary, pieces).Tokens)];
        var groups = TokenResolver.Groups(model.Vocabulary, request.Candidates);
        if (prefix.Length == 0 || continuations.IsEmpty || continuations.Any(tokens => tokens.Length == 0))
            throw new InferenceException(InferenceError.BadRequest, "A prefix and continuations are compared; none of them may be empty.");
        var session = model.SessionFor(request.Model, prefix.Length + continuations.Sum(tokens => tokens.Length),
            prefix.Length + continuations.Max(tokens => tokens.Length), mayFuse: true);
        return groups.IsEmpty
            ? OwnProbabilities(session, prefix, continuations, giveWay, cancellationToken)
            : Candidates(session, prefix, continuations, groups, giveWay, cancellationToken);
    }

    private static CompareResult Candidates(ModelSession session, int[] prefix, ImmutableArray<int[]> continuations,
        ImmutableArray<ImmutableArray<int>> groups, Func<bool> giveWay, CancellationToken cancellationToken)
    {
        var key = new ReadingKey(ReadingKind.Candidates, string.Join(';', groups.Select(group => string.Join(',', group))), 0);
        return Together(session, prefix, prefix.Length, continuations, groups,
            (tokens, i) => i == tokens.Length - 1 ? key : null,
            (branch, tokens) => branch.Cells[prefix.Length + tokens.Length - 1].Reading(key)!,
            giveWay, cancellationToken);
    }

    private static CompareResult OwnProbabilities(
        ModelSession session, int[] prefix, ImmutableArray<int[]> continuations, Func<bool> giveWay,
        CancellationToken cancellationToken)
    {
        // The prefix's last token predicts the first of each continuation, so that each branch decodes it for itself.
        var last = prefix[^1];
        static ReadingKey Next(int token) => new(ReadingKind.LogProbability, string.Empty, token);
        return Together(session, prefix, prefix.Length - 1,
            [.. continuations.Select(tokens => new[] { last }.Concat(tokens.SkipLast(1)).ToArray())], [],
            (tokens, i) => null,
            (branch, tokens) => [],
            giveWay, cancellationToken, continuations, Next);
    }

    private static CompareResult Together(
        ModelSession session,
        int[] prefix,
        int shared,
        ImmutableArray<int[]> branches,
        ImmutableArray<ImmutableArray<int>> groups,
        Func<int[], int, ReadingKey?> reading,
        Func<CachedSequence, int[], double[]> value,
        Func<bool> giveWay,
        CancellationToken cancellationToken,
        ImmutableArray<int[]> own = default,
        Func<int, ReadingKey>? next = null)
    {
        var trunk = session.Tree.Open(prefix.AsSpan(0, shared), (_, common) => common);
        var opened = new List<CachedSequence> { trunk };
        try
        {
            var decoded = shared - trunk.Tokens.Count;
            session.Decode([.. prefix.Take(shared).Skip(trunk.Tokens.Count).Select(token => new PendingToken(trunk, token, null))], groups,
                giveWay, cancellationToken);
            var pending = new List<PendingToken>();
            for (var b = 0; b < branches.Length; b++)
            {
                var branch = session.Tree.Branch(trunk, shared);
                opened.Add(branch);
                for (var i = 0; i < branches[b].Length; i++)
                    pending.Add(new PendingToken(branch, branches[b][i], own.IsDefault ? reading(branches[b], i) : next!(own[b][i])));
            }

            session.Decode(pending, groups, () => false, cancellationToken);
            ImmutableArray<double[]> values = [.. branches.Select((tokens, b) => own.IsDefault
                ? value(opened[b + 1], tokens)
                : [own[b].Select((token, i) => opened[b + 1].Cells[shared + i].Reading(next!(token))![0]).Sum()])];
            return new CompareResult(values, [.. (own.IsDefault ? branches : own).Select(tokens => tokens.Length)],
                decoded + pending.Count);
        }
        finally
        {
            trunk.IsPinned = false;
            foreach (var branch in opened.Skip(1))
                session.Tree.Drop(branch);
        }
    }
}
