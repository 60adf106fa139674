using System.Collections.Immutable;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Corrections;

/// <summary>The whole loop of refining with stand-ins for the models.</summary>
internal sealed class Refining(TraceDocument document)
{
    private static readonly Reviewer s_reviewer = new(ReviewOptions.Default);

    public Refining(string text)
        : this(TraceReader.Read(text, TraceFormat.Markdown))
    {
    }

    /// <summary>The file as it is.</summary>
    public TraceDocument Document { get; } = document;

    /// <summary>The model that writes, or null for exact fixes alone.</summary>
    public ScriptedModel? Writer { get; init; }

    /// <summary>The score of a step by what the whole solution and it itself say, or null where none is asked.</summary>
    public Func<string, string, double>? Score { get; init; }

    /// <summary>Whether the scores are only hints.</summary>
    public bool HintsOnly { get; init; }

    /// <summary>Questions, each with the answer by what the whole solution says; none where no checklist is applied.</summary>
    public ImmutableArray<(string Question, int? Step, Func<string, bool> IsMet)> Items { get; init; } = [];

    /// <summary>Told what became of the candidates.</summary>
    public Action<CandidateTally>? Told { get; init; }

    private Corrector Corrector => new(
        s_reviewer.Review,
        Writer is null ? null : new ModelCorrectionWriter(Writer, new JudgeModel(new ModelReference("scripted.gguf"), "scripted"),
        CorrectionOptions.Default),
        Score is null ? null : (trace, _) => Task.FromResult(Scores(trace)))
    { Told = Told };

    /// <summary>Refines the file's first solution.</summary>
    public Task<RefineResult> RunAsync() =>
        new Refiner(s_reviewer.Review, Corrector,
        Items.IsEmpty ? null : (review, _) => Task.FromResult<ChecklistReview?>(Checklist(review)))
        .RefineAsync(Document, 0, RefineOptions.Default, null, TestContext.Current.CancellationToken);

    /// <summary>All that is proposed for a step.</summary>
    public async Task<List<Correction>> SuggestAsync(int step)
    {
        var given = new List<Correction>();
        await foreach (var correction in Corrector.SuggestAsync(Document, s_reviewer.Review(Document.Traces[0], CancellationToken.None),
            step, TestContext.Current.CancellationToken))
            given.Add(correction);
        return given;
    }

    private TraceScores Scores(Trace trace) => new(
        ProfileCatalog.Find("qwen2.5-math-prm")! with { Threshold = 0.5, HintsOnly = HintsOnly },
        "told",
        [.. trace.Steps.Select(step => new StepScore(step.Index, Score!(Whole(trace), step.Text.Text), ScoreSignal.Correctness))]);

    private ChecklistReview Checklist(TraceReview review)
    {
        var whole = Whole(review.Trace);
        return new ChecklistReview("told", [.. Items.Select(item => new ItemVerdict(
            new ChecklistItem(item.Question), item.IsMet(whole) ? ItemAnswer.Yes : ItemAnswer.No, VerdictSource.Judge, "told",
            "as told") { Step = item.Step })]);
    }

    private static string Whole(Trace trace) => string.Join('\n', trace.Steps.Select(step => step.Text.Text));
}
