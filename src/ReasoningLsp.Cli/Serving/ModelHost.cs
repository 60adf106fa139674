using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Models;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scoring;
using ReasoningLsp.Review.Scoring.Caching;
using ReasoningLsp.Server.Models;

namespace ReasoningLsp.Cli.Serving;

/// <summary>This user's models, for a session with an editor.</summary>
internal sealed class ModelHost : IModelHost
{
    private readonly ProgramHost _host;
    private readonly Lazy<IInferenceEngine> _engine;
    private readonly Lazy<ScoreStore> _store;
    private readonly Lazy<CachedTraceScorer> _scorer;

    /// <summary>Opens nothing yet.</summary>
    public ModelHost(ProgramHost host)
    {
        _host = host;
        _engine = new Lazy<IInferenceEngine>(() => EngineChoice.Open(inProcess: false, host, () => IsReproducible));
        _store = new Lazy<ScoreStore>(() => ScoreCache.Open(host));
        _scorer = new Lazy<CachedTraceScorer>(() => ScoreCache.Scorer(_engine.Value, _store.Value, host));
    }

    /// <inheritdoc/>
    public IInferenceEngine Engine => _engine.Value;

    /// <inheritdoc/>
    public ITraceScorer Scorer => _scorer.Value;

    /// <inheritdoc/>
    public bool IsReproducible { get; set; }

    /// <inheritdoc/>
    public ImmutableArray<OfferedModel> Known()
    {
        var known = ImmutableArray.CreateBuilder<OfferedModel>();
        if (_host.BuiltInModels.Exist)
        {
            known.Add(new OfferedModel(BuiltInModels.Name,
                $"{_host.BuiltInModels.RewardModel.Profile.Name}: comes with the program, small and weak", "scores"));
            known.Add(new OfferedModel(BuiltInModels.Name,
                $"{Path.GetFileNameWithoutExtension(_host.BuiltInModels.Instruct.Path)}: comes with the program, small and weak", "judge"));
        }

        foreach (var model in _host.Registry.Read())
        {
            known.Add(new OfferedModel(model.Name, $"read as {model.Profile}", "scores"));
            known.Add(new OfferedModel(model.Name,
                model.Address is null ? Path.GetFileName(model.Model)! : $"{model.RemoteModel} at {model.Address}", "judge"));
        }

        return known.ToImmutable();
    }

    /// <inheritdoc/>
    public Task<ModelOffers> OffersAsync(CancellationToken cancellationToken) => new ModelManager(_host).OffersAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ModelsOutcome> ManageAsync(ImmutableArray<string> arguments, Action<string, int?> report,
        CancellationToken cancellationToken) => new ModelManager(_host).RunAsync(arguments, report, cancellationToken);

    /// <inheritdoc/>
    public ScoringModel RewardModel(string name) => new ModelChoice { Profile = Named(name), IsReproducible = IsReproducible }
        .Resolve(_host.BuiltInModels, _host.Registry);

    /// <inheritdoc/>
    public JudgeModel Judge(string name)
    {
        try
        {
            return JudgeChoice.Named(Named(name), _host);
        }
        catch (UsageException error)
        {
            throw new ProfileException(error.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_scorer.IsValueCreated)
            _scorer.Value.Dispose();
        if (_store.IsValueCreated)
            _store.Value.Dispose();
        if (_engine.IsValueCreated)
            await _engine.Value.DisposeAsync().ConfigureAwait(false);
    }

    // A setting names what the user made known; it is never a path.
    private static string Named(string name) =>
        name.AsSpan().IndexOfAny('/', '\\') < 0 && !name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith(".gguf", StringComparison.OrdinalIgnoreCase)
        ? name
        : throw new ProfileException($"\"{name}\" is a path. Give it a name with `reasoning-lsp models add`, and set that.");
}
