using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>Has the client make an edit that took long to find.</summary>
internal static class MadeEdits
{
    /// <summary>Makes it in one go, which is one undo; returns whether the client did.</summary>
    /// <exception cref="LspException">The text has changed since <paramref name="reviewed"/>.</exception>
    public static async Task<bool> ApplyAsync(
        this OpenDocument document,
        ILanguageClient client,
        ReviewedDocument reviewed,
        string label,
        WorkspaceEdit edit,
        CancellationToken cancellationToken)
    {
        if (!document.IsOpen || document.Text.Sequence != reviewed.Text.Sequence)
            throw new LspException(LspError.ContentModified, "The text has changed since; ask again.");
        return (await client.ApplyEditAsync(label, edit, cancellationToken).ConfigureAwait(false)).Applied;
    }
}
