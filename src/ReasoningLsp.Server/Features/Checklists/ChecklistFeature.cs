using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Transport;
namespace ReasoningLsp.Server.Features.Checklists;

/// <summary>Tells what came of the checklists that hold for a document.</summary>
internal sealed class ChecklistFeature(DocumentStore documents) : IFeature
{
    /// <inheritdoc/>
    public void Register(Methods methods) => methods.OnDocument(
        documents, "reasoning/checklist", json => json.DocumentParams, json => json.ChecklistResult, request => request.TextDocument.Uri,
        (reviewed, request) => ChecklistInfo.Of(reviewed, documents.Get(request.TextDocument.Uri).Checklists));
}
