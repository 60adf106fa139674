using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Corrections;

/// <summary>What became of all texts that a model wrote for a step.</summary>
/// <param name="Fates">One a text, in the order in which they were ready.</param>
public sealed record CandidateTally(ImmutableArray<CandidateFate> Fates)
{
    /// <summary>Such as <c>4 written: 1 right by exact checks, 2 copies, 1 cut off</c>.</summary>
    public override string ToString()
    {
        var told = Enum.GetValues<CandidateFate>().Select(fate => (fate, count: Fates.Count(each => each == fate)))
            .Where(each => each.count > 0).Select(each => Words(each.fate, each.count));
        return $"{Plural.Of(Fates.Length, "candidate")} written: {string.Join(", ", told)}";
    }

    private static string Words(CandidateFate fate, int count) => fate switch
    {
        CandidateFate.Right => $"{count} right by exact checks",
        CandidateFate.Undecided => $"{count} that no exact check decides",
        CandidateFate.Wrong => $"{count} refuted",
        CandidateFate.Copy => count == 1 ? "1 copy" : $"{count} copies",
        CandidateFate.CutOff => $"{count} cut off",
        CandidateFate.Repeated => $"{count} the same as another",
        _ => $"{count} that {(count == 1 ? "is" : "are")} no step",
    };
}
