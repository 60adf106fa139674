using System.Text.Json;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>Writes down that a person called a finding wrong; server and command line do not show it again.</summary>
internal sealed class DecisionFeature(Session session, DocumentStore documents, CommandFeature commands, Action renew) : IFeature
{
    private static readonly string[] Reasons = ["The step is right as it stands", "The notation was misread", "It is meant to be wrong"];

    /// <inheritdoc/>
    public void Register(Methods methods) => commands.Add(CommandNames.MarkWrong, MarkAsync);

    /// <inheritdoc/>
    public ServerCapabilities Advertise(ServerCapabilities capabilities, ClientProfile client) => capabilities;

    private async Task<JsonElement?> MarkAsync(ExecuteCommandParams call, CancellationToken cancellationToken)
    {
        var data = call.Record(0, LspReader.Default.ActionData);
        var document = documents.Get(data.Uri);
        if (document.Text.Identity.Path is not { } path)
            throw new LspException(LspError.RequestFailed, "Decisions are kept beside files; save this document first.");
        if ((call.OptionalWord(1) ?? await AskAsync(data.Rule, cancellationToken).ConfigureAwait(false)) is not { } reason)
            return null;
        var decision = new Decision(DecisionKind.WrongFinding, data.Rule, data.Step, reason, session.Host.Clock.GetUtcNow(), null);
        try
        {
            DecisionFile.Append(FolderFor(path), decision);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, $"The decision could not be written: {error.Message}");
        }

        renew();
        return null;
    }

    // Where decisions are kept already, else in the folder that is open.
    private string FolderFor(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        return DecisionFile.Nearest(folder) is { } file ? Path.GetDirectoryName(Path.GetDirectoryName(file))! : session.Folders.Around(path) ?? folder;
    }

    // A client that cannot ask leaves the reason empty; a person who turns the question away means it.
    private async Task<string?> AskAsync(string rule, CancellationToken cancellationToken)
    {
        if (!session.Profile.ShowsMessages)
            return string.Empty;
        var question = new ShowMessageRequestParams(MessageType.Info, $"Why is this finding of {rule} wrong?", [.. Reasons.Select(reason => new MessageActionItem(reason))]);
        var answer = await session.Client.RequestAsync("window/showMessageRequest", question, LspWriter.Default.ShowMessageRequestParams, cancellationToken).ConfigureAwait(false);
        return answer is { ValueKind: JsonValueKind.Object } item ? new JsonPath(item).Word("title") : null;
    }
}
