using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Corrections;

/// <summary>
/// Proposes corrections of a step, each re-checked before it is handed out: exact fixes first, then what a model writes.
/// Thread-safe.
/// </summary>
/// <param name="review">Reviews a trace with exact checks.</param>
/// <param name="writer">Writes candidates, or null for exact fixes alone.</param>
/// <param name="score">Scores a trace's steps, or null.</param>
public sealed class Corrector(
    Func<Trace, CancellationToken, TraceReview> review, ICorrectionWriter? writer, Func<Trace, CancellationToken, Task<TraceScores>>? score)
{
    private readonly Propagation _propagation = new(review);
    private readonly AnswerComparer _answers = new();

    /// <summary>Told what became of the texts that a model wrote for a step, once all are read; null where nobody asks.</summary>
    public Action<CandidateTally>? Told { get; init; }

    /// <summary>Whether a model writes candidates.</summary>
    internal bool HasWriter => writer is not null;

    /// <summary>Corrections of a step, as they are ready. What a check refutes is never handed out.</summary>
    /// <param name="document">The document as it was reviewed.</param>
    /// <param name="reviewed">The review of one of its traces.</param>
    /// <param name="step">Index of the step.</param>
    /// <param name="cancellationToken">Stops the work, the model's too.</param>
    public async IAsyncEnumerable<Correction> SuggestAsync(
        TraceDocument document, TraceReview reviewed, int step, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, reviewed.Trace.Steps.Length);
        var assessor = Assessing(null);
        var before = await assessor.AssessAsync(reviewed, cancellationToken).ConfigureAwait(false);
        await foreach (var correction in SuggestAsync(document, before, assessor, step, cancellationToken).ConfigureAwait(false))
            yield return correction;
    }

    /// <summary>Who tells where a solution stands, by this corrector's scores and <paramref name="checklist"/>.</summary>
    internal Assessor Assessing(Func<TraceReview, CancellationToken, Task<ChecklistReview?>>? checklist) => new(review, score, checklist);

    /// <summary>The same for a solution that was assessed.</summary>
    internal async IAsyncEnumerable<Correction> SuggestAsync(
        TraceDocument document, Standing before, Assessor assessor, int step, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reviewed = before.Review;
        var recheck = new Recheck(document, reviewed, review);
        var given = new List<Correction>();
        foreach (var candidate in Exact(document, before, step, recheck, cancellationToken).ToList())
        {
            if (given.Any(other => other.Text == candidate.Correction.Text && other.Steps.SequenceEqual(candidate.Correction.Steps)))
                continue;
            var (exact, after) = candidate;
            var scored = await WithScoresAsync(exact, after, step, before, cancellationToken).ConfigureAwait(false);
            given.Add(scored);
            yield return scored;
        }

        if (writer is null || JudgeGuard.Inspect(reviewed.Trace) is not [])
            yield break;
        bool IsWeak(string start) => CandidateText.IsAttack(start) || CandidateText.BeginsAsCopy(reviewed.Trace, step, start)
            || CandidateText.IsTooLong(reviewed.Trace, step, start) || IsRefuted(document, reviewed, step, start, cancellationToken);
        var writing = writer.WriteAsync(Brief(before, step), IsWeak, cancellationToken);
        var fates = ImmutableArray.CreateBuilder<CandidateFate>();
        await foreach (var written in writing.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var (candidate, fate) = Candidate(document, reviewed, step, written, !before.Unmet.IsEmpty, recheck,
                cancellationToken);
            if (candidate is not var (edit, after))
            {
                fates.Add(fate);
                continue;
            }

            // What says the same as a verified correction need not be measured.
            var said = after.Trace.Steps[step].Text.Text.Trim();
            var isKnown = given.Any(other => other.Proof.IsVerified && other.Steps is [var only] && only == step
                && IsSame(other.Text, said));
            var correction = isKnown ? null : Generated(new StandingChange(before,
                await assessor.AssessAsync(after, cancellationToken).ConfigureAwait(false)), step, [edit], [], given);
            // Where later steps build on the result as it was, they follow the new one, if that is what something speaks for.
            if (correction is { Proof.IsVerified: false }
                && Carried(reviewed, after, step, edit, recheck, cancellationToken) is var (edits, carried, whole)
                && Generated(new StandingChange(before, await assessor.AssessAsync(whole, cancellationToken).ConfigureAwait(false)), step,
                    edits, carried, given) is { Proof.IsVerified: true } together)
                correction = together;
            if (correction is null || (!correction.Proof.IsVerified
                && given.Any(other => other.Steps.SequenceEqual(correction.Steps) && IsSame(other.Text, said))))
            {
                // That it says what exact arithmetic says, or another text, is no fault of its own.
                fates.Add(given.Any(other => other.Source == CorrectionSource.Generated && IsSame(other.Text, said))
                    ? CandidateFate.Repeated : fate);
                continue;
            }

            fates.Add(fate);
            given.Add(correction);
            yield return correction;
        }

        if (fates.Count > 0)
            Told?.Invoke(new CandidateTally(fates.ToImmutable()));
    }

    private static CorrectionBrief Brief(Standing before, int step) => new(
        before.Trace,
        step,
        [.. before.Review.Findings.Where(finding => finding.Step == step && IsTold(finding))],
        [.. before.Unmet.OrderBy(verdict => verdict.Step == step ? 0 : verdict.Step is null ? 1 : 2)]);

    // Not that the answer is not the reference: it would tell what to end with.
    private static bool IsTold(Finding finding) => finding.Severity <= Severity.Warning && finding.Rule.Locates;

    private IEnumerable<(Correction Correction, TraceReview After)> Exact(
        TraceDocument document, Standing before, int step, Recheck recheck, CancellationToken cancellationToken)
    {
        var reviewed = before.Review;
        foreach (var finding in reviewed.Findings.Where(finding => finding.Step == step))
        {
            if (finding.Fixes.FirstOrDefault(fix => fix.Kind == FixKind.Exact) is not { } exact)
                continue;
            var (whole, doubt) = _propagation.Explain(document, reviewed, finding, cancellationToken);
            if (whole is not null
                && Checked(whole, CorrectionSource.Propagated, before, step, recheck, null, cancellationToken) is { } propagated)
                yield return propagated;
            // Alone it is safe only where nothing builds on the false value.
            var caution = whole is not null ? "later steps build on the false value"
                : doubt == Propagation.NothingDepends || LaterUse.IsOfTheRightValue(reviewed.Trace, exact.Edits[0], step) ? null
                : $"whether later steps build on the false value is not certain ({doubt})";
            if (LaterUse.InWords(reviewed.Trace, exact.Edits[0], step) is { } words)
                caution ??= $"the text goes on with \"{words}\" in words";
            if (Checked(exact, CorrectionSource.ExactFix, before, step, recheck, caution, cancellationToken) is { } alone)
                yield return alone;
        }
    }

    private static (Correction Correction, TraceReview After)? Checked(
        Fix fix, CorrectionSource source, Standing before, int step, Recheck recheck, string? caution, CancellationToken cancellationToken)
    {
        var touched = before.Trace.Steps.Where(each => fix.Edits.Any(edit => each.Span.Contains(edit.Span)));
        ImmutableArray<int> steps = [.. touched.Select(each => each.Index)];
        if (recheck.After(fix.Edits, steps, cancellationToken) is not { } after)
            return null;
        // The false value may be the operands': then the right answer says so.
        if (new StandingChange(before, new Standing(after, null, null)).IsAnswerLost)
            caution ??= "the final answer would not be the reference answer any more";
        var text = after.Trace.Steps[step].Text.Text.Trim();
        var withAnswer = fix.Edits.Any(edit => before.Trace.FinalAnswer is { } final && final.Whole.Contains(edit.Span));
        return (new Correction(source, fix.Title, fix.Edits, steps, Proof(after, step, steps, withAnswer, caution)) { Text = text }, after);
    }

    // What a model wrote, where it can stand in the file and no exact check refutes it.
    private static ((TextEdit Edit, TraceReview After)? Candidate, CandidateFate Fate) Candidate(
        TraceDocument document, TraceReview reviewed, int step, WrittenCandidate written, bool mayReword,
        Recheck recheck, CancellationToken cancellationToken)
    {
        var (text, fate) = CandidateText.Read(reviewed.Trace, step, written, mayReword);
        if (text is null || StepEdit.Replace(document.Format, reviewed.Trace.Steps[step], text) is not { } edit)
            return (null, text is null ? fate : CandidateFate.Unusable);
        if (recheck.After([edit], [step], cancellationToken, out var isRefuted) is not { } after)
            return (null, isRefuted ? CandidateFate.Wrong : CandidateFate.Unusable);
        return ((edit, after), after.Steps[step].Relations.Any(relation => relation.Verdict == RelationVerdict.Proven)
            ? CandidateFate.Right : fate);
    }

    private (ImmutableArray<TextEdit> Edits, ImmutableArray<int> Carried, TraceReview After)? Carried(
        TraceReview reviewed, TraceReview after, int step, TextEdit edit, Recheck recheck, CancellationToken cancellationToken)
    {
        var later = _propagation.Carry(reviewed, after, step, cancellationToken);
        if (later.IsEmpty)
            return null;
        ImmutableArray<TextEdit> edits = [.. later.Append(edit).OrderBy(each => each.Span.Start)];
        ImmutableArray<int> carried = [.. reviewed.Trace.Steps.Where(each => later.Any(other => each.Span.Contains(other.Span)))
            .Select(each => each.Index)];
        return recheck.After(edits, [step, .. carried], cancellationToken) is { } whole ? (edits, carried, whole) : null;
    }

    private Correction Generated(
        StandingChange change, int step, ImmutableArray<TextEdit> edits, ImmutableArray<int> carried, List<Correction> given)
    {
        var written = change.After.Trace.Steps[step].Text.Text.Trim();
        var exact = given.FirstOrDefault(other => other.Source != CorrectionSource.Generated);
        bool? hasExactResult = exact is null ? null : IsSame(exact.Text, written);
        var others = edits.Length - 1;
        var title = string.Create(CultureInfo.InvariantCulture, $"Rewrite step {step + 1}")
            + (others == 0 ? string.Empty
                : $" and recalculate {(others == 1 ? "the number that depends" : $"the {others} numbers that depend")} on it");
        var proof = new Verification(change, step, hasExactResult, carried).Proof();
        return new Correction(CorrectionSource.Generated, title, edits, [step, .. carried], proof) { Text = written, Carried = carried };
    }

    private static CorrectionProof Proof(TraceReview after, int step, ImmutableArray<int> steps, bool withAnswer, string? caution)
    {
        var proven = after.Steps[step].Relations.Count(relation => relation.Verdict == RelationVerdict.Proven);
        var isVerified = proven > 0 && after.Steps[step].State == StepState.Checked && caution is null;
        var checks = proven > 0 ? $"exact checks pass ({Plural.Of(proven, "relation")} proven)" : "no exact check could decide it";
        var numbers = string.Join(", ", steps.Select(each => each + 1));
        var changes = $"changes {(steps.Length == 1 ? "step" : "steps")} {numbers}{(withAnswer ? " and the answer" : string.Empty)}";
        var doubt = caution is null ? string.Empty : $"; not verified: {caution}";
        return new CorrectionProof(isVerified, proven, $"{checks}; {changes}{doubt}");
    }

    private async Task<Correction> WithScoresAsync(
        Correction correction, TraceReview after, int step, Standing before, CancellationToken cancellationToken)
    {
        if (score is null || before.ScoreOf(step) is not { } was)
            return correction;
        var scores = await score(after.Trace, cancellationToken).ConfigureAwait(false);
        if (new Standing(after, scores, null).ScoreOf(step) is not { } now)
            return correction;
        var summary = string.Create(CultureInfo.InvariantCulture, $"{correction.Proof.Summary}; score {was:0.00} → {now:0.00}");
        return correction with { Proof = correction.Proof with { Summary = summary, ScoreBefore = was, ScoreAfter = now } };
    }

    private bool IsRefuted(TraceDocument document, TraceReview reviewed, int step, string start, CancellationToken cancellationToken)
    {
        // The last word may be half written.
        var end = start.LastIndexOf(' ');
        if (end <= 0 || StepEdit.Line(WrittenLine.Of(start[..end]).Line) is not { } line)
            return false;
        if (StepEdit.Replace(document.Format, reviewed.Trace.Steps[step], CandidateText.WithoutLabel(step, line)) is not { } edit)
            return false;
        var traces = TraceReader.Apply(document, [edit]).Traces;
        return reviewed.Trace.Index < traces.Length && step < traces[reviewed.Trace.Index].Steps.Length
            && review(traces[reviewed.Trace.Index], cancellationToken).IsRefuted(step);
    }

    private bool IsSame(string one, string other) =>
        one == other || _answers.Compare(ResultText.Of(one), ResultText.Of(other), AnswerOptions.Default) == true;
}
