using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Equations;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR104: an equation is followed by a value that does not satisfy it.</summary>
internal sealed class WrongSolutionCheck : ICheck
{
    public Rule Rule => RuleCatalog.WrongSolution;

    public void Check(StepContext context)
    {
        UnfoundedEquations.Report(context, Rule, UnfoundedEquations.IsValue,
            (first, second, why) => $"{second.Left} = {second.Right} does not satisfy {first.Key}{why}.");
        SolvedSystem.Report(context, Rule);
        TupleSolutions.Report(context, Rule);
        SignedSolutions.Report(context, Rule);
        SaidRoots.Report(context, Rule);
        GainedSolutions.Report(context, Rule);
        FixedConstants.Report(context, Rule, ofValues: true);
    }
}
