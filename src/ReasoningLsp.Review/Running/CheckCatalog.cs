using System.Collections.Immutable;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Checks;

namespace ReasoningLsp.Review.Running;

/// <summary>The exact checks, in the order in which they may report.</summary>
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
        new WrongSolutionCheck(),
        new WrongConversionCheck(),
        new WrongRoundingCheck(),
        new WrongDateOrTimeCheck(),
        new FalseFactCheck(),
        new ContradictionCheck(),
        new WrongCopyCheck(),
    ];

    public static ImmutableArray<ITraceCheck> Traces { get; } =
    [
        new NoFinalAnswerCheck(),
        new RepeatedStepCheck(),
        new PaddingCheck(),
        new DanglingReferenceCheck(),
        new BareResultCheck(),
        new UnusedGivenCheck(),
        new NumberFromNowhereCheck(),
        new AnswerDiffersFromWorkCheck(),
        new AnswerDiffersFromReferenceCheck(),
        new ContentFreeCheck(),
        new InstructionToJudgeCheck(),
        new HiddenOrControlTextCheck(),
    ];
}
