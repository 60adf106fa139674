using ReasoningLsp.Mathematics.Facts;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR111: what a sentence says of numbers in words is false: "51 is prime", "25% of 80 is 25".</summary>
internal sealed class FalseFactCheck : ICheck
{
    public Rule Rule => RuleCatalog.FalseFact;

    public void Check(StepContext context)
    {
        if (context.Facts.Traits is { RedefinesNotation: true } or { HasOtherBase: true })
            return;
        if (!context.Facts.Traits.IsCongruent)
            ListedCount.Report(context, Rule);
        var text = context.Analysis.Text;
        foreach (var fact in FactReader.Read(text, context.Analysis.Tokens))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (context.Facts.Traits.IsCongruent && !IsOfDigits(fact.Kind))
                continue;
            var (verdict, proof) = (FactJudge.Refute(fact), FactJudge.Prove(fact));
            if ((verdict is null && proof is null)
                || !ClaimGuard.IsAsserted(StatementReader.Around(text, fact.Start, fact.End, context.Analysis.Lexicon)))
                continue;
            if (verdict is not null)
                Report(context, fact, verdict);
            else if (!HasSign(text, fact.Start))
                Establish(context, fact, proof!);
        }
    }

    // Modulo a number equalities mean something else; what a number's digits are, and what it leaves, does not change.
    private static bool IsOfDigits(FactKind kind) => kind is FactKind.LastDigit or FactKind.DigitSum or FactKind.DigitCount
        or FactKind.Remainder or FactKind.Inverse;

    // "-4 is a perfect square" at the start of a line may be an item of a list, or say it of a negative number.
    private static bool HasSign(string text, int start) => start > 0 && text[start - 1] is '-' or '–' or '−';

    private static void Establish(StepContext context, Fact fact, string proof)
    {
        var span = TextSpan.FromBounds(fact.Start, fact.End);
        context.Establish(span, $"{context.QuoteLine(span)}: {proof}");
    }

    private void Report(StepContext context, Fact fact, FactVerdict verdict)
    {
        var span = TextSpan.FromBounds(fact.Start, fact.End);
        var said = context.Quote(span).Trim();
        context.Report(new Draft(Rule, span, $"“{said}” is false: {verdict.Reason}.",
            Evidence.Of(("statement", said), ("reason", verdict.Reason)), Repair(context, fact, verdict)));
    }

    // The number that the sentence ends with, written as it was.
    private static TextEdit? Repair(StepContext context, Fact fact, FactVerdict verdict)
    {
        if (verdict.Right is null || fact.Slots.SelectMany(slot => slot).MaxBy(number => number.Start) is not { } last
            || last.End != fact.End || (fact.Kind == FactKind.Remainder && last != fact.Slots[^1][0])
            || (!last.Value.IsInteger && last.Decimals == 0))
            return null;
        var span = new TextSpan(last.Start, last.Length);
        return NumberWriter.Like(verdict.Right, context.Quote(span), context.Analysis.Lexing) is { } right
            ? RepairProof.Proven(context, null, new TextEdit(span, right)) : null;
    }
}
