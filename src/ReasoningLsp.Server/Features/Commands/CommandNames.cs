namespace ReasoningLsp.Server.Features.Commands;

/// <summary>The commands that the server carries out.</summary>
internal static class CommandNames
{
    /// <summary>Makes the edit of an action; its argument is the action's data.</summary>
    public const string ApplyAction = "reasoning.applyAction";

    /// <summary>Shows the page of a rule.</summary>
    public const string ExplainRule = "reasoning.explainRule";

    /// <summary>Writes down that a finding is wrong.</summary>
    public const string MarkWrong = "reasoning.markWrong";

    /// <summary>Makes every exact fix of a document.</summary>
    public const string FixAll = "reasoning.fixAll";

    /// <summary>Reviews a document that does not ask for it.</summary>
    public const string ReviewFile = "reasoning.reviewFile";

    /// <summary>Has files reviewed from now on.</summary>
    public const string IncludeFiles = "reasoning.includeFiles";

    /// <summary>Takes back that a finding is wrong.</summary>
    public const string RestoreFinding = "reasoning.restoreFinding";

    /// <summary>Reviews every file of the open folders that asks for it.</summary>
    public const string ReviewWorkspace = "reasoning.reviewWorkspace";

    /// <summary>Tells which models a person can choose.</summary>
    public const string ListModels = "reasoning.listModels";

    /// <summary>Tells which models could be got for this machine.</summary>
    public const string OfferModels = "reasoning.offerModels";

    /// <summary>Gets, adds, checks and removes models.</summary>
    public const string ManageModels = "reasoning.models";

    /// <summary>Asks the models all they can say of a solution.</summary>
    public const string ExamineScores = "reasoning.examineScores";

    /// <summary>Tells which checklists can be named.</summary>
    public const string ListChecklists = "reasoning.listChecklists";

    /// <summary>Applies a checklist, and asks the judge where one is set.</summary>
    public const string ApplyChecklist = "reasoning.applyChecklist";

    /// <summary>Writes down what a person says of an item.</summary>
    public const string DecideItem = "reasoning.decideItem";

    /// <summary>Writes a note of a person's at a step.</summary>
    public const string Note = "reasoning.note";

    /// <summary>Writes a person's mark of a solution.</summary>
    public const string Mark = "reasoning.mark";

    /// <summary>Suggests corrections of a step, each checked.</summary>
    public const string SuggestCorrections = "reasoning.suggestCorrections";

    /// <summary>Makes a correction that was suggested.</summary>
    public const string ApplyCorrection = "reasoning.applyCorrection";

    /// <summary>Checks, rewrites and checks again.</summary>
    public const string Refine = "reasoning.refine";

    /// <summary>Reviews a text that is no document.</summary>
    public const string ReviewText = "reasoning.reviewText";

    /// <summary>Writes a report that anyone can read, and shows it.</summary>
    public const string OpenReport = "reasoning.openReport";

    /// <summary>The report of a document as Markdown.</summary>
    public const string ReportText = "reasoning.reportText";
}
