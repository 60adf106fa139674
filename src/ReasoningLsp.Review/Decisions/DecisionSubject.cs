using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Decisions;

/// <summary>What a decision knows a finding by: where a rule finds two mistakes in one step, each is decided by itself.</summary>
/// <param name="Rule">The rule's id, in capitals; empty where a step without a finding is asked about.</param>
/// <param name="Step">Hash of the text that is spoken of.</param>
/// <param name="Numbers">The numbers that the finding's message names, since its words may change from version to version; empty for a
/// decision on whatever the rule finds in the text.</param>
public readonly partial record struct DecisionSubject(string Rule, string Step, string Numbers)
{
    /// <summary>The subject of a finding, or of the decision with this statement.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <param name="step">Hash of the text.</param>
    /// <param name="message">What the finding says; null where that was not written down.</param>
    public static DecisionSubject Of(string rule, string step, string? message)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new(rule.ToUpperInvariant(), step, message is null || !MayFindMore(rule) ? string.Empty : NumbersIn(message));
    }

    /// <summary>Whatever the rule finds in the text.</summary>
    internal DecisionSubject Whole => this with { Numbers = string.Empty };

    // Only what refutes speaks of places of a step; a score or a hint is of all of it, and its numbers change with the model.
    private static bool MayFindMore(string rule) => rule.StartsWith("RR1", StringComparison.OrdinalIgnoreCase)
        || rule.StartsWith("RR3", StringComparison.OrdinalIgnoreCase);

    private static string NumbersIn(string message) =>
        string.Join(' ', Number().Matches(message).Where(match => match.Groups["n"].Success).Select(match => match.Value));

    // A number, but not that of a step, which moves.
    [GeneratedRegex(@"steps? [0-9]+|(?<n>[0-9]+(?:[.,][0-9]+)*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
