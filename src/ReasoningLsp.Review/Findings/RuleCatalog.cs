using System.Collections.Immutable;

namespace ReasoningLsp.Review.Findings;

/// <summary>Every rule there is, in order of id.</summary>
public static class RuleCatalog
{
    /// <summary>All rules.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        new("RR001", "unused-suppression", Severity.Hint, "A suppression comment silences nothing, or names no rule."),
        new("RR002", "unreadable", Severity.Warning, "A part of the file could not be read; the rest was reviewed."),
        new("RR101", "false-equality", Severity.Error, "A numeric equality or a link of a chain is false."),
        new("RR102", "false-comparison", Severity.Error, "A numeric comparison is false."),
        new("RR103", "failed-identity", Severity.Error, "Two expressions are called equal but differ at a shown point."),
        new("RR104", "wrong-solution", Severity.Error, "A value is said to solve an equation and does not satisfy it."),
        new("RR105", "not-equivalent", Severity.Error, "An equation is rewritten into one that does not have the same solutions."),
        new("RR106", "false-congruence", Severity.Error, "A congruence or a remainder is false."),
        new("RR107", "wrong-conversion", Severity.Error, "A unit conversion is wrong."),
        new("RR108", "wrong-percentage", Severity.Error, "A percentage does not equal the value it is said to be."),
        new("RR109", "wrong-rounding", Severity.Warning, "A rounded value is not what the true value rounds to at the digits shown."),
        new("RR110", "wrong-date-or-time", Severity.Error, "Date or time arithmetic is wrong."),
        new("RR201", "no-final-answer", Severity.Hint, "The trace states no final answer."),
        new("RR202", "repeated-step", Severity.Hint, "A step repeats an earlier one."),
        new("RR203", "padding", Severity.Hint, "A step says nothing about the problem."),
        new("RR204", "dangling-reference", Severity.Hint, "A step, equation or case is referred to that does not exist."),
        new("RR205", "bare-result", Severity.Hint, "A result stands without the work that is asked for."),
        new("RR301", "contradiction", Severity.Error, "A quantity is given two different values, and nothing says that it changes."),
        new("RR302", "wrong-copy", Severity.Error, "An equation is not copied as it stands in the problem or in an earlier step."),
        new("RR303", "answer-differs-from-work", Severity.Error, "The final answer differs from the value that the work derives."),
        new("RR390", "answer-differs-from-reference", Severity.Error, "The final answer differs from the reference answer."),
        new("RR401", "low-score", Severity.Warning, "A reward model gives a step too low a probability of being right."),
        new("RR402", "score-drop", Severity.Warning, "A reward model finds the right answer much less likely after a step than before it."),
        new("RR403", "redundant-step", Severity.Hint, "A reward model finds that a step adds nothing."),
        new("RR501", "item-not-met", Severity.Warning, "An item of the checklist is not met, by an exact check or a reviewer."),
        new("RR502", "item-doubted", Severity.Warning, "A judge finds an item of the checklist not met."),
        new("RR503", "checklist-not-read", Severity.Warning, "A checklist that is named cannot be found or read."),
        new("RR601", "content-free", Severity.Warning, "The solution consists of words that say nothing, such as \"Thought process:\"."),
        new("RR602", "instruction-to-judge", Severity.Warning, "The text tells whoever judges it what to answer."),
        new("RR603", "hidden-or-control-text", Severity.Warning, "The text holds a model's control tokens or characters that nobody sees."),
    ];

    /// <summary>The rule with this id, in any case, or null.</summary>
    public static Rule? Find(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));
}
