using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Programs;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR112: a program that was run prints something else than what stands beside it as its output.</summary>
internal static class ProgramOutputCheck
{
    private const int LongestInLine = 60, LongestEvidence = 400;

    public static Rule Rule => RuleCatalog.ProgramOutput;

    public static IEnumerable<Finding> Of(TraceReview review, IEnumerable<ProgramOutcome> programs, ReviewOptions options)
    {
        if (options.SeverityOf(Rule) is not { } severity)
            yield break;
        foreach (var (program, answer) in programs)
        {
            if (answer is { Verdict: ProgramVerdict.Differs, Printed: { } printed } && program.Output is { } stated)
                yield return Found(program, stated, printed, severity);
        }
    }

    private static Finding Found(WrittenProgram program, StatedOutput stated, string printed, Severity severity)
    {
        var text = stated.Written;
        var lines = OutputLines.Of(stated, printed);
        var span = text.ToOriginal(lines.Span);
        var said = Quoted(lines.Said);
        var message = lines.Printed is null ? $"The program does not print {said}."
            : lines.Number is { } number ? $"The program prints {Quoted(lines.Printed)} in line {number}, not {said}."
            : $"The program prints {Quoted(lines.Printed)}, not {said}.";
        return new Finding(Rule, severity, stated.Step, message, span,
            Evidence.Of(("stated", Cut(stated.Text)), ("printed", Cut(printed)), ("program", Cut(program.Source))),
            lines.Printed is { } right && OutputLines.CanStand(right) && text.IsUnbroken(lines.Span)
                ? [new Fix($"Replace {lines.Said} by {right}", FixKind.Exact, [new TextEdit(span, right)])] : [],
            [new RelatedLocation("the program", program.Place)]);
    }

    private static string Quoted(string line)
    {
        var shown = line.Length <= LongestInLine ? line : $"{line.AsSpan(0, LongestInLine)}…";
        return shown.All(unit => char.IsAsciiDigit(unit) || unit is '.' or '-') ? shown : $"“{shown}”";
    }

    private static string Cut(string text) => text.Length <= LongestEvidence ? text : $"{text.AsSpan(0, LongestEvidence)}…";
}
