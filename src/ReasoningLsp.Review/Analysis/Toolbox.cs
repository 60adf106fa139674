using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Review.Analysis;

/// <summary>The mathematics that checks share. Thread-safe.</summary>
internal sealed class Toolbox
{
    public Toolbox()
    {
        Numeric = new NumericJudge();
        Links = new LinkJudge(Numeric);
        // Sums of many terms are no identities that a step states; at twelve points each they would cost a second.
        Identities = new IdentityTest(new Evaluator(96, 600));
    }

    public NumericJudge Numeric { get; }

    public LinkJudge Links { get; }

    public IdentityTest Identities { get; }
}
