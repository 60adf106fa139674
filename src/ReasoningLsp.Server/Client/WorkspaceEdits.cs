using System.Collections.Immutable;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Client;

/// <summary>Edits of one document in the form that the client takes.</summary>
internal static class WorkspaceEdits
{
    private const string Annotation = "reasoning";

    /// <summary>Versioned where the client can, so that it is not applied to another text than it was made for.</summary>
    /// <param name="text">The text that the edits are for.</param>
    /// <param name="edits">Ascending and not overlapping.</param>
    /// <param name="client">Who is to apply them.</param>
    /// <param name="annotation">Shown with each edit where the client can, and to be confirmed by a person; or null.</param>
    public static WorkspaceEdit Of(
        TextSnapshot text, ImmutableArray<TextEdit> edits, ClientProfile client, ChangeAnnotation? annotation = null)
    {
        var isAnnotated = annotation is not null && client is { DocumentChanges: true, ChangeAnnotations: true };
        ImmutableArray<LspTextEdit> converted = [
            .. edits.Select(edit => new LspTextEdit(text.Positions.RangeOf(edit.Span), edit.NewText, isAnnotated ? Annotation : null))];
        return client.DocumentChanges
            ? new WorkspaceEdit(
                null,
                [new TextDocumentEdit(new OptionalVersionedTextDocumentIdentifier(text.Identity.Uri, text.Version), converted)],
                isAnnotated ? ImmutableDictionary<string, ChangeAnnotation>.Empty.Add(Annotation, annotation!) : null)
            : new WorkspaceEdit(
                ImmutableDictionary<string, ImmutableArray<LspTextEdit>>.Empty.Add(text.Identity.Uri, converted), null, null);
    }
}
