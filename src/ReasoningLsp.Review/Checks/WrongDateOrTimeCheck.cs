using ReasoningLsp.Mathematics.Dates;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR110: date or time arithmetic is wrong.</summary>
internal sealed class WrongDateOrTimeCheck : ICheck
{
    private const int DaysInWeek = 7;
    private const int HoursInDay = 24;

    public Rule Rule => RuleCatalog.WrongDateOrTime;

    public void Check(StepContext context)
    {
        foreach (var statement in TimeStatementChecker.Check(Text(context), context.CancellationToken))
        {
            if (statement.Verdict == TimeVerdict.True)
                Establish(context, new TextSpan(statement.Start, statement.Length));
            if (statement.Verdict != TimeVerdict.False)
                continue;
            var stated = context.Links.Where(link => IsResult(link, statement)).ToList();
            // "50 + 25 = 85 min = 1 h 15 min": the 85 is wrong, and what follows may be got from the right value.
            if (stated.Exists(link => link.Judgment.Verdict == Verdict.Fails))
                continue;
            var said = context.Quote(new TextSpan(statement.Start, statement.Length));
            var value = new TextSpan(statement.ValueStart, statement.ValueLength);
            if (OwnUnits.May(context, said[..(statement.ValueStart - statement.Start)], context.Quote(value),
                new TextSpan(statement.Start, statement.Length)) || IsWorkingTime(said, context.Quote(value), statement.RightValue))
                continue;
            var message = statement.RightValue is { } right ? $"It is {right}, the step says {context.Quote(value)}."
                : $"{context.Quote(value)} is wrong here.";
            var evidence = statement.RightValue is { } known ? Evidence.Of(("statement", said), ("right", known))
                : Evidence.Of(("statement", said));
            context.Report(new Draft(Rule, value, message, evidence,
                statement.RightValue is { } text && stated.TrueForAll(link => link.Judgment.Holds)
                    ? Repair(context, statement, new TextEdit(value, text)) : null));
        }
    }

    // An equality says it of itself.
    private static void Establish(StepContext context, TextSpan span)
    {
        if (!context.Links.Any(link => link.Span.Touches(span))
            && ClaimGuard.IsAsserted(StatementReader.Around(context.Analysis.Text, span.Start, span.End, context.Analysis.Lexicon)))
            context.Establish(span, $"{context.QuoteLine(span)}: calculated anew");
    }

    private static string Text(StepContext context) => NumberStyle.InEnglish(context.Analysis.Text, context.Analysis.Lexing);

    // "1 week = 5 days", "1 day = 8 h": what a week or a day of work has.
    private static bool IsWorkingTime(string said, string value, string? right) => GivenNumbers.First(said) == Rational.One
        && GivenNumbers.First(value) is { } stated && right is not null && GivenNumbers.First(right) is { } truth && stated < truth
        && (truth == DaysInWeek || truth == HoursInDay);

    // The statement goes on from what an equality of numbers ends with.
    private static bool IsResult(JudgedLink link, TimeStatement statement) => link is { Sign: "=" or "≈", IsNumeric: true }
        && link.Right.Start < statement.ValueStart && link.Right.End > statement.Start;

    // It is true once the edit is made, read anew, and so is what stands around it.
    private static TextEdit? Repair(StepContext context, TimeStatement statement, TextEdit edit) =>
        TimeStatementChecker.Check(TextEdits.Apply(Text(context), [edit]), context.CancellationToken)
            .Any(after => after.Start == statement.Start && after.Verdict == TimeVerdict.True)
            ? RepairProof.Proven(context, null, edit) : null;
}
