using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Checking;

/// <summary>An exact, deterministic test of a step. Speaks only when it is certain.</summary>
internal interface ICheck
{
    /// <summary>The rule it reports under.</summary>
    Rule Rule { get; }

    /// <summary>Reports what is wrong with the step.</summary>
    void Check(StepContext context);
}
