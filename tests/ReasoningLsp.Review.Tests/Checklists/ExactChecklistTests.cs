using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Decided;
using ReasoningLsp.Review.Checklists.Exact;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Checklists;

/// <summary>Items that are answered without a model.</summary>
public sealed class ExactChecklistTests
{
    private static readonly Reviewer s_reviewer = new(ReviewOptions.Default);

    [Theory]
    [InlineData("Is the final answer boxed?", "Step 1: 2 + 2 = 4.\n\nStep 2: So it is $\\boxed{4}$.", ItemAnswer.Yes)]
    [InlineData("The final answer is boxed.", "Step 1: 2 + 2 = 4.\n\nStep 2: So it is 4.", ItemAnswer.No)]
    [InlineData("Does every equality hold?", "Step 1: 2 + 2 = 4.\n\nStep 2: 4 * 3 = 12.", ItemAnswer.Yes)]
    [InlineData("Every equality holds.", "Step 1: 2 + 2 = 5.\n\nStep 2: 4 * 3 = 12.", ItemAnswer.No)]
    [InlineData("Does every equality hold?", "Step 1: We think.\n\nStep 2: We are done.", ItemAnswer.NotApplicable)]
    [InlineData("Does every equality hold?", "Step 1: Then x + y = 4.\n\nStep 2: 4 * 3 = 12.", ItemAnswer.Unsure)]
    [InlineData("Are the steps numbered?", "Step 1: 2 + 2 = 4.\n\nStep 2: 4 * 3 = 12.", ItemAnswer.Yes)]
    [InlineData("Is no step repeated?",
        "Step 1: The train covers 60 miles in every hour of its way.\n\nStep 2: The train covers 60 miles in every hour of its way.",
        ItemAnswer.No)]
    [InlineData("Is the author kind?", "Step 1: 2 + 2 = 4.", ItemAnswer.Unsure)]
    public void An_item_is_answered_or_left_unsure(string question, string text, ItemAnswer expected)
    {
        var verdict = Assert.Single(Apply(text, question).Verdicts);
        Assert.True(expected == verdict.Answer, $"{verdict.Answer}: {verdict.Evidence}");
    }

    [Theory]
    [InlineData("answer: 4", "Step 1: 2 + 2 = 4.\n\nThe answer is 4.", ItemAnswer.Yes)]
    [InlineData("answer: 5", "Step 1: 2 + 2 = 4.\n\nThe answer is 4.", ItemAnswer.No)]
    [InlineData("language: en", "Step 1: 2 + 2 = 4.\n\nThe answer is 4.", ItemAnswer.NotApplicable)]
    public void The_reference_answer_is_compared(string matter, string text, ItemAnswer expected) =>
        Assert.Equal(expected, Apply($"---\n{matter}\n---\n{text}",
        "Does the final answer equal the reference answer?").Verdicts[0].Answer);

    [Fact]
    public void The_pass_rate_is_weighted_and_leaves_out_what_does_not_apply()
    {
        ItemVerdict Of(double weight, ItemAnswer answer) =>
            new(new ChecklistItem($"{weight} {answer}?") { Weight = weight }, answer, VerdictSource.Check, "x", "");
        var review = new ChecklistReview("x",
            [Of(3, ItemAnswer.Yes), Of(1, ItemAnswer.No), Of(2, ItemAnswer.Unsure), Of(9, ItemAnswer.NotApplicable)]);
        Assert.Equal(0.5, review.PassRate);
        Assert.Null(new ChecklistReview("x", [Of(1, ItemAnswer.NotApplicable)]).PassRate);
    }

    [Fact]
    public void One_slip_is_one_finding_which_names_the_items_that_fail_by_it()
    {
        var review = Review("Step 1: 2 + 2 = 4.\n\nStep 2: 4 * 3 = 13.");
        var found = review.WithChecklist(
            ExactChecklist.Apply(review, new Checklist("own", [new ChecklistItem("Does every equality hold?")]), ReviewOptions.Default),
            ReviewOptions.Default);
        var finding = Assert.Single(found.Findings);
        Assert.Equal(("RR101", 1), (finding.Rule.Id, finding.Step));
        Assert.Equal(["Does every equality hold?"], finding.FailedItems);
    }

    [Fact]
    public void An_item_whose_finding_is_silenced_neither_fails_nor_passes()
    {
        var review = Review("Step 1: 2 + 2 = 4.\n\nStep 2: 4 * 3 = 13.");
        var list = new Checklist("own", [new ChecklistItem("Does every equality hold?")]);
        var found = review.WithChecklist(ExactChecklist.Apply(review, list, ReviewOptions.Default), ReviewOptions.Default);
        Assert.Equal(ItemAnswer.No, found.Checklist!.Verdicts[0].Answer);
        var silenced = found.WithFindings([]).Checklist!.Verdicts[0];
        Assert.Equal((ItemAnswer.NotApplicable, "RR101 is silenced here"), (silenced.Answer, silenced.Evidence));
        var anew = ExactChecklist.Apply(review.WithFindings([]), list, ReviewOptions.Default);
        Assert.Equal(ItemAnswer.NotApplicable, anew.Verdicts[0].Answer);
    }

