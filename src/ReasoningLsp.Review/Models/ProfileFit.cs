using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Review.Models;

/// <summary>Whether a profile's control tokens, markers and candidates are in a model's vocabulary.</summary>
public static class ProfileFit
{
    /// <summary>Why the profile does not fit the model, or null where it does.</summary>
    public static async Task<string?> ProblemAsync(IInferenceEngine engine, Profile profile, ModelReference model,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(profile);
        // The head and the second model are not needed to find tokens.
        var probe = profile with
        {
            Reading = profile.Reading with
            {
                Kind = profile.Reading.Kind is ProfileKind.Candidates
            ? ProfileKind.Candidates : ProfileKind.MeanLogit
            }
        };
        if (profile.Reading.Kind == ProfileKind.Generate)
            probe = probe with
            {
                Prompt = probe.Prompt with
                {
                    Step = [.. probe.Prompt.Step, new PromptPart { Read = 0 }],
                    FirstStep = null
                }
            };
        try
        {
            await new TraceScorer(engine).ScoreAsync(new ScoringModel(probe, model), "What is 1 + 1?", ["1 + 1 = 2.", "So it is 2."],
                RequestPriority.Interactive, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ProfileException error)
        {
            return error.Message;
        }
        catch (InferenceException error) when (error.Kind == InferenceError.BadRequest)
        {
            return error.Message;
        }
    }
}
