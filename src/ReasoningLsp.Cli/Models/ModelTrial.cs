using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Cli.Models;

/// <summary>Whether a model does what its profile asks of it.</summary>
internal static class ModelTrial
{
    /// <summary>Loads it and has it score two steps; of one that writes critiques, which would take minutes, the prompt is read.</summary>
    /// <exception cref="ProfileException">The profile, the vocabulary or the head does not fit.</exception>
    /// <exception cref="InferenceException">It cannot be loaded.</exception>
    public static async Task RunAsync(IInferenceEngine engine, ScoringModel model, CancellationToken cancellationToken)
    {
        if (model.Profile.Reading.Kind != ProfileKind.Generate)
            await new TraceScorer(engine).ScoreAsync(model, "What is 1 + 1?", ["1 + 1 = 2.", "So it is 2."], RequestPriority.Interactive,
                cancellationToken).ConfigureAwait(false);
        else if (await ProfileFit.ProblemAsync(engine, model.Profile, model.Model, cancellationToken).ConfigureAwait(false) is { } problem)
            throw new ProfileException(problem);
    }
}
