using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Folders;
using ReasoningLsp.Review.Pipeline;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Server.Tests.Reviewing;

public sealed class DocumentReviewerTests
{
    private const string Text = """
        {"problem": "p", "steps": ["2 + 2 = 5"]}
        {"problem": "q", "steps": ["3 + 4 = 7"]}

        """;

    private static readonly FolderPolicy Policy = FolderPolicy.Default(new Reviewer(ReviewOptions.Default));

    [Fact]
    public void A_defect_of_ours_in_one_solution_costs_that_solution_alone()
    {
        var text = TextSnapshot.Alone(DocumentIdentity.Of("file:///a.trace.jsonl", null), Text, PositionEncoding.Utf16);
        var sound = DocumentReviewer.Review(text, Policy, null, CancellationToken.None);
        // No check can read a step that has no text: that stands in for a defect.
        var broken = sound.Document.Traces[1] with { Steps = [sound.Document.Traces[1].Steps[0] with { Text = null! }] };
        var document = sound.Document with { Traces = sound.Document.Traces.SetItem(1, broken) };
        ImmutableArray<(int Trace, Exception Error)> failed = [];
        var progress = new ReviewProgress(_ => { }, (trace, error) => failed = failed.Add((trace.Index, error)));
        var reviewed = DocumentReviewer.Review(
            text, Policy, sound with { Review = sound.Review with { Document = document, Raw = [] } }, ScoreBook.Empty, ProgramBook.Empty,
            Server.Checklists.ChecklistBook.Empty, progress, CancellationToken.None);
        Assert.Contains(reviewed.Reviews[0].Findings, finding => finding.Rule.Id == "RR101");
        Assert.Contains(reviewed.Reviews[1].Findings,
            finding => finding.Message.Contains("because of an error in reasoning-lsp", StringComparison.Ordinal));
        Assert.Equal(1, Assert.Single(failed).Trace);
    }

    [Fact]
    public void A_review_reads_by_the_edits_that_were_told()
    {
        var identity = DocumentIdentity.Of("file:///a.solution.md", null);
        var before = TextSnapshot.Alone(identity, "Step 1: 1 + 1 = 2.\n\nStep 2: 2 + 2 = 4.\n", PositionEncoding.Utf16);
        var reviewed = DocumentReviewer.Review(before, Policy, null, CancellationToken.None);
        var after = before.After([new TextEdit(new TextSpan(36, 1), "5")]).After([new TextEdit(new TextSpan(0, 0), "Intro.\n\n")]);
        var again = DocumentReviewer.Review(after, Policy, reviewed, CancellationToken.None);
        var fresh = DocumentReviewer.Review(TextSnapshot.Alone(identity, after.Text, PositionEncoding.Utf16), Policy, null,
            CancellationToken.None);
        Assert.Equal(fresh.Findings.Select(finding => (finding.Rule, finding.Span, finding.Message)),
            again.Findings.Select(finding => (finding.Rule, finding.Span, finding.Message)));
        Assert.Contains(again.Findings, finding => finding.Rule.Id == "RR101");
        Assert.Equal(1, again.StepsChecked);
    }
}
