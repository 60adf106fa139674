using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Models;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Models;

/// <summary>Gets, adds, checks and removes models and builds of the engine, as the terminal's <c>models</c> does. One at a time.</summary>
internal sealed class ManageModelsCommand(Session session) : ICommand, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <inheritdoc/>
    public string Name => CommandNames.ManageModels;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["arguments"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var arguments = call.Words(0);
        var outcome = await session.WorkDone.RunAsync("Models", call.WorkDoneToken,
            (report, stop) => ManageAsync(arguments, report, stop, cancellationToken), cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(outcome, LspWriter.Default.ModelsOutcome);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<ModelsOutcome> ManageAsync(ImmutableArray<string> arguments, Action<string, int?> report, CancellationToken stop,
        CancellationToken cancellationToken)
    {
        try
        {
            await _one.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                return await session.Models.ManageAsync(arguments, report, stop).ConfigureAwait(false);
            }
            finally
            {
                _one.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ModelsOutcome(Succeeded: false, Cancelled: true, string.Empty, string.Empty);
        }
        catch (InferenceException error)
        {
            throw new LspException(LspError.RequestFailed, error.Message);
        }
    }
}
