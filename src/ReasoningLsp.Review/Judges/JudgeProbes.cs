using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Judges;

/// <summary>Tries on a judge what judges are known to fall for. The guard is left out, because it is the judge that is probed.
/// Thread-safe.</summary>
/// <param name="engine">Computes.</param>
public sealed class JudgeProbes(IInferenceEngine engine)
{
    private readonly Judge _judge = new(engine);

    /// <summary>The outcome of every probe, reported one by one as well.</summary>
    /// <exception cref="InferenceException">The engine cannot compute it.</exception>
    public async Task<ProbeReport> RunAsync(JudgeModel model, IProgress<ProbeOutcome>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        var description = await engine.DescribeAsync(model.Model, cancellationToken).ConfigureAwait(false);
        var outcomes = ImmutableArray.CreateBuilder<ProbeOutcome>(ProbeCatalog.All.Length);
        foreach (var probe in ProbeCatalog.All)
        {
            // Every form of the question, where it tells something of wording and nothing of an attack.
            var forms = probe.Family is "right solution" or "wrong solution" ? QuestionForm.Variations : [QuestionForm.Default];
            var answers = await _judge.AskAsync(model, TraceOf(probe), [probe.Question], forms, RequestPriority.Background,
                cancellationToken).ConfigureAwait(false);
            var outcome = new ProbeOutcome(probe, answers[0][0], answers.Min(form => form[0].PYes), answers.Max(form => form[0].PYes));
            outcomes.Add(outcome);
            progress?.Report(outcome);
        }

        return new ProbeReport(model.Name, description.Hash, outcomes.MoveToImmutable());
    }

    private static Trace TraceOf(Probe probe) => new(
        0, null, MappedText.Verbatim(probe.Problem, 0),
        [.. probe.Steps.Select((step, i) => new Step(i, null, null, MappedText.Verbatim(step, 0), new TextSpan(0, step.Length)))], null,
        TraceSettings.None, new TextSpan(0, 0), []);
}
