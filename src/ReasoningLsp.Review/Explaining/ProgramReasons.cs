using ReasoningLsp.Review.Programs;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Explaining;

/// <summary>What is said of a program: what came of running it, or that it was not run.</summary>
internal static class ProgramReasons
{
    /// <summary>Said of a program that was not run.</summary>
    public const string NotRun = "a program; not run";

    /// <summary>What came of each program in a step's text, by its place; of a session of several prompts what is said of those that
    /// have an answer.</summary>
    public static Dictionary<TextSpan, string> BySpan(IEnumerable<ProgramOutcome> programs) => programs
        .Where(outcome => outcome.Program.Span is not null).GroupBy(outcome => outcome.Program.Span!.Value)
        .ToDictionary(group => group.Key, group => string.Join("; ", group.OrderBy(outcome => outcome.Program.Output is null)
            .TakeWhile((outcome, at) => at == 0 || outcome.Program.Output is not null)
            .Select(outcome => outcome.Answer.Reason).Distinct()));

    /// <summary>The programs that stand beside a step.</summary>
    public static IEnumerable<UnreadPart> Beside(TraceReview review, int step)
    {
        var run = review.Programs.Where(outcome => outcome.Program.Span is null)
            .ToDictionary(outcome => outcome.Program.Place, outcome => outcome.Answer.Reason);
        return review.Trace.Programs.Where(cell => cell.Step == step).Select(cell => new UnreadPart(cell.Span, cell.Source,
            run.TryGetValue(cell.Span, out var reason) ? $"a program; {reason}" : NotRun));
    }
}
