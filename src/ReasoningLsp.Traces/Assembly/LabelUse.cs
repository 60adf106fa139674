namespace ReasoningLsp.Traces.Assembly;

/// <summary>What becomes of the label of a part's first piece.</summary>
internal enum LabelUse
{
    /// <summary>It is text like any other.</summary>
    Text,

    /// <summary>It is the step's label.</summary>
    Label,

    /// <summary>It names the section and belongs to no step.</summary>
    Skip,
}
