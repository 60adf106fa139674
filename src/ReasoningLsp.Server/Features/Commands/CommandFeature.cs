using System.Text.Json;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Commands;

/// <summary>Carries out commands. Complete before the client is told of them.</summary>
internal sealed class CommandFeature : IFeature
{
    private readonly SortedDictionary<string, Func<ExecuteCommandParams, CancellationToken, Task<JsonElement?>>> _commands = new(StringComparer.Ordinal);

    /// <summary>Adds a command.</summary>
    public void Add(string name, Func<ExecuteCommandParams, CancellationToken, Task<JsonElement?>> handler) => _commands.Add(name, handler);

    /// <inheritdoc/>
    public void Register(Methods methods) => methods.Request("workspace/executeCommand", json => json.ExecuteCommandParams, RunAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) =>
        capabilities with { ExecuteCommandProvider = new ExecuteCommandOptions([.. _commands.Keys], WorkDoneProgress: true) };

    private Task<JsonElement?> RunAsync(ExecuteCommandParams call, CancellationToken cancellationToken) => _commands.TryGetValue(call.Command, out var handler)
        ? Task.Run(() => handler(call, cancellationToken), cancellationToken)
        : throw new LspException(LspError.InvalidParams, $"There is no command {call.Command}.");
}
