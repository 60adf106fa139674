using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Fixing;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Tests.Support;
using ReasoningLsp.Traces;
using Xunit;

namespace ReasoningLsp.Review.Tests.Fixing;

public sealed class DocumentFixerTests
{
    [Fact]
    public async Task Fixes_that_touch_each_other_wait_for_the_next_pass()
    {
        var selection = FixSelection.Choose(
            [
                Samples.Finding("RR101", 0, 0, 1, fixes: Samples.Fix(FixKind.Exact, (0, 2, "a"), (10, 2, "b"))),
                Samples.Finding("RR101", 0, 0, 1, fixes: Samples.Fix(FixKind.Exact, (11, 3, "c"))),
                Samples.Finding("RR101", 0, 0, 1, fixes: Samples.Fix(FixKind.Exact, (5, 1, "d"))),
                Samples.Finding("RR101", 0, 0, 1, fixes: Samples.Fix(FixKind.Exact, (2, 1, "e"))),
            ],
            FixKind.Exact);
        Assert.Equal(2, selection.Fixes);
        Assert.Equal([0, 5, 10], selection.Edits.Select(edit => edit.Span.Start));
    }

    [Theory]
    [InlineData(FixKind.Exact, "exact")]
    [InlineData(FixKind.Propagate, "whole")]
    public void Dependents_are_taken_along_only_where_that_was_asked(FixKind reach, string text)
    {
        var finding = Samples.Finding("RR101", 0, 0, 1, Severity.Error, Samples.Fix(FixKind.Exact, (0, 1, "exact")),
            Samples.Fix(FixKind.Propagate, (0, 1, "whole")));
        Assert.Equal(text, Assert.Single(FixSelection.Choose([finding], reach).Edits).NewText);
    }

    [Fact]
    public void A_finding_that_only_propagation_repairs_is_left_alone_by_exact_fixes()
    {
        var finding = Samples.Finding("RR101", 0, 0, 1, Severity.Error, Samples.Fix(FixKind.Propagate, (0, 1, "whole")));
        Assert.Equal(0, FixSelection.Choose([finding], FixKind.Exact).Fixes);
    }

    [Fact]
    public async Task An_error_that_a_fix_uncovers_is_fixed_in_the_next_pass()
    {
        var result = await Fixer(text => text switch { "0" => "1", "1" => "2", "2" => "3", _ => null })
            .FixAsync(Read("0"), FixKind.Exact, TestContext.Current.CancellationToken);
        Assert.Equal(("3", 3, 3), (result.Document.Text, result.Fixes, result.Passes));
        Assert.Empty(result.Reviews[0].Findings);
    }

    [Fact]
    public async Task Fixes_that_never_come_to_an_end_stop_after_five_passes()
    {
        var result = await Fixer(text => text + "x").FixAsync(Read("0"), FixKind.Exact, TestContext.Current.CancellationToken);
        Assert.Equal(5, result.Passes);
    }

    [Fact]
    public async Task Fixes_that_undo_each_other_stop_at_once()
    {
        var result = await Fixer(text => text == "a" ? "b" : "a").FixAsync(Read("a"), FixKind.Exact, TestContext.Current.CancellationToken);
        Assert.Equal(("b", 1), (result.Document.Text, result.Passes));
    }

    private static TraceDocument Read(string text) => Samples.Document(Samples.Review(text));

    /// <summary>Finds fault with every text that <paramref name="better"/> knows a better one for.</summary>
    private static DocumentFixer Fixer(Func<string, string?> better) =>
        new(Read, (document, _) => new ValueTask<ImmutableArray<TraceReview>>(
        better(document.Text) is { } text
            ? [Samples.Review(document.Text,
                Samples.Finding("RR101", 0, 0, document.Text.Length, Severity.Error,
                Samples.Fix(FixKind.Exact, (0, document.Text.Length, text))))]
            : [Samples.Review(document.Text)]));
}
