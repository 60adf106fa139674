using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Has critiques written, many at once; those that were written before are not written again.</summary>
/// <param name="context">The model.</param>
/// <param name="memory">Critiques that were written before, or null.</param>
internal sealed class CritiqueWriter(ScoringContext context, ICritiqueMemory? memory)
{
    /// <summary>How they are written and read.</summary>
    public CritiqueRule Rule { get; } = context.Profile.Reading.Critique!;

    /// <summary>All votes for each prompt.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async Task<ImmutableArray<ImmutableArray<Critique>>> WriteAsync(ImmutableArray<ImmutableArray<PromptPiece>> prompts,
        CancellationToken cancellationToken)
    {
        var votes = new Critique[prompts.Length * Rule.Votes];
        var begun = 0;
        // The votes for a prompt stand side by side, so that they are begun together and share its cells.
        var writing = ManyTexts.WriteAsync(stop => begun < votes.Length ? OneAsync(prompts, begun++, stop) : null, ManyTexts.AtOnce,
            cancellationToken);
        await foreach (var (at, critique) in writing.ConfigureAwait(false))
            votes[at] = critique;
        return [.. votes.Chunk(Rule.Votes).Select(chunk => chunk.ToImmutableArray())];
    }

    private async Task<(int At, Critique Critique)> OneAsync(ImmutableArray<ImmutableArray<PromptPiece>> prompts, int at,
        CancellationToken cancellationToken)
    {
        var (prompt, vote) = (prompts[at / Rule.Votes], at % Rule.Votes);
        var key = memory?.KeyOf(context.Model, prompt, vote);
        if (key is not null && memory!.Find(key) is { } known)
            return (at, known);
        var request = new GenerateRequest
        {
            Model = context.Model.Model,
            Pieces = prompt,
            MaximumTokens = Rule.MaximumTokens,
            Temperature = Rule.Temperature,
            TopP = Rule.TopP,
            TopK = Rule.TopK,
            Seed = vote + 1,
            Stops = Rule.Stops,
            IsReproducible = Rule.IsReproducible,
            Priority = context.Priority,
        };
        var text = (await context.Engine.GenerateAsync(request, null, cancellationToken).ConfigureAwait(false)).Text;
        var critique = new Critique(text, Rule.Ask is { } ask
            ? await AskAsync(prompt, Asking(text, ask), cancellationToken).ConfigureAwait(false) : null);
        // Of a file that changed in the meantime nobody knows which one wrote.
        if (key is not null && memory!.KeyOf(context.Model, prompt, vote).AsSpan().SequenceEqual(key))
            memory.Keep(key, critique);
        return (at, critique);
    }

    // What the model answered itself is not read: it is asked anew.
    private string Asking(string text, string ask) => text.IndexOf(ask, StringComparison.Ordinal) is >= 0 and var at
        ? string.Concat(text.AsSpan(0, at), ask) : text + (Rule.AskOtherwise ?? ask);

    private async Task<double> AskAsync(ImmutableArray<PromptPiece> prompt, string critique, CancellationToken cancellationToken)
    {
        // What is written goes on from the prompt's last text; apart from it only where that is a token of its own.
        ImmutableArray<PromptPiece> pieces = prompt is [.. var before, { Kind: PieceKind.Text } last]
            ? [.. before, PromptPiece.Plain(last.Text + critique)] : [.. prompt, PromptPiece.Plain(critique)];
        var request = new ScoreRequest
        {
            Model = context.Model.Model,
            Pieces = pieces,
            Rows = [new PromptPosition(pieces.Length - 1, int.MaxValue, 0)],
            Kind = ReadingKind.Candidates,
            Candidates = CandidateTokens.Of(context.Profile.Reading),
            Priority = context.Priority,
        };
        var result = await context.Engine.ScoreAsync(request, cancellationToken).ConfigureAwait(false);
        return Probability.Softmax(result.Values[0].AsSpan(0, 2))[0];
    }
}
