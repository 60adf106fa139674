using LLama.Native;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>The third verb: text, token by token, under a grammar where one is given.</summary>
internal static class Generating
{
    /// <summary>Writes.</summary>
    public static GenerateResult Run(LoadedModel model, GenerateRequest request, IProgress<string>? written,
        CancellationToken cancellationToken)
    {
        var vocabulary = model.Vocabulary;
        var prompt = EncodedPrompt.Encode(vocabulary, request.Pieces).Tokens;
        var most = Math.Clamp(request.MaximumTokens, 1, model.LongestText);
        if (prompt.Length == 0)
            throw new InferenceException(InferenceError.BadRequest, "There is nothing to go on from.");
        using var grammar = request.Grammar is { } text ? GrammarSampler.Create(text, vocabulary) : null;
        var session = model.SessionFor(request.Model, prompt.Length + most, prompt.Length + most, mayFuse: true);
        // The last token is decoded by itself: its logits choose the first new one.
        var sequence = session.Tree.Open(prompt.AsSpan(0, prompt.Length - 1), (_, common) => common);
        try
        {
            session.Decode([.. prompt.Take(prompt.Length - 1).Skip(sequence.Tokens.Count)
                .Select(token => new PendingToken(sequence, token, null))], [], () => false, cancellationToken);
            return Write(session, sequence, vocabulary, prompt[^1], request, most, grammar, written, cancellationToken);
        }
        finally
        {
            sequence.IsPinned = false;
        }
    }

    private static GenerateResult Write(
        ModelSession session, CachedSequence sequence, Vocabulary vocabulary, int token, GenerateRequest request,
        int most, GrammarSampler? grammar, IProgress<string>? written, CancellationToken cancellationToken)
    {
        var choice = new TokenChoice(request.Temperature, request.TopP, request.Seed);
        var stream = new TextStream(request.Stops, written);
        var probability = 0.0;
        for (var count = 0; count < most; count++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            session.DecodeOne(sequence, token, cancellationToken);
            var logits = session.LastLogits();
            var candidates = new LLamaTokenData[logits.Length];
            for (var i = 0; i < logits.Length; i++)
                candidates[i] = new LLamaTokenData(i, logits[i], 0);
            grammar?.Mask(candidates);
            token = choice.Choose(candidates);
            if (token < 0)
                throw new InferenceException(InferenceError.Failed, "The grammar allows nothing that the model could write.");
            if (vocabulary.IsEnd(token))
                return new GenerateResult(stream.Finish(), count, true, probability);
            grammar?.Accept(token);
            probability += RowReading.LogProbability(logits, token);
            if (stream.Add(vocabulary.Bytes(token)))
                return new GenerateResult(stream.Finish(), count + 1, true, probability);
        }

        return new GenerateResult(stream.Finish(), most, false, probability);
    }
}
