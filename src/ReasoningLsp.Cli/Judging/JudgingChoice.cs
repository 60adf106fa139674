using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Judges;

namespace ReasoningLsp.Cli.Judging;

/// <summary>What the user wants to be asked, and of whom.</summary>
/// <param name="List">The checklist named on the command line, or null where each trace names its own.</param>
/// <param name="Model">The judge, or null.</param>
/// <param name="Options">How it is asked.</param>
/// <param name="InProcess">Compute in this process.</param>
internal sealed record JudgingChoice(Checklist? List, JudgeModel? Model, JudgeOptions Options, bool InProcess);
