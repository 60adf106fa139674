using System.Collections.Immutable;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Checklists;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Judges;
using ReasoningLsp.Review.Profiles;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Server.Checklists;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Sessions;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Corrections;

/// <summary>Puts together who corrects: exact fixes always, the models where a person set them.</summary>
internal sealed class Correctors(Session session)
{
    /// <summary>The corrector for a document; <paramref name="about"/> chooses what is remembered.</summary>
    /// <exception cref="InferenceException">A model that is set cannot be had.</exception>
    /// <exception cref="ProfileException">There is no such model.</exception>
    public Corrector For(ReviewedDocument reviewed, string about)
    {
        ImmutableArray<string> notes = MemoryOf(reviewed) is { } memory ? memory.Read().Similar(about, 3) : [];
        var writer = session.Settings.Judge is { } judge
            ? new ModelCorrectionWriter(
                session.Models.Engine, session.Models.Judge(judge), CorrectionOptions.Default with { Notes = notes })
            : null;
        return new Corrector(reviewed.Review.Recheck(), writer, Scorer());
    }

    /// <summary>Exact fixes alone.</summary>
    public static Corrector Exact(ReviewedDocument reviewed) => new(reviewed.Review.Recheck(), null, null);

    /// <summary>Applies the checklist that holds for a trace; null where none does.</summary>
    public Func<TraceReview, CancellationToken, Task<ChecklistReview?>>? Checklist(
        ReviewedDocument reviewed, ChecklistBook book, Trace trace)
    {
        var entries = book.EntriesFor(trace);
        if (entries.IsDefaultOrEmpty)
            return null;
        var (list, problems) = reviewed.Policy.Checklists.Resolve(entries);
        var judge = session.Settings.Judge is { } name
            ? new ChecklistJudge(new Judge(session.Models.Engine), session.Models.Judge(name), JudgeOptions.Default)
            : null;
        var reviewer = new ChecklistReviewer(judge);
        return async (review, token) =>
            await reviewer.ApplyAsync(review, list, problems, reviewed.Policy.Decisions, reviewed.Policy.Options, token)
                .ConfigureAwait(false);
    }

    /// <summary>Keeps notes of corrections that a person took, where a memory is kept.</summary>
    public void Remember(ReviewedDocument reviewed, IEnumerable<Correction> corrections)
    {
        if (MemoryOf(reviewed) is not { Exists: true } memory)
            return;
        try
        {
            memory.Add(
                corrections.Where(correction => correction.Proof.IsVerified)
                    .Select(correction => Memory.NoteOf(correction.Title + ".", correction.Text)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Log.Write($"The correction could not be remembered: {error.Message}");
        }
    }

    private Func<Trace, CancellationToken, Task<TraceScores>>? Scorer()
    {
        if (session.Settings.Scores is not { } name)
            return null;
        var model = session.Models.RewardModel(name);
        return (trace, token) => session.Models.Scorer.ScoreAsync(model, trace, RequestPriority.Interactive, token);
    }

    private static MemoryStore? MemoryOf(ReviewedDocument reviewed) =>
        reviewed.Text.Identity.Path is { } path ? MemoryStore.For(Path.GetDirectoryName(path)!, FolderFiles.Anywhere) : null;
}
