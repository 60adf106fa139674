using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;

namespace ReasoningLsp.Review.Scoring.Likelihoods;

/// <summary>How likely a model finds answers to a problem: log P(answer | problem), the sum over the answer's tokens.</summary>
/// <param name="engine">Computes.</param>
public sealed class AnswerLikelihoods(IInferenceEngine engine)
{
    /// <summary>Of each answer, in order; the problem is decoded once.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it; <see cref="InferenceError.TooLong"/> where it does not
    /// fit.</exception>
    public async Task<ImmutableArray<double>> OfAsync(ModelReference model, string problem, ImmutableArray<string> answers,
        CancellationToken cancellationToken)
    {
        var description = await engine.DescribeAsync(model, cancellationToken).ConfigureAwait(false);
        var result = await engine.CompareAsync(
            new CompareRequest
            {
                Model = model,
                Prefix = ChatPrompt.Of(description, problem, string.Empty),
                Continuations = [.. answers.Select(answer => ImmutableArray.Create(PromptPiece.Plain(answer)))],
                Priority = RequestPriority.Background,
            },
            cancellationToken).ConfigureAwait(false);
        return [.. result.Values.Select(each => each[0])];
    }
}
