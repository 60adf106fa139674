using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Client;

/// <summary>Pages of Markdown that the client shows beside what a person reads.</summary>
internal sealed class Pages(ILanguageClient client, SessionFolder files)
{
    /// <summary>Shows a page; where the client shows no documents, says <paramref name="summary"/>.</summary>
    /// <param name="name">Of the temporary file, without a folder.</param>
    /// <param name="markdown">The page.</param>
    /// <param name="summary">The page in one line.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task ShowAsync(string name, string markdown, string summary, CancellationToken cancellationToken)
    {
        if (!client.Profile.ShowsDocuments)
        {
            await client.ShowMessageAsync(MessageType.Info, summary).ConfigureAwait(false);
            return;
        }

        var file = files.FileNamed(name);
        await File.WriteAllTextAsync(file, markdown, cancellationToken).ConfigureAwait(false);
        await client.ShowDocumentAsync(new ShowDocumentParams(FilePath.ToUri(file), TakeFocus: true), cancellationToken)
            .ConfigureAwait(false);
    }
}
