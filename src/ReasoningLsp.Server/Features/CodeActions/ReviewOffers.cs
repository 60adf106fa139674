using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>What is offered for a document that looks like a solution and does not ask for review: nothing is done unasked.</summary>
internal static class ReviewOffers
{
    /// <summary>A kind that editors list when asked, and show no light bulb for.</summary>
    public const string Kind = "source.review.reasoning";

    /// <summary>The offers; none where the client asks for other kinds.</summary>
    public static ImmutableArray<CodeAction> For(DocumentIdentity document, CodeActionParams request)
    {
        if (request.Context?.Only is { IsDefaultOrEmpty: false } only
            && !only.Any(wanted => wanted.Length == 0 || Kind == wanted || Kind.StartsWith(wanted + ".", StringComparison.Ordinal)))
            return [];
        var uri = JsonSerializer.SerializeToElement(document.Uri, LspWriter.Default.String);
        var once = Offer("Review this file", CommandNames.ReviewFile, uri);
        return document.Path is null ? [once] :
        [
            once,
            Offer("Always review this file", CommandNames.IncludeFiles, uri),
            Offer("Always review files like this", CommandNames.IncludeFiles, uri, JsonSerializer.SerializeToElement(
                "alike", LspWriter.Default.String)),
        ];
    }

    private static CodeAction Offer(string title, string command, params ImmutableArray<JsonElement> arguments) =>
        new(title, Kind, Command: new Command(title, command, arguments));
}
