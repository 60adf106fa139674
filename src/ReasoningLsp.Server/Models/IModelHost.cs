using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;

namespace ReasoningLsp.Server.Models;

/// <summary>The models of this machine. Nothing is opened before it is asked for. Thread-safe.</summary>
public interface IModelHost : IAsyncDisposable
{
    /// <summary>Computes.</summary>
    /// <exception cref="InferenceException">It cannot be had here.</exception>
    IInferenceEngine Engine { get; }

    /// <summary>Scores, and keeps what it scored.</summary>
    /// <exception cref="InferenceException">It cannot be had here.</exception>
    ITraceScorer Scorer { get; }

    /// <summary>Whether each text is written by itself, so that it can be had again.</summary>
    bool IsReproducible { get; set; }

    /// <summary>What the settings can name.</summary>
    ImmutableArray<OfferedModel> Known();

    /// <summary>The reward model of a name: <c>builtin</c>, an added model or a profile.</summary>
    /// <exception cref="ProfileException">There is none.</exception>
    ScoringModel RewardModel(string name);

    /// <summary>The instruct model of a name: <c>builtin</c> or an added model.</summary>
    /// <exception cref="ProfileException">There is none.</exception>
    JudgeModel Judge(string name);
}
