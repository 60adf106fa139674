using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Client;

/// <summary>
/// The client: what it can do, and a method for each message that it is sent unasked. What it cannot take is not sent;
/// that it is gone or refuses is no error. An answer is never awaited where state is changed: it comes through the same loop.
/// </summary>
internal interface ILanguageClient
{
    /// <summary>What it can do; nothing before <c>initialize</c>.</summary>
    ClientProfile Profile { get; }

    /// <summary><c>textDocument/publishDiagnostics</c>.</summary>
    Task PublishDiagnosticsAsync(PublishDiagnosticsParams diagnostics);

    /// <summary><c>window/showMessage</c>; <paramref name="type"/> is one of <see cref="MessageType"/>.</summary>
    Task ShowMessageAsync(int type, string message);

    /// <summary><c>window/showMessageRequest</c>: the answer that a person chose; null where he chose none, or cannot be asked.</summary>
    Task<string?> AskAsync(string question, IEnumerable<string> answers, CancellationToken cancellationToken, int type = MessageType.Info);

    /// <summary><c>window/showDocument</c>, inside the client or in another program.</summary>
    Task ShowDocumentAsync(ShowDocumentParams document, CancellationToken cancellationToken);

    /// <summary><c>workspace/applyEdit</c>: whether the edit was made, and why not.</summary>
    Task<ApplyWorkspaceEditResult> ApplyEditAsync(string label, WorkspaceEdit edit, CancellationToken cancellationToken);

    /// <summary><c>workspace/configuration</c>: a section as the person set it, or null.</summary>
    Task<JsonElement?> ConfigurationAsync(string section, CancellationToken cancellationToken);

    /// <summary><c>client/registerCapability</c>.</summary>
    Task RegisterAsync(ImmutableArray<Registration> registrations);

    /// <summary><c>workspace/diagnostic/refresh</c>: what was pulled is out of date.</summary>
    Task RefreshDiagnosticsAsync();

    /// <summary>Everything that the client asks for is out of date, though no text changed: diagnostics, lenses, hints.</summary>
    Task RefreshAsync();

    /// <summary><c>window/workDoneProgress/create</c>.</summary>
    Task CreateProgressAsync(JsonElement token, CancellationToken cancellationToken);

    /// <summary><c>$/progress</c>.</summary>
    Task ProgressAsync(JsonElement token, WorkDoneProgress value);

    /// <summary><c>$/reasoning/reviewed</c>.</summary>
    Task ReviewedAsync(ReviewedParams reviewed);

    /// <summary><c>$/reasoning/scores</c>.</summary>
    Task ScoresAsync(ScoresParams scores);

    /// <summary><c>$/reasoning/fileProgress</c>.</summary>
    Task FileProgressAsync(FileProgressParams progress);

    /// <summary><c>$/reasoning/deskChanged</c>.</summary>
    Task DeskChangedAsync(DeskChangedParams changed);

    /// <summary><c>$/reasoning/correction</c>.</summary>
    Task CorrectionAsync(CorrectionParams correction);
}
