using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Server.Models;
using ReasoningLsp.TestSupport;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>The real built-in models, in this process.</summary>
public sealed class BuiltInModel : IModelHost
{
    private readonly Lazy<LocalEngine> _engine = new(() => LocalEngine.Start(new EngineOptions { Threads = 1 }, TimeProvider.System));

    public bool IsReproducible { get; set; }

    public IInferenceEngine Engine => _engine.Value;

    public ITraceScorer Scorer => new TraceScorer(Engine);

    public ImmutableArray<OfferedModel> Known() => [new(BuiltInModels.Name, "comes with the program", "judge")];

    public Task<ModelOffers> OffersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ModelsOutcome> ManageAsync(ImmutableArray<string> arguments, Action<string, int?> report,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    public ScoringModel RewardModel(string name) => new BuiltInModels(Repository.Path("models")).RewardModel;

    public JudgeModel Judge(string name) => name == BuiltInModels.Name
        ? new JudgeModel(new BuiltInModels(Repository.Path("models")).Instruct, "SmolLM2-135M-Instruct")
        : throw new ProfileException($"There is no model \"{name}\".");

    // Sessions end, and the next one goes on with it: the tests' process ends it.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
