using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>The edit of an action that a person chose, for the text as it is by then.</summary>
internal sealed class ChosenAction(Session session, DocumentStore documents, FindingEdits findingEdits)
{
    /// <summary>Works it out.</summary>
    /// <exception cref="LspException">Its finding is gone, or the edit cannot be made.</exception>
    public async Task<WorkspaceEdit> EditAsync(ActionData data, CancellationToken cancellationToken)
    {
        var reviewed = await documents.Get(data.Uri).ReviewedAsync(cancellationToken).ConfigureAwait(false);
        if (reviewed is null || FindingName.Find(reviewed, new(data.Rule, data.Step, data.Occurrence)) is not var (review, finding))
            throw new LspException(LspError.ContentModified, "The finding is gone; the text has changed since.");
        if (findingEdits.Of(data.Action, reviewed, review, finding, cancellationToken) is not { } edits)
            throw new LspException(LspError.RequestFailed, WhyNot(data.Action));
        var annotation = data.Action == ActionKind.Propagate ? ActionList.Propagated : null;
        return WorkspaceEdits.Of(reviewed.Text, edits, session.Profile, annotation);
    }

    private static string WhyNot(string action) => action == ActionKind.Propagate
        ? "Nothing else depends on this value in a way that could be followed to the end."
        : "There is no place where a comment would silence this finding and leave the steps as they are; "
            + "switch the rule off in reasoning-review.json.";
}
