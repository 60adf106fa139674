using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Checks;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Proposes corrections of a step, each re-checked before it is handed out: exact fixes first, then what a model writes. Thread-safe.</summary>
/// <param name="review">Reviews a trace with exact checks.</param>
/// <param name="writer">Writes candidates, or null for exact fixes alone.</param>
/// <param name="score">Scores a trace's steps, or null.</param>
public sealed class Corrector(Func<Trace, CancellationToken, TraceReview> review, ICorrectionWriter? writer, Func<Trace, CancellationToken, Task<TraceScores>>? score)
{
    private readonly Propagation _propagation = new(review);
    private readonly AnswerComparer _answers = new();

    /// <summary>Corrections of a step, as they are ready. What a check refutes is never handed out.</summary>
    /// <param name="document">The document as it was reviewed.</param>
    /// <param name="reviewed">The review of one of its traces.</param>
    /// <param name="step">Index of the step.</param>
    /// <param name="cancellationToken">Stops the work, the model's too.</param>
    public async IAsyncEnumerable<Correction> SuggestAsync(TraceDocument document, TraceReview reviewed, int step, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, reviewed.Trace.Steps.Length);
        var recheck = new Recheck(document, reviewed, review);
        var scoreBefore = score is null ? null : await ScoreAsync(reviewed.Trace, step, cancellationToken).ConfigureAwait(false);
        var given = new List<Correction>();
        foreach (var candidate in Exact(document, reviewed, step, recheck, cancellationToken).ToList())
        {
            if (given.Any(other => other.Text == candidate.Correction.Text && other.Steps.SequenceEqual(candidate.Correction.Steps)))
                continue;
            var scored = await WithScoresAsync(candidate.Correction, candidate.After, step, scoreBefore, cancellationToken).ConfigureAwait(false);
            given.Add(scored);
            yield return scored;
        }

        if (writer is null || JudgeGuard.Inspect(reviewed.Trace) is not [])
            yield break;
        var evidence = reviewed.Findings.Where(finding => finding.Step == step && finding.Severity <= Severity.Warning).ToList();
        bool IsWeak(string start) => IsAttack(start) || IsRefuted(document, reviewed, step, start, cancellationToken);
        await foreach (var text in writer.WriteAsync(reviewed.Trace, step, evidence, IsWeak, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (IsAttack(text) || Generated(document, reviewed, step, text, recheck, given, cancellationToken) is not var (correction, after) || given.Any(other => IsSame(other, correction)))
                continue;
            var scored = await WithScoresAsync(correction, after, step, scoreBefore, cancellationToken).ConfigureAwait(false);
            given.Add(scored);
            yield return scored;
        }
    }

    private static bool IsAttack(string text) => InjectedInstructions.Find(text).Any() || HiddenText.Find(text).Any() || ContentFreeText.Is(text);

    private IEnumerable<(Correction Correction, TraceReview After)> Exact(TraceDocument document, TraceReview reviewed, int step, Recheck recheck, CancellationToken cancellationToken)
    {
        foreach (var finding in reviewed.Findings.Where(finding => finding.Step == step))
        {
            if (finding.Fixes.FirstOrDefault(fix => fix.Kind == FixKind.Exact) is not { } exact)
                continue;
            var (whole, doubt) = _propagation.Explain(document, reviewed, finding, cancellationToken);
            if (whole is not null && Checked(whole, CorrectionSource.Propagated, reviewed, step, recheck, null, cancellationToken) is { } propagated)
                yield return propagated;
            // Alone it is safe only where nothing builds on the false value.
            var caution = whole is not null ? "later steps build on the false value"
                : doubt == Propagation.NothingDepends || LaterUse.IsOfTheRightValue(reviewed.Trace, exact.Edits[0], step) ? null
                : $"whether later steps build on the false value is not certain ({doubt})";
            if (Checked(exact, CorrectionSource.ExactFix, reviewed, step, recheck, caution, cancellationToken) is { } alone)
                yield return alone;
        }
    }

    private static (Correction Correction, TraceReview After)? Checked(Fix fix, CorrectionSource source, TraceReview reviewed, int step, Recheck recheck, string? caution, CancellationToken cancellationToken)
    {
        ImmutableArray<int> steps = [.. reviewed.Trace.Steps.Where(each => fix.Edits.Any(edit => each.Span.Contains(edit.Span))).Select(each => each.Index)];
        return recheck.After(fix.Edits, steps, cancellationToken) is { } after
            ? (new Correction(source, fix.Title, fix.Edits, steps, Proof(after, step, steps, caution)) { Text = after.Trace.Steps[step].Text.Text.Trim() }, after)
            : null;
    }

