using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReasoningLsp.Review.Findings;

/// <summary>Every rule, each a member: all that is the same wherever it is met is said here and nowhere else.</summary>
public static class RuleCatalog
{
    /// <summary>RR001.</summary>
    public static Rule UnusedSuppression { get; } = new(
        "RR001", "unused-suppression", RuleFamily.Reading, Severity.Hint,
        "A suppression comment silences nothing, or names no rule.");

    /// <summary>RR002.</summary>
    public static Rule Unreadable { get; } = new(
        "RR002", "unreadable", RuleFamily.Reading, Severity.Warning,
        "A part of the file could not be read; the rest was reviewed.");

    /// <summary>RR003.</summary>
    public static Rule CorrectedValue { get; } = new(
        "RR003", "corrected-value", RuleFamily.Reading, Severity.Warning,
        "A step uses a value that was corrected where it was calculated.");

    /// <summary>RR101.</summary>
    public static Rule FalseEquality { get; } = new(
        "RR101", "false-equality", RuleFamily.Arithmetic, Severity.Error,
        "A numeric equality or a link of a chain is false.");

    /// <summary>RR102.</summary>
    public static Rule FalseComparison { get; } = new(
        "RR102", "false-comparison", RuleFamily.Arithmetic, Severity.Error,
        "A numeric comparison is false.");

    /// <summary>RR103.</summary>
    public static Rule FailedIdentity { get; } = new(
        "RR103", "failed-identity", RuleFamily.Arithmetic, Severity.Error,
        "Two expressions are called equal but differ at a shown point.");

    /// <summary>RR104.</summary>
    public static Rule WrongSolution { get; } = new(
        "RR104", "wrong-solution", RuleFamily.Arithmetic, Severity.Error,
        "A value is said to solve an equation and does not satisfy it.");

    /// <summary>RR105.</summary>
    public static Rule NotEquivalent { get; } = new(
        "RR105", "not-equivalent", RuleFamily.Arithmetic, Severity.Error,
        "An equation is rewritten into one that does not have the same solutions.");

    /// <summary>RR106.</summary>
    public static Rule FalseCongruence { get; } = new(
        "RR106", "false-congruence", RuleFamily.Arithmetic, Severity.Error,
        "A congruence or a remainder is false.");

    /// <summary>RR107.</summary>
    public static Rule WrongConversion { get; } = new(
        "RR107", "wrong-conversion", RuleFamily.Arithmetic, Severity.Error,
        "A unit conversion is wrong.");

    /// <summary>RR108.</summary>
    public static Rule WrongPercentage { get; } = new(
        "RR108", "wrong-percentage", RuleFamily.Arithmetic, Severity.Error,
        "A percentage does not equal the value it is said to be.");

    /// <summary>RR109.</summary>
    public static Rule WrongRounding { get; } = new(
        "RR109", "wrong-rounding", RuleFamily.Arithmetic, Severity.Warning,
        "A rounded value is not what the true value rounds to at the digits shown.");

    /// <summary>RR110.</summary>
    public static Rule WrongDateOrTime { get; } = new(
        "RR110", "wrong-date-or-time", RuleFamily.Arithmetic, Severity.Error,
        "Date or time arithmetic is wrong.");

    /// <summary>RR111.</summary>
    public static Rule FalseFact { get; } = new(
        "RR111", "false-fact", RuleFamily.Arithmetic, Severity.Error,
        "What a sentence says of numbers in words is false.");

    /// <summary>RR112.</summary>
    public static Rule ProgramOutput { get; } = new(
        "RR112", "program-output", RuleFamily.Arithmetic, Severity.Error,
        "A program that was run prints something else than the output stated beside it.");

    /// <summary>RR201.</summary>
    public static Rule NoFinalAnswer { get; } = new(
        "RR201", "no-final-answer", RuleFamily.Structure, Severity.Hint,
        "The trace states no final answer.");

    /// <summary>RR202.</summary>
    public static Rule RepeatedStep { get; } = new(
        "RR202", "repeated-step", RuleFamily.Structure, Severity.Hint,
        "A step repeats an earlier one.")
    { Fades = true };

    /// <summary>RR203.</summary>
    public static Rule Padding { get; } = new(
        "RR203", "padding", RuleFamily.Structure, Severity.Hint,
        "A step says nothing about the problem.")
    { Fades = true };

    /// <summary>RR204.</summary>
    public static Rule DanglingReference { get; } = new(
        "RR204", "dangling-reference", RuleFamily.Structure, Severity.Hint,
        "A step, equation or case is referred to that does not exist.");

    /// <summary>RR205.</summary>
    public static Rule BareResult { get; } = new(
        "RR205", "bare-result", RuleFamily.Structure, Severity.Hint,
        "A result stands without the work that is asked for.");

