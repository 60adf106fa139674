using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Judging;

namespace ReasoningLsp.Review.Checks;

/// <summary>The mathematics that checks share. Thread-safe.</summary>
internal sealed class Toolbox
{
    public Toolbox()
    {
        Numeric = new NumericJudge();
        Links = new LinkJudge(Numeric);
        Identities = new IdentityTest(Numeric.Evaluator);
    }

    public NumericJudge Numeric { get; }

    public LinkJudge Links { get; }

    public IdentityTest Identities { get; }
}
