using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Lifecycle;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Client;

/// <summary>Pages of Markdown that the client shows beside what a person reads.</summary>
internal static class Pages
{
    /// <summary>Shows a page; where the client shows no documents, says <paramref name="summary"/>.</summary>
    /// <param name="session">The session.</param>
    /// <param name="name">Of the temporary file, without a folder.</param>
    /// <param name="markdown">The page.</param>
    /// <param name="summary">The page in one line.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task ShowAsync(Session session, string name, string markdown, string summary, CancellationToken cancellationToken)
    {
        if (session.Profile.ShowsDocuments)
        {
            var file = session.Files.FileNamed(name);
            await File.WriteAllTextAsync(file, markdown, cancellationToken).ConfigureAwait(false);
            await session.Client.RequestAsync("window/showDocument", new ShowDocumentParams(FilePath.ToUri(file), TakeFocus: true), LspWriter.Default.ShowDocumentParams, cancellationToken).ConfigureAwait(false);
        }
        else if (session.Profile.ShowsMessages)
        {
            await session.Client.NotifyAsync("window/showMessage", new ShowMessageParams(MessageType.Info, summary), LspWriter.Default.ShowMessageParams).ConfigureAwait(false);
        }
    }
}