    [Theory]
    [InlineData("Is no step repeated?", "RR202")]
    [InlineData("Does the final answer equal the reference answer?", "RR390")]
    public void What_a_rule_answers_that_is_off_does_not_apply(string question, string rule)
    {
        var review = Review("---\nanswer: 5\n---\nStep 1: 2 + 2 = 4.\n\nThe answer is 4.");
        var off = ReviewOptions.Default with { Severities = ReviewOptions.Default.Severities.Add(rule, null) };
        var verdict = ExactChecklist.Apply(review, new Checklist("own", [new ChecklistItem(question)]), off).Verdicts[0];
        Assert.Equal((ItemAnswer.NotApplicable, $"{rule} is off here"), (verdict.Answer, verdict.Evidence));
    }

    [Fact]
    public void A_failed_item_that_no_finding_tells_of_is_a_finding_on_the_text_it_concerns()
    {
        var review = Review("Step 1: 2 + 2 = 4.\n\nStep 2: So the answer is 4.");
        var found = review.WithChecklist(
            ExactChecklist.Apply(review, new Checklist("own", [new ChecklistItem("Is the final answer boxed?")]), ReviewOptions.Default),
            ReviewOptions.Default);
        Assert.Equal(("RR501", 1), (Assert.Single(found.Findings).Rule.Id, found.Findings[0].Step));
    }

    [Fact]
    public void A_finding_that_an_item_asks_about_is_as_loud_as_the_item()
    {
        var review = Review("Step 1: The train covers 60 miles in every hour of its way.\n\nStep 2: The train covers 60 miles in every "
            + "hour of its way.");
        Assert.Equal(Severity.Hint, Assert.Single(review.Findings, finding => finding.Rule.Id == "RR202").Severity);
        var checklist = ExactChecklist.Apply(
            review, new Checklist("own", [new ChecklistItem("Is no step repeated?")]), ReviewOptions.Default);
        var found = review.WithChecklist(checklist, ReviewOptions.Default);
        Assert.Equal(Severity.Warning, Assert.Single(found.Findings, finding => finding.Rule.Id == "RR202").Severity);
        Assert.DoesNotContain(found.Findings, finding => finding.Rule.Id == "RR501");
        Assert.Equal(found.Findings.Select(finding => finding.Rule),
            found.WithChecklist(checklist, ReviewOptions.Default).Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void A_reviewers_verdict_stands_until_the_step_it_speaks_of_changes()
    {
        const string Text = "Problem: What is it?\n\nStep 1: 2 + 2 = 4.\n\nStep 2: 4 * 3 = 13.";
        var list = new Checklist("own", [new ChecklistItem("Does every equality hold?")]);
        var review = Review(Text);
        var before = ExactChecklist.Apply(review, list, ReviewOptions.Default);
        var decision = ItemDecisions.Of(review.Trace, before.Verdicts[0], ItemAnswer.Yes,
            "It is modulo 1.", DateTimeOffset.UnixEpoch, "Eve");
        var (log, problems) = DecisionFile.Parse(DecisionFile.Format(decision));
        Assert.Empty(problems);

        ChecklistReview Decided(string text)
        {
            var other = Review(text);
            return ItemDecisions.Apply(ExactChecklist.Apply(other, list, ReviewOptions.Default), other.Trace, log);
        }

        Assert.Equal((ItemAnswer.Yes, VerdictSource.Reviewer, "Eve"),
            (Decided(Text).Verdicts[0].Answer, Decided(Text).Verdicts[0].Source, Decided(Text).Verdicts[0].By));
        Assert.Equal(ItemAnswer.Yes,
            Decided(Text.Replace("2 + 2 = 4", "2 + 2 = 4, of course", StringComparison.Ordinal)).Verdicts[0].Answer);
        Assert.Equal(ItemAnswer.No, Decided(Text.Replace("= 13", "= 14", StringComparison.Ordinal)).Verdicts[0].Answer);
    }

    private static ChecklistReview Apply(string text, string question) =>
        ExactChecklist.Apply(Review(text), new Checklist("own", [new ChecklistItem(question)]), ReviewOptions.Default);

    private static TraceReview Review(string text) =>
        s_reviewer.Review(TraceReader.Read(text, TraceFormat.Markdown).Traces[0], CancellationToken.None);
}
