using ReasoningLsp.Inference;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Models;
using ReasoningLsp.Server.Transport;
using ReasoningLsp.Server.Workspace;

namespace ReasoningLsp.Server.Lifecycle;

/// <summary>What every part of a server shares. The profile and settings are values that are replaced, never changed.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly Lazy<IModelHost>? _models;
    private volatile ClientProfile _profile = ClientProfile.Silent;
    private volatile ServerSettings _settings = ServerSettings.Default;

    /// <summary>A session that has not begun.</summary>
    public Session(ServerHost host, ClientConnection client, ServerLog log, SessionFolder files)
    {
        (Host, Client, Log, Files) = (host, client, log, files);
        _models = host.Models is { } open ? new Lazy<IModelHost>(open) : null;
        Notices = new Notices(client, log, () => _profile);
        Policies = new FolderPolicies(Notices.Warn);
    }

    /// <summary>The surroundings.</summary>
    public ServerHost Host { get; }

    /// <summary>The way to the client.</summary>
    public ClientConnection Client { get; }

    /// <summary>The log.</summary>
    public ServerLog Log { get; }

    /// <summary>What a person is told unasked.</summary>
    public Notices Notices { get; }

    /// <summary>Files that are shown and then of no use.</summary>
    public SessionFolder Files { get; }

    /// <summary>What holds in which folder.</summary>
    public FolderPolicies Policies { get; }

    /// <summary>The folders that are open.</summary>
    public WorkspaceFolders Folders { get; } = new();

    /// <summary>The models of this machine.</summary>
    /// <exception cref="InferenceException">There are none.</exception>
    public IModelHost Models => _models?.Value ?? throw new InferenceException(InferenceError.Unavailable, "This server was started without models.");

    /// <summary>What the client can do; set once, at <c>initialize</c>.</summary>
    public ClientProfile Profile
    {
        get => _profile;
        set => _profile = value;
    }

    /// <summary>What the person set.</summary>
    public ServerSettings Settings
    {
        get => _settings;
        set => _settings = value;
    }

    /// <summary>Closes the models, where they were opened.</summary>
    public ValueTask DisposeAsync() => _models is { IsValueCreated: true } models ? models.Value.DisposeAsync() : ValueTask.CompletedTask;
}
