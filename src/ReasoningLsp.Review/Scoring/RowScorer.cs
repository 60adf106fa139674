using System.Collections.Concurrent;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Heads;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Families whose scores are read at one row a step, all in one pass.</summary>
internal sealed class RowScorer : IFamilyScorer
{
    private readonly ConcurrentDictionary<(FileStamp File, string Layers), SideHead> _heads = [];

    /// <inheritdoc/>
    public async Task<WindowScores> ScoreAsync(ScoringContext context, StepWindow window, CancellationToken cancellationToken)
    {
        var reading = context.Profile.Reading;
        // A server of reward models applies the head itself.
        var isServedHead = reading.Kind == ProfileKind.Hidden && context.Model.Head is null && context.Model.Model.Remote is not null;
        var head = reading.Kind == ProfileKind.Hidden && !isServedHead ? Head(context.Model) : null;
        var result = await ReadAsync(context, window, isServedHead, cancellationToken).ConfigureAwait(false);
        while (Misplaced(reading, result) is { Count: > 0 } wrong)
        {
            // White space at a step's ends may become one token with the marker beside it.
            var bare = window.WithoutEdges(wrong.Select(at => at - (context.Profile.ReadsStart ? 1 : 0)));
            if (bare == window)
                throw new ProfileException(
                    $"The profile {context.Profile.Name} does not fit this model: token {reading.Marker} should stand where a step is "
                        + $"read, and {result.Tokens[result.Rows[wrong[0]]]} does.");
            window = bare;
            result = await ReadAsync(context, window, isServedHead, cancellationToken).ConfigureAwait(false);
        }

        if (reading.Whole)
            return new WindowScores([Score(context.Profile, head, 0, result.Values[0])]);
        var start = context.Profile.ReadsStart ? 1 : 0;
        return new WindowScores(
            [.. Enumerable.Range(window.FirstScored, window.End - window.FirstScored).Select(step =>
                Score(context.Profile, head, step, result.Values[start + step - window.First]) with { IsWindowed = window.IsWindowed })],
            start > 0 && window.First == 0 ? Score(context.Profile, head, 0, result.Values[0]).Value : null);
    }

    private static async Task<ScoreResult> ReadAsync(ScoringContext context, StepWindow window, bool isServedHead,
        CancellationToken cancellationToken)
    {
        var reading = context.Profile.Reading;
        var prompt = TracePrompt.Of(context, window);
        var request = new ScoreRequest
        {
            Model = context.Model.Model,
            Pieces = prompt.Pieces,
            Rows = prompt.Rows,
            Kind = reading.Kind switch
            {
                ProfileKind.Hidden => isServedHead ? ReadingKind.Outputs : ReadingKind.Hidden,
                ProfileKind.MeanLogit => ReadingKind.MeanLogit,
                _ => ReadingKind.Candidates
            },
            Candidates = reading.Kind == ProfileKind.Candidates ? CandidateTokens.Of(reading) : [],
            LongestText = context.Profile.ContextLength,
            Priority = context.Priority,
        };
        var result = await context.Engine.ScoreAsync(request, cancellationToken).ConfigureAwait(false);
        var expected = reading.Whole ? 1 : window.End - window.First + (context.Profile.ReadsStart ? 1 : 0);
        return result.Values.Length == expected ? result
            : throw new ProfileException($"The model gave {result.Values.Length} scores for {expected} steps.") { IsOfSolution = true };
    }

    // Which of the window's rows do not hold the marker.
    private static List<int> Misplaced(ProfileReading reading, ScoreResult result) => reading.Marker is not { } marker ? []
        : [.. Enumerable.Range(0, result.Rows.Length).Where(at => result.Tokens[result.Rows[at]] != marker)];

    private static StepScore Score(Profile profile, SideHead? head, int step, double[] values)
    {
        if (profile.Reading.Kind == ProfileKind.Hidden)
            return HeadReading.Score(profile, step, head?.Apply(values) ?? values);
        if (profile.Reading.Kind == ProfileKind.MeanLogit)
            return new StepScore(step, Probability.Logistic(values[0]), profile.Signal);
        // Two ways of answering share what the model gives them; what it gives to other tokens is told apart.
        var good = Probability.Softmax(values.AsSpan(0, 2))[0];
        var verdicts = Probability.LogSumExp(values.AsSpan(0, 2));
        return new StepScore(step, good, profile.Signal) { Residual = Math.Max(0, 1 - Math.Exp(verdicts - values[2])) };
    }

    private SideHead Head(ScoringModel model)
    {
        if (model.Head is null)
            throw new ProfileException($"The profile {model.Profile.Name} needs the model's head, a safetensors file.");
        var layers = model.Profile.Reading.Head;
        return _heads.GetOrAdd((RegularFile.Check(model.Head, "head"), string.Join(',', layers)), _ => SideHead.Load(model.Head, layers));
    }
}
