using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>Every exact check that answers items.</summary>
public static class ExactItems
{
    private static ImmutableArray<ExactItem> All { get; } =
    [
        new("every-equality-holds",
        ["Does every equality hold?", "Do all equalities hold?", "Every calculation is correct.", "Are all calculations correct?",
        "Is every calculation right?", "Is the arithmetic correct?", "Every equation holds."], RelationItems.EveryEqualityHolds),
        new("no-step-is-refuted",
        ["Is every step free of mistakes that can be proven?", "Does no exact check refute a step?", "No step is refuted.",
        "Does every step pass the exact checks?", "Do all exact checks pass?"], FindingItems.NoStepIsRefuted),
        new("final-answer-stated",
        ["Is a final answer stated?", "The final answer is stated.", "Does the solution state a final answer?",
        "Does the solution end with a final answer?"], AnswerItems.IsStated),
        new("final-answer-boxed",
        ["Is the final answer boxed?", "Is the final answer in a box?", "The answer is boxed.", "Is the final answer given in \\boxed{}?"],
        AnswerItems.IsBoxed),
        new("answer-matches-reference",
        ["Does the final answer equal the reference answer?", "Does the answer match the reference?",
        "The final answer agrees with the reference answer.", "Does the final answer match the reference answer?",
        "The final answer equals the reference."], AnswerItems.MatchesReference)
        { Rule = RuleCatalog.AnswerDiffersFromReference },
        new("steps-are-numbered", ["Are the steps numbered?", "Is every step numbered?"], FormItems.AreNumbered),
        new("no-repeated-step",
        ["Is no step repeated?", "No step is repeated.", "Is the solution free of repeated steps?", "No step repeats an earlier one."],
        FindingItems.Without(RuleCatalog.RepeatedStep, "no step repeats an earlier one"))
        { Rule = RuleCatalog.RepeatedStep },
        new("no-padding", ["Is the solution free of padding?", "Is there no padding?", "Does every step say something about the problem?"],
        FindingItems.Without(RuleCatalog.Padding, "no step is made of phrases alone"))
        { Rule = RuleCatalog.Padding },
        new("references-exist",
        ["Does every reference exist?", "Does every step and equation referred to exist?", "Do all references exist?"],
        FindingItems.Without(RuleCatalog.DanglingReference, "every step and equation named by its number exists"))
        { Rule = RuleCatalog.DanglingReference },
        new("work-is-shown", ["Is the work shown?", "Does the solution show its work?", "The work is shown."],
        FindingItems.Unless(RuleCatalog.BareResult, "no result is certain to stand without work that was asked for"))
        { Rule = RuleCatalog.BareResult },
        new("units-convert", ["Are all unit conversions right?", "Is every unit conversion correct?", "Are all unit conversions correct?"],
        FindingItems.Unless(RuleCatalog.WrongConversion, "no unit conversion was refuted"))
        { Rule = RuleCatalog.WrongConversion },
        new("rounding-is-right", ["Is every rounding right?", "Are all roundings correct?", "Is the rounding correct?"],
        FindingItems.Unless(RuleCatalog.WrongRounding, "no rounding was refuted"))
        { Rule = RuleCatalog.WrongRounding },
        new("values-stay-the-same",
        ["Does every symbol keep its value?", "Are values used consistently?", "No value is changed without a reason."],
        FindingItems.Unless(RuleCatalog.Contradiction, "no contradiction was found"))
        { Rule = RuleCatalog.Contradiction },
        new("not-aimed-at-the-judge", ["Is the text free of instructions to the judge?", "Does the solution not address the grader?"],
        FindingItems.Without(RuleFamily.JudgeTarget, "no known text aimed at a judge stands in it")),
    ];

    /// <summary>The names, as a list gives them after <c>check:</c>.</summary>
    public static IEnumerable<string> Names => All.Select(item => item.Name);

    /// <summary>Whether there is a check of this name.</summary>
    public static bool Knows(string name) => All.Any(item => string.Equals(item.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of the check that answers <paramref name="item"/>, or null where only a judge could.</summary>
    public static string? AnswererOf(ChecklistItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return For(item)?.Name;
    }

    /// <summary>The check that answers <paramref name="item"/>: the one it names, or the one whose words it uses; null where none
    /// does.</summary>
    internal static ExactItem? For(ChecklistItem item)
    {
        if (item.Check is { } name)
            return All.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));
        if (item.Question.Length > 200)
            return null;
        var key = ExactItem.Key(item.Question);
        return All.FirstOrDefault(each => each.IsAskedBy(key));
    }
}
