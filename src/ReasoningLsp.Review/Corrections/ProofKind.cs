namespace ReasoningLsp.Review.Corrections;

/// <summary>What is asked of a text that a model wrote: the first two must hold, and one of the others.</summary>
public enum ProofKind
{
    /// <summary>Exact checks pass on the step as it will read, and decide something in it where they did before.</summary>
    Checks,

    /// <summary>Nothing that follows loses the value that it uses, or the check that it passed.</summary>
    LaterUse,

    /// <summary>Its calculation is proven, and comes to what the exact fix calculates.</summary>
    Exact,

    /// <summary>The step's score rises above the profile's threshold, and none falls below it.</summary>
    Score,

    /// <summary>An item that was answered no is answered yes, and none that was answered yes is not.</summary>
    Checklist,

    /// <summary>The final answer equals the reference answer, and the solution comes to it through this step.</summary>
    Reference,
}
