using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Scoring.Likelihoods;
using ReasoningLsp.Runs.Exporting;

namespace ReasoningLsp.Cli.Runs;

/// <summary>How likely a policy, and its reference, find the answers of pairs.</summary>
internal sealed class PairLikelihoods(ProgramHost host, IInferenceEngine engine, JudgeModel policy, JudgeModel? reference)
{
    private readonly AnswerLikelihoods _likelihoods = new(engine);
    private bool _isTold;

    /// <summary>Of a pair; null where it cannot be computed, which is told once.</summary>
    public LikelihoodMargin? Of(PreferencePair pair, CancellationToken cancellationToken)
    {
        try
        {
            // The thread that writes waits for the engine's.
            var (chosen, rejected) = Of(policy.Model, pair, cancellationToken);
            return new LikelihoodMargin(chosen, rejected, reference is null ? null : Of(reference.Model, pair, cancellationToken));
        }
        catch (InferenceException error)
        {
            if (!_isTold)
                host.Error.WriteLine($"No likelihood of {pair.Chosen.Name}: {error.Message}");
            _isTold = true;
            return null;
        }
    }

    private (double Chosen, double Rejected) Of(ModelReference model, PreferencePair pair, CancellationToken cancellationToken)
    {
        ImmutableArray<string> answers = [pair.ChosenText, pair.RejectedText];
        var both = _likelihoods.OfAsync(model, pair.Chosen.Problem!, answers, cancellationToken).GetAwaiter().GetResult();
        return (both[0], both[1]);
    }
}
