using System.Collections.Frozen;
using System.Text.Json;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.Commands;

/// <summary>Carries out commands, and ends those of which a person had enough.</summary>
internal sealed class CommandFeature(IEnumerable<ICommand> commands, WorkDone workDone) : IFeature
{
    private readonly FrozenDictionary<string, ICommand> _commands = commands.ToFrozenDictionary(
        command => command.Name, StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Register(Methods methods)
    {
        methods.Request("workspace/executeCommand", json => json.ExecuteCommandParams, RunAsync);
        methods.Notification(
            "window/workDoneProgress/cancel", json => json.WorkDoneProgressCancelParams, cancel => workDone.Cancel(cancel.Token));
    }

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities with
    {
        ExecuteCommandProvider = new ExecuteCommandOptions([.. _commands.Keys.Order(StringComparer.Ordinal)], WorkDoneProgress: true),
    };

    private Task<JsonElement?> RunAsync(ExecuteCommandParams sent, CancellationToken cancellationToken) =>
        _commands.TryGetValue(sent.Command, out var command)
            ? Task.Run(() => command.RunAsync(new CommandCall(command, sent), cancellationToken), cancellationToken)
            : throw new LspException(LspError.InvalidParams, $"There is no command {sent.Command}.");
}