    /// <summary>RR206.</summary>
    public static Rule UnusedGiven { get; } = new(
        "RR206", "unused-given", RuleFamily.Structure, Severity.Hint,
        "An amount that the problem gives is used in no step.");

    /// <summary>RR207.</summary>
    public static Rule NumberFromNowhere { get; } = new(
        "RR207", "number-from-nowhere", RuleFamily.Structure, Severity.Hint,
        "A calculation takes a number that is neither in the problem nor found before.");

    /// <summary>RR301.</summary>
    public static Rule Contradiction { get; } = new(
        "RR301", "contradiction", RuleFamily.Consistency, Severity.Error,
        "A quantity is given two different values, and nothing says that it changes.");

    /// <summary>RR302.</summary>
    public static Rule WrongCopy { get; } = new(
        "RR302", "wrong-copy", RuleFamily.Consistency, Severity.Error,
        "An equation is not copied as it stands in the problem or in an earlier step.");

    /// <summary>RR303.</summary>
    public static Rule AnswerDiffersFromWork { get; } = new(
        "RR303", "answer-differs-from-work", RuleFamily.Consistency, Severity.Error,
        "The final answer differs from the value that the work derives.");

    /// <summary>RR390.</summary>
    public static Rule AnswerDiffersFromReference { get; } = new(
        "RR390", "answer-differs-from-reference", RuleFamily.Consistency, Severity.Error,
        "The final answer differs from the reference answer.")
    { Locates = false };

    /// <summary>RR401.</summary>
    public static Rule LowScore { get; } = new(
        "RR401", "low-score", RuleFamily.RewardModel, Severity.Warning,
        "A reward model gives a step too low a probability of being right.")
    { IsOfModel = true };

    /// <summary>RR402.</summary>
    public static Rule ScoreDrop { get; } = new(
        "RR402", "score-drop", RuleFamily.RewardModel, Severity.Warning,
        "A reward model finds the right answer much less likely after a step than before it.")
    { IsOfModel = true };

    /// <summary>RR403.</summary>
    public static Rule RedundantStep { get; } = new(
        "RR403", "redundant-step", RuleFamily.RewardModel, Severity.Hint,
        "A reward model finds that a step adds nothing.")
    { Fades = true, IsOfModel = true };

    /// <summary>RR501.</summary>
    public static Rule ItemNotMet { get; } = new(
        "RR501", "item-not-met", RuleFamily.Checklist, Severity.Warning,
        "An item of the checklist is not met, by an exact check or a reviewer.");

    /// <summary>RR502.</summary>
    public static Rule ItemDoubted { get; } = new(
        "RR502", "item-doubted", RuleFamily.Checklist, Severity.Warning,
        "A judge finds an item of the checklist not met.")
    { IsOfModel = true };

    /// <summary>RR503.</summary>
    public static Rule ChecklistNotRead { get; } = new(
        "RR503", "checklist-not-read", RuleFamily.Checklist, Severity.Warning,
        "A checklist that is named cannot be found or read.");

    /// <summary>RR601.</summary>
    public static Rule ContentFree { get; } = new(
        "RR601", "content-free", RuleFamily.JudgeTarget, Severity.Warning,
        "The solution consists of words that say nothing, such as \"Thought process:\".");

    /// <summary>RR602.</summary>
    public static Rule InstructionToJudge { get; } = new(
        "RR602", "instruction-to-judge", RuleFamily.JudgeTarget, Severity.Warning,
        "The text tells whoever judges it what to answer.");

    /// <summary>RR603.</summary>
    public static Rule HiddenOrControlText { get; } = new(
        "RR603", "hidden-or-control-text", RuleFamily.JudgeTarget, Severity.Warning,
        "The text holds a model's control tokens or characters that nobody sees.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        UnusedSuppression, Unreadable, CorrectedValue, FalseEquality, FalseComparison,
        FailedIdentity, WrongSolution, NotEquivalent, FalseCongruence,
        WrongConversion, WrongPercentage, WrongRounding, WrongDateOrTime,
        FalseFact, ProgramOutput, NoFinalAnswer, RepeatedStep, Padding, DanglingReference,
        BareResult, UnusedGiven, NumberFromNowhere, Contradiction, WrongCopy, AnswerDiffersFromWork,
        AnswerDiffersFromReference, LowScore, ScoreDrop, RedundantStep,
        ItemNotMet, ItemDoubted, ChecklistNotRead, ContentFree,
        InstructionToJudge, HiddenOrControlText,
    ];

    private static readonly FrozenDictionary<string, Rule> s_byId =
        All.ToFrozenDictionary(rule => rule.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The rule with this id, in any case, or null.</summary>
    public static Rule? Find(string id) => s_byId.GetValueOrDefault(id);
}
