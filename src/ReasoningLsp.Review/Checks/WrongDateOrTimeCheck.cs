using ReasoningLsp.Mathematics.Dates;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR110: date or time arithmetic is wrong.</summary>
internal sealed class WrongDateOrTimeCheck : ICheck
{
    public Rule Rule => RuleCatalog.WrongDateOrTime;

    public void Check(StepContext context)
    {
        foreach (var statement in TimeStatementChecker.Check(context.Analysis.Text, context.CancellationToken))
        {
            if (statement.Verdict != TimeVerdict.False)
                continue;
            var said = context.Quote(new TextSpan(statement.Start, statement.Length));
            var value = new TextSpan(statement.ValueStart, statement.ValueLength);
            var message = statement.RightValue is { } right ? $"It is {right}, the step says {context.Quote(value)}."
                : $"{context.Quote(value)} is wrong here.";
            var evidence = statement.RightValue is { } known ? Evidence.Of(("statement", said), ("right", known))
                : Evidence.Of(("statement", said));
            context.Report(new Draft(Rule, value, message, evidence,
                statement.RightValue is { } text ? Repair(context, statement, new TextEdit(value, text)) : null));
        }
    }

    // It is true once the edit is made, read anew, and so is what stands around it.
    private static TextEdit? Repair(StepContext context, TimeStatement statement, TextEdit edit) =>
        TimeStatementChecker.Check(TextEdits.Apply(context.Analysis.Text, [edit]), context.CancellationToken)
            .Any(after => after.Start == statement.Start && after.Verdict == TimeVerdict.True)
            ? RepairProof.Proven(context, null, edit) : null;
}
