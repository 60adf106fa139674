using System.Collections.Immutable;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Routing;

/// <summary>An error or a warning that waits for a person's word.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Hash">What a decision on it names its text by.</param>
/// <param name="Step">Index of the step, or null for the whole trace.</param>
/// <param name="Message">What is said.</param>
/// <param name="Key">What makes it the same mistake as others, so that one decision is for all.</param>
/// <param name="Kind">What makes it one of a kind with others, so that they are not looked at one after the other.</param>
public sealed record QueueFinding(string Rule, string Hash, int? Step, string Message, string Key, string Kind)
{
    /// <summary>What a decision knows it by.</summary>
    public DecisionSubject Subject => DecisionSubject.Of(Rule, Hash, Message);

    /// <summary>The findings of a trace.</summary>
    /// <param name="findings">What was found, each with the hash of the text that it is of.</param>
    public static ImmutableArray<QueueFinding> All(IEnumerable<(RunFinding Finding, string Hash)> findings) =>
        [.. findings.Select(each => new QueueFinding(each.Finding.Rule, each.Hash, each.Finding.Step, each.Finding.Message,
            MistakeKey.Of(each.Finding, each.Hash), MistakeKey.KindOf(each.Finding)))];
}
