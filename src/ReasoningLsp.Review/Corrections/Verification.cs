using System.Collections.Immutable;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Corrections;

/// <summary>
/// What makes a text that a model wrote verified: exact checks pass on it, no later use is broken, and an exact fix, a score, a checklist
/// or the reference answer speaks for it while none speaks against it.
/// </summary>
/// <param name="change">From the solution as it is to the solution with the text.</param>
/// <param name="step">The step that is rewritten.</param>
/// <param name="hasExactResult">Whether its result is the one that an exact fix calculates; null where there is no exact fix.</param>
/// <param name="carried">Steps whose numbers follow from its result and were calculated anew.</param>
internal sealed class Verification(StandingChange change, int step, bool? hasExactResult, ImmutableArray<int> carried)
{
    private Standing Before => change.Before;

    private Standing After => change.After;

    private string Written => After.Trace.Steps[step].Text.Text;

    /// <summary>The proof.</summary>
    public CorrectionProof Proof()
    {
        var proven = After.Review.Steps[step].Relations.Count(relation => relation.Verdict == RelationVerdict.Proven);
        ProofCondition?[] stated = [Checks(proven), LaterUse(), Exact(proven), Score(), Checklist(), Reference()];
        ImmutableArray<ProofCondition> conditions = [.. stated.OfType<ProofCondition>()];
        var refusal = Refusal(conditions);
        var sentences = conditions.Where(condition => condition.IsMet).Select(condition => condition.Text)
            .Append($"changes {(carried.IsEmpty ? "step" : "steps")} "
                + string.Join(", ", carried.Prepend(step).Select(other => other + 1)));
        var summary = string.Join("; ", refusal is null ? sentences : sentences.Append($"not verified: {refusal}"));
        return new CorrectionProof(refusal is null, proven, summary)
        {
            Conditions = conditions,
            ScoreBefore = Before.ScoreOf(step),
            ScoreAfter = After.ScoreOf(step),
        };
    }

    private string? Refusal(ImmutableArray<ProofCondition> conditions)
    {
        if (conditions.FirstOrDefault(condition => !condition.IsMet) is { } failed)
            return failed.Text;
        if (change.Losses().FirstOrDefault() is { } loss)
            return loss;
        // Where arithmetic says what the result is, only the reference answer knows better.
        if (hasExactResult == false && !conditions.Any(condition => condition.Kind == ProofKind.Reference))
            return "its result is not the one that the exact fix calculates";
        return conditions.Any(condition => condition.Kind is ProofKind.Exact or ProofKind.Score or ProofKind.Checklist
            or ProofKind.Reference) ? null
            : "its calculation holds, but nothing says that it is the calculation the step needs: a reference answer, a reward model or "
                + "a second independent solution that agrees would say so";
    }

    private ProofCondition Checks(int proven)
    {
        if (proven > 0)
            return new ProofCondition(ProofKind.Checks, true, $"exact checks pass ({Plural.Of(proven, "relation")} proven)");
        return Before.Decides(step)
            ? new ProofCondition(ProofKind.Checks, false, "no exact check can decide it, and one decided the step before")
            : new ProofCondition(ProofKind.Checks, true, "exact checks find nothing to decide in it, nor did they before");
    }

    private ProofCondition LaterUse()
    {
        var broken = Corrections.LaterUse.Lost(Before.Trace, After.Trace, step, Written) is { } value
            ? $"a later step uses {value}, which the step does not give any more"
            : change.Unchecked.FirstOrDefault(other => other != step, -1) is >= 0 and var other
            ? $"step {other + 1} was checked and cannot be any more"
            : null;
        return new ProofCondition(ProofKind.LaterUse, broken is null, broken ?? "no later use is broken");
    }

    // Proven, and the result that arithmetic gives the step as it is.
    private ProofCondition? Exact(int proven) => hasExactResult == true && proven > 0
        ? Spoken(ProofKind.Exact, "its result is the one that the exact fix calculates")
        : null;

    // Null where there is none, or where it says nothing for or against.
    private ProofCondition? Score()
    {
        if (!change.Risen.Contains(step) || After.Scores is not { } scores)
            return null;
        var figures = $"{ProofText.Scores(Before, After, step)}; {ScoreText.Model(scores)}";
        return Spoken(ProofKind.Score, $"its score rises above the threshold ({figures})");
    }

    private ProofCondition? Checklist()
    {
        // An item that repeats what an exact check found of the step is met by anything that is right in itself.
        var met = change.Met.Where(item => !IsRepeated(item)).ToList();
        if (met.Count == 0)
            return null;
        var questions = string.Join(", ", met.Select(item => $"\"{ProofText.Short(item.Item.Question)}\""));
        var rates = ProofText.PassRates(Before, After);
        return Spoken(ProofKind.Checklist, $"{Plural.Of(met.Count, "item")} met (pass rate {rates}): {questions}");
    }

    private bool IsRepeated(ItemVerdict item)
    {
        var was = Before.Unmet.FirstOrDefault(verdict => verdict.Item.Id == item.Item.Id);
        return was is { Source: VerdictSource.Check } && Before.Review.Findings.Any(finding =>
            Standing.IsBlame(finding) && (finding.Span == was.Span || finding.Step == was.Step));
    }

    private ProofCondition? Reference()
    {
        if (After.HasReferenceAnswer != true)
            return null;
        if (!change.IsAnswerWon && !Corrections.LaterUse.GoesOnWith(After.Trace, step, ResultText.Of(Written)))
            return null;
        var (answer, reference) = (ProofText.Short(After.Answer!), ProofText.Short(After.Trace.Settings.Answer!));
        return Spoken(ProofKind.Reference, $"the final answer {answer} equals the reference answer {reference}");
    }

    private static ProofCondition Spoken(ProofKind kind, string text) => new(kind, IsMet: true, text);
}
