namespace ReasoningLsp.Runs.Exporting;

/// <summary>How labels are written for training.</summary>
public enum ExportFormat
{
    /// <summary>TRL's stepwise supervision: prompt, completions, labels that are true or false.</summary>
    TrlStepwise,

    /// <summary>PRM800K: question and label, with a rating a step.</summary>
    Prm800K,

    /// <summary>Prompt, chosen and rejected, for reward models and DPO.</summary>
    Preference,

    /// <summary>Steps with a reward each.</summary>
    Episodes,
}
