using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring;

/// <summary>A profile with the files it is to be used with.</summary>
/// <param name="Profile">How the model is fed and read.</param>
/// <param name="Model">The model.</param>
/// <param name="Head">Full path of the head's file, where the profile has one.</param>
/// <param name="Reference">The model compared with, where the profile compares two.</param>
/// <param name="Criterion">What the user wants to be judged by, where the profile takes it.</param>
public sealed record ScoringModel(Profile Profile, ModelReference Model, string? Head = null, ModelReference? Reference = null,
    string? Criterion = null);