    private (Correction Correction, TraceReview After)? Generated(TraceDocument document, TraceReview reviewed, int step, string text, Recheck recheck, List<Correction> given, CancellationToken cancellationToken)
    {
        if (text == reviewed.Trace.Steps[step].Text.Text.Trim() || StepEdit.Replace(document.Format, reviewed.Trace.Steps[step], text) is not { } edit || recheck.After([edit], [step], cancellationToken) is not { } after)
            return null;
        var written = after.Trace.Steps[step].Text.Text.Trim();
        // Where arithmetic says what the step's result is, a text with another result is not verified by being right in itself.
        var exact = given.FirstOrDefault(other => other.Source != CorrectionSource.Generated);
        var caution = exact is not null && _answers.Compare(ResultOf(exact.Text), ResultOf(written), AnswerOptions.Default) != true ? "its result is not the one that the exact fix calculates"
            : exact is { Proof.IsVerified: false } or { Source: CorrectionSource.Propagated } ? "later steps build on the false value"
            : exact is null ? "its calculation holds, but nothing says that it is the calculation the step needs"
            : null;
        return (new Correction(CorrectionSource.Generated, string.Create(CultureInfo.InvariantCulture, $"Rewrite step {step + 1}"), [edit], [step], Proof(after, step, [step], caution)) { Text = written }, after);
    }

    private static CorrectionProof Proof(TraceReview after, int step, ImmutableArray<int> steps, string? caution)
    {
        var proven = after.Steps[step].Relations.Count(relation => relation.Verdict == RelationVerdict.Proven);
        var isVerified = proven > 0 && after.Steps[step].State == StepState.Checked && caution is null;
        var checks = proven > 0 ? string.Create(CultureInfo.InvariantCulture, $"exact checks pass ({proven} {(proven == 1 ? "relation" : "relations")} proven)") : "no exact check could decide it";
        var changes = steps.Length == 1 ? $"changes step {steps[0] + 1}" : $"changes steps {string.Join(", ", steps.Select(each => each + 1))}";
        return new CorrectionProof(isVerified, proven, $"{checks}; {changes}{(caution is null ? string.Empty : $"; not verified: {caution}")}");
    }

    private async Task<Correction> WithScoresAsync(Correction correction, TraceReview after, int step, double? scoreBefore, CancellationToken cancellationToken)
    {
        if (scoreBefore is not { } before || await ScoreAsync(after.Trace, step, cancellationToken).ConfigureAwait(false) is not { } now)
            return correction;
        var summary = string.Create(CultureInfo.InvariantCulture, $"{correction.Proof.Summary}; score {before:0.00} → {now:0.00}");
        return correction with { Proof = correction.Proof with { Summary = summary, ScoreBefore = before, ScoreAfter = now } };
    }

    private async Task<double?> ScoreAsync(Trace trace, int step, CancellationToken cancellationToken) =>
        (await score!(trace, cancellationToken).ConfigureAwait(false)).Steps.FirstOrDefault(each => each.Step == step)?.Value;

    private bool IsRefuted(TraceDocument document, TraceReview reviewed, int step, string start, CancellationToken cancellationToken)
    {
        // The last word may be half written.
        var end = start.LastIndexOf(' ');
        if (end <= 0 || StepEdit.Replace(document.Format, reviewed.Trace.Steps[step], start[..end]) is not { } edit)
            return false;
        var traces = TraceReader.Apply(document, [edit]).Traces;
        return reviewed.Trace.Index < traces.Length && step < traces[reviewed.Trace.Index].Steps.Length
            && ScoreFindings.IsRefuted(review(traces[reviewed.Trace.Index], cancellationToken), step);
    }

    private bool IsSame(Correction one, Correction other) => one.Steps.SequenceEqual(other.Steps)
        && (one.Text == other.Text || _answers.Compare(ResultOf(one.Text), ResultOf(other.Text), AnswerOptions.Default) == true);

    // What a step arrives at stands after its last sign of equality.
    private static string ResultOf(string text)
    {
        var result = text[(text.LastIndexOf('=') + 1)..];
        return AnswerExtractor.FromText(result) ?? result;
    }
}
