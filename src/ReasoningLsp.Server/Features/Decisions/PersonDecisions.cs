using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Decisions;

/// <summary>Asks a person for a reason and writes down what he decides; server and command line go by it from then on.</summary>
internal sealed class PersonDecisions(Session session, Renewal renewal)
{
    /// <summary>
    /// The reason that a person chooses; empty where the client cannot ask, null where he turns the question away and means it.
    /// </summary>
    public async Task<string?> AskAsync(string question, IEnumerable<string> reasons, CancellationToken cancellationToken) =>
        session.Profile.ShowsMessages
            ? await session.Client.AskAsync(question, reasons, cancellationToken).ConfigureAwait(false)
            : string.Empty;

    /// <summary>Writes a decision beside the document it is about.</summary>
    /// <exception cref="LspException">It cannot be written.</exception>
    public void Append(DocumentIdentity document, Decision decision)
    {
        var path = PathOf(document);
        var folder = FolderFor(path);
        // What is taken back was said of the file that it names, which may have been moved since.
        Append(folder, [decision is { Kind: DecisionKind.Undone, File: not null } ? decision
            : decision with { File = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/') }]);
    }

    /// <summary>Writes several decisions into the file of a folder, all at once.</summary>
    /// <exception cref="LspException">They cannot be written.</exception>
    public void Append(string folder, IReadOnlyList<Decision> said)
    {
        try
        {
            var who = session.Settings.Reviewer ?? Environment.UserName;
            DecisionFile.Append(folder, said.Select(each => each with { Who = each.Who ?? who }));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LspException(LspError.RequestFailed, $"The decision could not be written: {error.Message}");
        }

        renewal.Renew();
    }

    /// <summary>The path of a document about which decisions can be kept.</summary>
    /// <exception cref="LspException">It has none.</exception>
    public static string PathOf(DocumentIdentity document) =>
        document.Path ?? throw new LspException(LspError.RequestFailed, "Decisions are kept beside files; save this document first.");

    private string FolderFor(string path) => DecisionFile.HomeOf(Path.GetDirectoryName(path)!, session.Folders.Around(path));
}
