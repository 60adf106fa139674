using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Decisions;

/// <summary>Marks and notes as they are written down.</summary>
public static class Saying
{
    private const int LongestStatement = 120;

    /// <summary>A mark of a solution.</summary>
    public static Decision Mark(SolutionName solution, int mark, string comment, DateTimeOffset when, string? who)
    {
        ArgumentNullException.ThrowIfNull(solution);
        return new Decision(DecisionKind.Mark, string.Empty, solution.Hash, comment, when, who) { Mark = mark, Trace = solution.Trace };
    }

    /// <summary>A note at a step, or at the solution as a whole.</summary>
    /// <param name="solution">Names the solution.</param>
    /// <param name="step">Index of the step, or null.</param>
    /// <param name="text">The note.</param>
    /// <param name="statement">What the step says, for people who read the file; or null.</param>
    /// <param name="when">When it is written.</param>
    /// <param name="who">Whose it is, or null.</param>
    public static Decision Note(SolutionName solution, int? step, string text, string? statement, DateTimeOffset when, string? who)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var spoken = step is { } index ? solution.Steps[index] : solution.Hash;
        return new Decision(DecisionKind.Note, string.Empty, spoken, text, when, who)
        {
            Id = StepHash.Of($"{spoken} {solution.Hash} {when:O} {who} {text}"),
            Solution = solution.Hash,
            Trace = solution.Trace,
            At = step + 1,
            Statement = statement is { Length: > LongestStatement } ? $"{statement.AsSpan(0, LongestStatement)}…" : statement,
        };
    }

    /// <summary>That someone is asked of a step without a finding.</summary>
    public static Decision Ask(SolutionName solution, int? step, string? whom, string question, DateTimeOffset when, string? who)
    {
        ArgumentNullException.ThrowIfNull(solution);
        var spoken = step is { } index ? solution.Steps[index] : solution.Hash;
        return new Decision(DecisionKind.Asked, string.Empty, spoken, question, when, who)
        {
            Whom = whom,
            Trace = solution.Trace,
        };
    }
}
