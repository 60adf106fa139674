using ReasoningLsp.Inference;
using ReasoningLsp.Programs;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Models;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Server.Workspace;

namespace ReasoningLsp.Server.Sessions;

/// <summary>What every feature of a server shares. The settings are a value that is replaced, never changed.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly Lazy<IModelHost>? _models;
    private readonly Lazy<IProgramSandbox>? _programs;
    private volatile ServerSettings _settings = ServerSettings.Default;

    /// <summary>A session that has not begun.</summary>
    public Session(TimeProvider clock, Func<IModelHost>? models, ILanguageClient client, ServerLog log, SessionFolder files)
    {
        (Clock, Client, Log, Files) = (clock, client, log, files);
        _models = models is { } open ? new Lazy<IModelHost>(() =>
        {
            var opened = open();
            opened.IsReproducible = Settings.IsReproducible;
            return opened;
        }) : null;
        Notices = new Notices(client, log);
        Pages = new Pages(client, files);
        WorkDone = new WorkDone(client);
        Configuration = new ConfigurationProblems(client, log);
        Policies = new FolderPolicies(PolicyRequest.None, options => new Reviewer(options), new PolicyProblems(Notices, Configuration));
    }

    /// <summary>The clock that waiting goes by.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The client.</summary>
    public ILanguageClient Client { get; }

    /// <summary>What the client can do.</summary>
    public ClientProfile Profile => Client.Profile;

    /// <summary>The log.</summary>
    public ServerLog Log { get; }

    /// <summary>What a person is told unasked.</summary>
    public Notices Notices { get; }

    /// <summary>What has no meaning in the configuration of folders.</summary>
    public ConfigurationProblems Configuration { get; }

    /// <summary>Files that are shown and then of no use.</summary>
    public SessionFolder Files { get; }

    /// <summary>Pages that are shown to a person.</summary>
    public Pages Pages { get; }

    /// <summary>Work that takes long.</summary>
    public WorkDone WorkDone { get; }

    /// <summary>What holds in which folder.</summary>
    public FolderPolicies Policies { get; }

    /// <summary>The folders that are open.</summary>
    public OpenFolders Folders { get; } = new();

    /// <summary>The models of this machine.</summary>
    /// <exception cref="InferenceException">There are none.</exception>
    public IModelHost Models =>
        _models?.Value ?? throw new InferenceException(InferenceError.Unavailable, "This server was started without models.");

    /// <summary>Opens what runs programs, when it is first needed; null where there is nothing.</summary>
    public Func<IProgramSandbox>? OpenPrograms
    {
        init => _programs = value is null ? null : new Lazy<IProgramSandbox>(value);
    }

    /// <summary>Runs programs; null where they cannot be run.</summary>
    public IProgramSandbox? Programs => _programs?.Value;

    /// <summary>What the person set.</summary>
    public ServerSettings Settings
    {
        get => _settings;
        set
        {
            _settings = value;
            if (_models is { IsValueCreated: true } models)
                models.Value.IsReproducible = value.IsReproducible;
        }
    }

    /// <summary>What was read from files may be out of date.</summary>
    public void Forget()
    {
        Policies.Forget();
        Configuration.Look();
    }

    /// <summary>Closes models and interpreter, where they were opened.</summary>
    public ValueTask DisposeAsync()
    {
        if (_programs is { IsValueCreated: true } programs)
            programs.Value.Dispose();
        return _models is { IsValueCreated: true } models ? models.Value.DisposeAsync() : ValueTask.CompletedTask;
    }
}
