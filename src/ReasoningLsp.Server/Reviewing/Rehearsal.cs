using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Reviewing;

/// <summary>
/// A review of a short text that nobody sees. What the first review of a process pays (code to compile, lists of words to read,
/// automata to build) is paid while the editor still starts, so that the first document of a person does not wait for it.
/// </summary>
internal static class Rehearsal
{
    private const string Resource = "rehearsal.md";

    /// <summary>Reviews it with nothing configured; ends early and silently where <paramref name="cancellationToken"/> says so.</summary>
    public static ReviewedDocument? Run(IExactReviewer exact, CancellationToken cancellationToken)
    {
        using var stream = typeof(Rehearsal).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var identity = new DocumentIdentity($"untitled:{Resource}", null, "markdown");
        try
        {
            var text = TextSnapshot.Alone(identity, reader.ReadToEnd(), PositionEncoding.Utf16);
            return DocumentReviewer.Review(text, FolderPolicy.Default(exact), null, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
