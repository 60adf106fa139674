using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Checklists.Exact;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Judges;

public sealed class ReasonsTests
{
    [Fact]
    public async Task Reasons_of_a_checklist_are_written_at_once_and_each_stands_at_its_item()
    {
        var critic = new ScriptedCritic((prompt, _) => $"Reason: about {prompt[prompt.IndexOf("Item ", StringComparison.Ordinal)..][5]}\n"
            + "Step: 1\nAnswer: YES", _ => 0.5, together: 5);
        var trace = TraceReader.Read("Problem: Add 1 and 1.\n\nStep 1: It is two.\n", TraceFormat.Markdown).Traces[0];
        var review = new Reviewer(ReviewOptions.Default).Review(trace, TestContext.Current.CancellationToken);
        var list = new Checklist("l", [.. Enumerable.Range(1, 5).Select(number => new ChecklistItem($"Item {number} is met?"))]);
        var judge = new ChecklistJudge(new Judge(critic), new JudgeModel(new ModelReference("scripted.gguf"), "scripted"),
            new JudgeOptions { Reason = true });
        var judged = await judge.AnswerAsync(ExactChecklist.Apply(review, list, ReviewOptions.Default), trace,
            TestContext.Current.CancellationToken);
        Assert.Equal(["about 1", "about 2", "about 3", "about 4", "about 5"], judged.Verdicts.Select(verdict => verdict.Evidence));
        Assert.All(judged.Verdicts, verdict => Assert.Equal((ItemAnswer.Yes, 0), (verdict.Answer, verdict.Step)));
    }
}
