using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Scoring;
using Xunit;

namespace ReasoningLsp.Review.Tests.Scoring;

/// <summary>A solution that a model cannot read at once is read in windows, and what is a sum goes on from one to the next.</summary>
public sealed class RatioWindowTests
{
    [Fact]
    public async Task Sums_go_on_from_window_to_window()
    {
        ImmutableArray<string> steps = [.. Enumerable.Range(0, 30).Select(step => new string('s', 40 + step))];
        var model = new ScoringModel(ProfileCatalog.Find("implicit-eurus")!, new ModelReference("policy"),
            Reference: new ModelReference("other"));
        var whole = await ScoreAsync(int.MaxValue, model, steps);
        var windowed = await ScoreAsync(700, model, steps);
        Assert.Contains(windowed.Steps, step => step.IsWindowed);
        // A window begins without the empty line that stands between two steps.
        Assert.All(whole.Steps.Zip(windowed.Steps), pair => Assert.Equal(Probability.LogOdds(pair.First.Value),
            Probability.LogOdds(pair.Second.Value), 0.1));
        Assert.True(Probability.LogOdds(whole.Steps[^1].Value) > 1);
    }

    private static Task<TraceScores> ScoreAsync(int limit, ScoringModel model, ImmutableArray<string> steps) =>
        new TraceScorer(new ByCharacter(limit)).ScoreAsync(model, "p", steps, RequestPriority.Interactive,
        TestContext.Current.CancellationToken);

    /// <summary>A token is a character; each is e times likelier to the policy than to the other model.</summary>
    private sealed class ByCharacter(int limit) : IInferenceEngine
    {
        public Task<ModelDescription> DescribeAsync(ModelReference model, CancellationToken cancellationToken) =>
            Task.FromResult(new ModelDescription("a", "n", "h", 1, 0, 1, 1, 1) { Controls = ["<|im_start|>"] });

        public Task<ScoreResult> ScoreAsync(ScoreRequest request, CancellationToken cancellationToken)
        {
            int Row(PromptPosition position) => request.Pieces.Take(position.Piece).Sum(Length)
                + Math.Min(position.End, Length(request.Pieces[position.Piece])) - 1 + position.Shift;
            var length = request.Pieces.Sum(Length);
            if (length > limit)
                throw new InferenceException(InferenceError.TooLong, "too long") { Tokens = length, Limit = limit };
            var start = Row(request.Start);
            var unit = request.Model.Path == "policy" ? 1.0 : 0.0;
            ImmutableArray<int> rows = [.. request.Rows.Select(Row)];
            return Task.FromResult(new ScoreResult([.. rows.Select(row => new[] { unit * (row - start + 1) })], [.. new int[length]], rows,
                0));
        }

        public Task<CompareResult> CompareAsync(CompareRequest request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<GenerateResult> GenerateAsync(GenerateRequest request, IProgress<string>? written,
            CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private static int Length(PromptPiece piece) => piece.Kind == PieceKind.Text ? piece.Text.Length : 1;
    }
}
