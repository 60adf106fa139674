namespace ReasoningLsp.Server.Features.CodeActions;

/// <summary>What can be done about a finding by an edit of the document.</summary>
internal static class ActionKind
{
    public const string Exact = "exact";

    public const string Propagate = "propagate";

    public const string SilenceStep = "silenceStep";

    public const string SilenceFile = "silenceFile";

    public const string Restore = "restore";

    public const string RemoveComment = "removeComment";
}
