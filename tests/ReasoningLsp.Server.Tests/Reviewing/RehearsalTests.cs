using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Server.Reviewing;
using Xunit;

namespace ReasoningLsp.Server.Tests.Reviewing;

public class RehearsalTests
{
    // A rehearsal that finds no steps or no relations would warm nothing.
    [Fact]
    public void The_rehearsed_text_has_steps_with_relations_and_one_of_them_wrong()
    {
        var reviewed = Rehearsal.Run(new Reviewer(ReviewOptions.Default), CancellationToken.None);
        Assert.NotNull(reviewed);
        var review = Assert.Single(reviewed.Review.Reviews);
        Assert.Equal(4, review.Trace.Steps.Length);
        Assert.Equal("RR101", Assert.Single(review.Findings).Rule.Id);
    }

    [Fact]
    public void It_ends_without_a_word_when_it_is_cancelled() =>
        Assert.Null(Rehearsal.Run(new Reviewer(ReviewOptions.Default), new CancellationToken(canceled: true)));
}
