using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring;

/// <summary>What scoring a window needs.</summary>
/// <param name="Engine">Computes.</param>
/// <param name="Model">The profile and its files.</param>
/// <param name="Chat">The model's chat format, or null.</param>
/// <param name="Priority">Who waits.</param>
internal sealed record ScoringContext(IInferenceEngine Engine, ScoringModel Model, ChatFormat? Chat, RequestPriority Priority)
{
    /// <summary>The profile.</summary>
    public Profile Profile => Model.Profile;
}
