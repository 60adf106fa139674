using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Running;

/// <summary>The second reading of a trace whose numerals do not settle what their points and commas are: "El 30 % de 1.500 es 450". What
/// is wrong in one reading only is not told, and what both mend otherwise is not mended.</summary>
/// <param name="traits">What is known of the trace.</param>
/// <param name="reread">Reads the whole trace anew, under other traits.</param>
/// <param name="check">Checks a step with what it may read of its trace.</param>
internal sealed class OtherNumerals(ProblemTraits traits, Func<ProblemTraits, Ledger> reread,
    Func<StepAnalysis, RecordingFacts, StepResult> check)
{
    private readonly LexerOptions _comma = traits.Lexing with { DecimalComma = true };
    private Ledger? _ledger;

    /// <summary>What stands of a step's result whichever way its numerals are read.</summary>
    public StepResult Weigh(StepResult result, int step)
    {
        if (result.Drafts.IsEmpty || traits.DeclaresLanguage || !NumberStyle.IsOpen(result.Analysis.Text, result.Analysis.Lexing,
            traits.WritesComma))
            return result;
        _ledger ??= reread(traits with { Lexing = _comma });
        var other = check(_ledger.Steps[step], new RecordingFacts(_ledger, step));
        var (told, second) = traits.WritesComma ? (other.Drafts, result.Drafts) : (result.Drafts, other.Drafts);
        return result with
        {
            Drafts = [.. told.Select(draft => Common(draft, second)).OfType<Draft>()],
            Relations = [.. result.Relations.Select(relation => Kinder(relation, other.Relations))],
            Reads = [.. result.Reads, .. other.Reads],
        };
    }

    private static Draft? Common(Draft draft, ImmutableArray<Draft> others)
    {
        var same = others.Where(other => other.Rule.Family == draft.Rule.Family && other.Span.Start < draft.Span.End
            && draft.Span.Start < other.Span.End).ToList();
        return same.Count == 0 ? null : same.Exists(other => other.Repair == draft.Repair) ? draft : draft with { Repair = null };
    }

    private static RelationOutcome Kinder(RelationOutcome relation, ImmutableArray<RelationOutcome> others) =>
        relation.Verdict != RelationVerdict.Refuted ? relation
            : others.FirstOrDefault(other => other.Span.Start == relation.Span.Start && other.Verdict != RelationVerdict.Refuted)
                ?? relation;
}
