using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Equations;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR302: an equation is said to be one that stands before, and differs from it in one number.</summary>
internal sealed class WrongCopyCheck : ICheck
{
    // Smaller equations (x = 3, 2x = 6) resemble each other by chance.
    private const int FewestNodes = 6;
    private const int Beside = 48;

    private static readonly PhraseSet s_repeats = new(
        "given equation", "original equation", "the given", "recall that", "recall", "from step*", "from the problem", "problem states",
        "problem says", "given that", "into", "from equation*", "from the equation*", "as given", "was given", "we are given",
        "we know that", "we know", "starting with", "start with", "start from", "we had", "we found", "earlier", "previous*");

    public Rule Rule => RuleCatalog.WrongCopy;

    public void Check(StepContext context)
    {
        if (context.Analysis.IsOpen)
            return;
        var equations = context.Analysis.Equations;
        for (var i = 0; i < equations.Length; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var copy = equations[i];
            var statement = context.Analysis.Statements[copy.Statement];
            if (copy.Link > 0 || statement.Chain.Signs.Length > 1 || !ClaimGuard.IsAsserted(statement) || ClaimGuard.IsTried(statement)
                || Size(copy) < FewestNodes || !s_repeats.OccursIn(LastWords(statement.Before)))
                continue;
            if (context.Facts.HasCases)
                return;
            var earlier = context.Facts.PlacedEquationsOn(copy.Symbols).Where(place => place.Fact.Symbols.SetEquals(copy.Symbols)).ToList();
            if (earlier.Exists(place => place.Fact.Key == copy.Key) || equations.Take(i).Any(fact => fact.Key == copy.Key))
                continue;
            var alike = earlier.FindAll(place => CopyDifference.Between(place.Fact, copy) is not null);
            if (alike.Count > 0 && alike.TrueForAll(place => place.Fact.Key == alike[0].Fact.Key))
                Report(context, copy, alike[0].Step, alike[0].Fact);
        }
    }

    private void Report(StepContext context, EquationFact copy, int step, EquationFact original)
    {
        var difference = CopyDifference.Between(original, copy)!;
        var where = step < 0 ? "the problem" : $"step {step + 1}";
        context.Report(new Draft(
            Rule,
            TextSpan.FromBounds(copy.Start, copy.End),
            $"In {where} it is {original.Key}: {difference.Original} became {difference.Copy}.",
            Evidence.Of(("original", $"{original.Key} ({where})"), ("copy", copy.Key)))
        {
            RelatedStep = new StepPlace(step, TextSpan.FromBounds(original.Start, original.End), "the equation as it was"),
        });
    }

    private static int Size(EquationFact fact) =>
        ExpressionInspector.Nodes(fact.Left).Count + ExpressionInspector.Nodes(fact.Right).Count;

    private static string LastWords(string text) => text.Length > Beside ? text[^Beside..] : text;
}
