using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Equations;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR105: an equation is followed by one that has no solution in common with it, or loses
/// one.</summary>
internal sealed class NotEquivalentCheck : ICheck
{
    public Rule Rule => RuleCatalog.NotEquivalent;

    public void Check(StepContext context)
    {
        UnfoundedEquations.Report(context, Rule, equation => !UnfoundedEquations.IsValue(equation),
            (first, second, why) => $"{second.Key} does not follow from {first.Key}{why}.");
        SlippedForm.Report(context, Rule);
        TaskSolutions.Report(context, Rule);
        AskedSystem.Report(context, Rule);
        LostSolutions.Report(context, Rule);
        TurnedSigns.Report(context, Rule);
        TaskBounds.Report(context, Rule);
        ParallelEquations.Report(context, Rule);
        ReducedMatrix.Report(context, Rule);
        DefinedLetters.Report(context, Rule);
        StrongerBounds.Report(context, Rule);
        SystemRows.Report(context, Rule);
        ContradictedEquations.Report(context, Rule);
        HeldValues.Report(context, Rule);
        RootSums.Report(context, Rule);
        FunctionEquation.Report(context, Rule);
        FixedConstants.Report(context, Rule, ofValues: false);
    }
}
