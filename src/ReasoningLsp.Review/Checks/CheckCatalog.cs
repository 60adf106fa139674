using System.Collections.Immutable;

namespace ReasoningLsp.Review.Checks;

/// <summary>The checks of a step, in the order in which they may report.</summary>
internal static class CheckCatalog
{
    public static ImmutableArray<ICheck> Steps { get; } =
    [
        new WrongPercentageCheck(),
        new FalseEqualityCheck(),
        new FalseComparisonCheck(),
        new FalseCongruenceCheck(),
        new FailedIdentityCheck(),
        new NotEquivalentCheck(),
    ];
}
