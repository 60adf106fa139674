using System.Runtime.CompilerServices;
using ReasoningLsp.Inference;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Guarding;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Corrections;

/// <summary>
/// Writes whole solutions of a problem and measures each beside the existing one (Best-of-N by checklist, STICK,
/// arXiv:2410.03608, or by a reward model). Exact checks come first, whatever the measure. Thread-safe.
/// </summary>
/// <param name="review">Reviews a trace with exact checks.</param>
/// <param name="writer">Writes solutions.</param>
/// <param name="measure">Adds to a review what the measure needs, a checklist's verdicts or scores.</param>
public sealed class BestOf(Func<Trace, CancellationToken, TraceReview> review, ISolutionWriter writer,
    Func<TraceReview, CancellationToken, Task<TraceReview>> measure)
{
    private readonly AnswerComparer _answers = new();

    /// <summary>Why no solution can be written in the place of a trace's, or null.</summary>
    public static string? Refusal(TraceDocument document, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(trace);
        return trace.Problem is not { } problem || string.IsNullOrWhiteSpace(problem.Text) ? "it states no problem that could be solved"
            : JudgeGuard.InText(problem.Text, null).FirstOrDefault() is { } attack
                ? $"its problem holds text that is aimed at models ({attack.Rule.Id}, {attack.Name})"
            : new SolutionEdit(document, trace).Refusal;
    }

    /// <summary>The existing solution, then every written one as it is ready; the dropped ones with the reason.</summary>
    /// <param name="document">The document.</param>
    /// <param name="reviewed">The review of one of its traces.</param>
    /// <param name="options">How many, how long, by what.</param>
    /// <param name="cancellationToken">Stops the work, the models' too.</param>
    /// <exception cref="ArgumentException">The solution cannot be replaced: <see cref="Refusal"/> says why.</exception>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async IAsyncEnumerable<BestOfCandidate> WriteAsync(TraceDocument document, TraceReview reviewed, BestOfOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        ArgumentNullException.ThrowIfNull(options);
        if (Refusal(document, reviewed.Trace) is { } refusal)
            throw new ArgumentException(refusal, nameof(reviewed));
        var place = new SolutionEdit(document, reviewed.Trace);
        var original = await MeasuredAsync(new BestOfCandidate(0, reviewed, [], WrittenSolution.AnswerOf(reviewed.Trace)), null, options,
            cancellationToken).ConfigureAwait(false);
        var known = new List<BestOfCandidate> { original };
        yield return original;
        var budget = new TextBudget(options.Budget, options.MaximumTokens);
        var begun = 0;
        async Task<(int Number, WrittenSolution Written)> OneAsync(int number, CancellationToken stop) =>
            (number, await writer.WriteAsync(reviewed.Trace, number, options.MaximumTokens, stop).ConfigureAwait(false));
        var writing = ManyTexts.WriteAsync(
            stop => begun < Math.Clamp(options.Count, BestOfOptions.Least, BestOfOptions.Most) && budget.TryBegin()
                ? OneAsync(++begun, stop) : null, ManyTexts.AtOnce, cancellationToken);
        await foreach (var (number, written) in writing.ConfigureAwait(false))
        {
            budget.End(written.Tokens);
            var candidate = await CandidateAsync(place, written, number, known, options, cancellationToken)
                .ConfigureAwait(false) with
            { Tokens = written.Tokens };
            known.Add(candidate);
            yield return candidate;
        }
    }

    private async Task<BestOfCandidate> CandidateAsync(SolutionEdit place, WrittenSolution written, int number, List<BestOfCandidate> known,
        BestOfOptions options, CancellationToken cancellationToken)
    {
        BestOfCandidate Drop(string reason) => new(number, null, [], null) { Dropped = reason };
        if (!written.IsComplete)
            return Drop("it was cut off before its end");
        if (written.Steps.IsEmpty)
            return Drop("it holds no steps that could be read");
        if (written.Steps.Any(step => JudgeGuard.InText(step, null).Any()) || written.Steps.All(ContentFreeText.Is))
            return Drop("it holds text that is aimed at a judge, or says nothing");
        if (place.Write(written.Steps, written.Answer) is not var (edits, trace))
            return Drop("written into the file it would change more than the steps and the answer, or not read as it was meant");
        // The same text again says the same again: it counts among the answers and is not judged twice.
        var same = known.FirstOrDefault(
            other => other.Review is { } its
            && its.Trace.Steps.Select(step => step.Text.Text.Trim()).SequenceEqual(trace.Steps.Select(step => step.Text.Text.Trim()))
                && its.Trace.FinalAnswer?.Text == trace.FinalAnswer?.Text);
        if (same is not null)
            return same with { Number = number, Edits = edits };
        return await MeasuredAsync(new BestOfCandidate(number, review(trace, cancellationToken), edits, WrittenSolution.AnswerOf(trace)),
            known[0].Answer, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task<BestOfCandidate> MeasuredAsync(BestOfCandidate candidate, string? answer, BestOfOptions options,
        CancellationToken cancellationToken)
    {
        var measured = await measure(candidate.Review!, cancellationToken).ConfigureAwait(false);
        return candidate with
        {
            Review = measured,
            Value = BestOfCandidate.Measured(measured, options.Measure),
            HasAnswerOfOriginal = candidate.Number == 0 ? true
            : answer is null || candidate.Answer is null ? null : _answers.Compare(answer, candidate.Answer, AnswerOptions.Default),
        };
    }
}
