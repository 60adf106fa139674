using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Mistakes;

/// <summary>A wrong rule that many people follow.</summary>
/// <param name="Name">Its name, as a teacher says it.</param>
/// <param name="Wrong">The rule that is followed; empty where it is none that is written in formulas.</param>
/// <param name="Right">The rule that holds.</param>
/// <param name="Source">Who described it; empty where nobody in particular.</param>
internal sealed record Mistake(string Name, string Wrong, string Right, string Source)
{
    /// <summary>The sign of an inequality that was not turned.</summary>
    public static Mistake Sign { get; } = new("sign of an inequality", string.Empty, "dividing by a negative number turns the sign",
        string.Empty);

    /// <summary>A product that is not zero, taken apart as if it were.</summary>
    public static Mistake ZeroProduct { get; } = new("zero product rule", string.Empty,
        "only a product that is zero has a factor that is zero",
        string.Empty);

    /// <summary>A solution that was divided away, or a root taken with one sign.</summary>
    public static Mistake LostSolution { get; } = new("lost solution", string.Empty,
        "dividing by what may be zero, or taking one root of two, loses a solution", string.Empty);

    /// <summary>A value that squaring, or leaving out a logarithm, let in.</summary>
    public static Mistake GainedSolution { get; } = new("extraneous solution", string.Empty,
        "what squaring or taking off a logarithm gives must be put into the first equation", string.Empty);

    /// <summary>What lies in both events, counted twice.</summary>
    public static Mistake Union { get; } = new("probability of a union", string.Empty,
        "P(A ∪ B) = P(A) + P(B) - P(A ∩ B)", string.Empty);

    /// <summary>The mistake in a sentence behind a message.</summary>
    public string Sentence => $" A mistake with a name: {Name}; {Right}.";

    /// <summary>Evidence that names the mistake and the rule that holds.</summary>
    public Evidence AddTo(Evidence evidence) => evidence.With(Evidence.MistakeName, Name).With("rule", Right);
}
