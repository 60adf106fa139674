using System.Collections.Immutable;
using ReasoningLsp.Review.Explaining;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>What a hover says of that part of a step which decided nothing: what was read, in which ways, why it stayed open, and what
/// was left.</summary>
internal static class ReadingCard
{
    // More would fill the screen; `review --explain` tells all.
    private const int Most = 8;
    private const int LongestText = 80;

    /// <summary>Writes it; what was decided has been said.</summary>
    public static void Write(ICardWriter writer, TraceReview review, int step)
    {
        if (StepExplainer.Of(review, step, outcome => outcome.Verdict is RelationVerdict.Undecided or RelationVerdict.NotUnderstood)
            is not { } explanation)
            return;
        var open = explanation.Relations;
        foreach (var relation in open.Take(Most))
            writer.Relation(Signs.Of(relation.Verdict), Short(relation.Text), Remark(relation));
        if (open.Length > Most)
            writer.Paragraph($"and {open.Length - Most} more that are not decided");
        foreach (var part in explanation.Unread.Take(Most))
            writer.Evidence($"not read ({part.Reason})", Short(part.Text));
        Write(writer, "uses", explanation.Givens.Uses);
        Write(writer, "not used so far", explanation.Givens.Unused);
    }

    private static void Write(ICardWriter writer, string name, ImmutableArray<string> givens)
    {
        if (givens.IsEmpty)
            return;
        var more = givens.Length > Most ? $" and {givens.Length - Most} more" : string.Empty;
        writer.Evidence(name, $"{string.Join(", ", givens.Take(Most))}{more}");
    }

    private static string Remark(RelationExplanation relation)
    {
        if (relation.Kind == RelationKind.NotUnderstood)
            return "(not understood)";
        var readings = relation.Readings.Length > 1 ? $", {relation.Readings.Length} readings" : string.Empty;
        return $"({RelationWords.NameOf(relation.Kind)}{readings}, not decided: {relation.Reason})";
    }

    private static string Short(string text) => text.Length <= LongestText ? text : $"{text.AsSpan(0, LongestText)}…";
}
