using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;

namespace ReasoningLsp.Server.Features;

/// <summary>Requests about one document, answered from its review.</summary>
internal static class DocumentRequests
{
    /// <summary>
    /// Answers requests by a pure function of the reviewed document. The answer waits for the review of the text as the
    /// client knew it; where the text has moved on meanwhile, or does not ask for review, there is none: an error would
    /// only be shown to a person who has typed on.
    /// </summary>
    public static void OnDocument<TParams, TResult>(
        this Methods methods,
        DocumentStore documents,
        string method,
        Func<LspReader, JsonTypeInfo<TParams>> parameters,
        Func<LspWriter, JsonTypeInfo<TResult>> result,
        Func<TParams, string> uri,
        Func<ReviewedDocument, TParams, TResult?> answer)
        where TResult : class =>
        methods.Request(method, parameters, result, async (request, cancellationToken) =>
        {
            var document = documents.Get(uri(request));
            var asked = document.Text.Sequence;
            // Away from the message loop, which goes on meanwhile.
            return await Task.Run(
                async () =>
                    await document.ReviewedAsync(cancellationToken).ConfigureAwait(false) is { } reviewed && reviewed.Text.Sequence == asked
                    ? answer(reviewed, request)
                    : null,
                cancellationToken).ConfigureAwait(false);
        });
}
