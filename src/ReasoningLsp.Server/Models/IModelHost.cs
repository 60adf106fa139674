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

    /// <summary>What can be got for this machine.</summary>
    /// <exception cref="InferenceException">The engine cannot be asked.</exception>
    Task<ModelOffers> OffersAsync(CancellationToken cancellationToken);

    /// <summary>Does what the terminal's <c>models</c> does with these arguments.</summary>
    /// <param name="arguments">Such as <c>pull</c> and a name.</param>
    /// <param name="report">Told how far it is: in words, and in percent where that is known.</param>
    /// <param name="cancellationToken">Stops it; what arrived is kept, to go on from.</param>
    Task<ModelsOutcome> ManageAsync(ImmutableArray<string> arguments, Action<string, int?> report, CancellationToken cancellationToken);

    /// <summary>The reward model of a name: <c>builtin</c>, an added model or a profile.</summary>
    /// <exception cref="ProfileException">There is none.</exception>
    ScoringModel RewardModel(string name);

    /// <summary>The instruct model of a name: <c>builtin</c> or an added model.</summary>
    /// <exception cref="ProfileException">There is none.</exception>
    JudgeModel Judge(string name);
}
