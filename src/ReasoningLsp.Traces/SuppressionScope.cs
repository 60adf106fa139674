namespace ReasoningLsp.Traces;

/// <summary>How far a suppression comment reaches.</summary>
public enum SuppressionScope
{
    /// <summary><c>reasoning-disable-file</c>: the whole file.</summary>
    File,

    /// <summary><c>reasoning-disable-next-step</c>: the step that follows the comment.</summary>
    NextStep,

    /// <summary><c>reasoning-disable-step</c>: the step that the comment stands in.</summary>
    Step,
}
