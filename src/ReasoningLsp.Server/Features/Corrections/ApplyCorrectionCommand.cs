using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>Makes a correction that was suggested, as long as the text is the same.</summary>
internal sealed class ApplyCorrectionCommand(Session session, DocumentStore documents, Offers offers, Correctors correctors) : ICommand
{
    /// <inheritdoc/>
    public string Name => CommandNames.ApplyCorrection;

    /// <inheritdoc/>
    public ImmutableArray<string> Arguments => ["uri", "id"];

    /// <inheritdoc/>
    public async Task<JsonElement?> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var made = await ApplyAsync(documents.Get(call.Word(0)), call.OptionalNumber(1), cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(made, LspWriter.Default.Boolean);
    }

    /// <summary>Makes it; returns whether the client did.</summary>
    /// <exception cref="LspException">It is not on offer, or the text has changed.</exception>
    public async Task<bool> ApplyAsync(OpenDocument document, int? id, CancellationToken cancellationToken)
    {
        if (offers.Find(document, id) is not var (reviewed, correction))
            throw new LspException(LspError.InvalidParams, "This correction is not on offer any more; ask for corrections again.");
        var edit = WorkspaceEdits.Of(reviewed.Text, correction.Edits, session.Profile, CorrectionWords.AnnotationOf(correction));
        if (!await document.ApplyAsync(session.Client, reviewed, "Correction", edit, cancellationToken).ConfigureAwait(false))
            return false;
        correctors.Remember(reviewed, [correction]);
        return true;
    }
}
