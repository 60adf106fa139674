using System.Globalization;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Scoring.Backward;
using ReasoningLsp.Review.Scoring.Rollouts;
using ReasoningLsp.Review.Scoring.Views;
using ReasoningLsp.Server.Models;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Examining;

/// <summary>Asks the models that are set all that they can say of one solution: what is cheap first, completions last.</summary>
/// <param name="trace">The solution.</param>
/// <param name="models">The models of this machine.</param>
/// <param name="rewardModel">Name of the reward model, or null.</param>
/// <param name="judge">Name of the instruct model, or null.</param>
/// <param name="report">Told what is done, and how many of a hundred parts of it.</param>
internal sealed class Examiner(Trace trace, IModelHost models, string? rewardModel, string? judge, Action<string, int?> report)
{
    private const string NoJudge = "Without an instruct model (`judge`) nobody was asked whether the solution answers its problem, "
        + "or how near each step comes to the right answer.";

    private const string NoAnswer =
        "No completions were counted, because no right answer is known: `answer:` in the front matter gives it.";

    /// <summary>What is known so far.</summary>
    public Examination Known { get; private set; } = new(trace);

    /// <summary>Asks.</summary>
    public async Task<Examination> ExamineAsync(CancellationToken cancellationToken)
    {
        if (rewardModel is not null)
            await ScoreAsync(rewardModel, cancellationToken).ConfigureAwait(false);
        if (judge is null)
        {
            Known = Known with { Missing = NoJudge };
            return Known;
        }

        var model = models.Judge(judge);
        report("reading the problem back from the solution", null);
        var backward = new BackwardScorer(models.Engine);
        Known = Known with
        {
            Backward = await backward.ScoreAsync(model, trace, RequestPriority.Background, cancellationToken).ConfigureAwait(false),
        };
        if (trace.Settings.Answer is { } answer && !string.IsNullOrWhiteSpace(answer))
            await CompleteAsync(model, answer.Trim(), cancellationToken).ConfigureAwait(false);
        else
            Known = Known with { Missing = NoAnswer };
        return Known;
    }

    private async Task ScoreAsync(string name, CancellationToken cancellationToken)
    {
        var model = models.RewardModel(name);
        report("scoring the steps", null);
        var scores = await models.Scorer.ScoreAsync(model, trace, RequestPriority.Background, cancellationToken).ConfigureAwait(false);
        Known = Known with { Scores = scores };
        report("scoring the steps by their mathematics alone", null);
        Known = Known with
        {
            Mathematics = await MathematicsScorer.ScoreAsync(
                models.Scorer, model, trace, scores, RequestPriority.Background, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task CompleteAsync(JudgeModel model, string answer, CancellationToken cancellationToken)
    {
        var options = new RolloutOptions();
        var estimator = new ProgressEstimator(models.Engine, model, options);
        await foreach (var estimate in estimator.EstimateAsync(trace, answer, cancellationToken).ConfigureAwait(false))
        {
            Known = Known with { Progress = estimate };
            var all = options.Rollouts * estimate.Prefixes.Count(prefix => !prefix.IsStated);
            report(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{estimate.Rollouts} of {all} completions, {estimate.Tokens:N0} of at most {options.Budget:N0} tokens"),
                100 * estimate.Rollouts / all);
        }
    }
}
