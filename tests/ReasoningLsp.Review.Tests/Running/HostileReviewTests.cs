using CsCheck;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.TestSupport;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;
using Xunit;

namespace ReasoningLsp.Review.Tests.Running;

/// <summary>Whatever pieces of notation stand side by side: a review ends, and what it finds stands inside the text.</summary>
public sealed class HostileReviewTests
{
    private static readonly string[] s_pieces =
    [
        "$", "$$", "\\[", "\\]", "\\(", "\\)", "&", "\\\\", "\n", "\n\n", " = ", " ≈ ", " \\equiv ", "<", "\\pmod{2}", "\\pmod n",
        " \\implies ", " so ", " gives ", ", ", ". ", "(", ")", "{", "}", "^", "_", "-", "+", "*", "/",
        "x", "y", "f(x)", "2", "3.5", "1,000", "\\frac12", "\\frac{x}{y}", "\\sqrt{x+1}", "(x+1)^2", "x^2 + x + 1", "2x", "\\pm 3",
        "(1, 2)", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "100°", "30^\\circ", "\\sin 30", "\\log_2 8", "5!", "|x|", "20%",
        "$5", "3 hours",
        "Expanding, ", "Rearranging, ", "Suppose ", "Case 1: ", "We have ", "the second equation ", "Dividing both sides by ",
        "The answer is ", "\\boxed{", "step 9", "equation (4)", "round to 2 decimals", "<<3*4=12>>", "x = 3", "x = 4", "2 + 2 = 5",
        "remainder", "9:30 AM", "January 31",
    ];

    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    [Fact]
    public void Any_pieces_side_by_side_are_reviewed() => Run(1_000);

    [Fact, Trait("Category", "Long")]
    public void Very_many_pieces_are_reviewed() => Run(LongRun.Size(2_000, 200_000));

    private void Run(int samples)
    {
        var piece = Gen.Int[0, s_pieces.Length - 1].Select(index => s_pieces[index]);
        Gen.Select(piece.Array[1, 30].Select(string.Concat), piece.Array[1, 30].Select(string.Concat),
            piece.Array[0, 12].Select(string.Concat)).Sample(
            (first, second, problem) =>
            {
                var text = $"# Problem\n\n{problem}\n\n# Solution\n\n**Step 1:** {first}\n\n**Step 2:** {second}\n";
                foreach (var trace in TraceReader.Read(text, TraceFormat.Markdown).Traces)
                {
                    var review = _reviewer.Review(trace, CancellationToken.None);
                    var spans = review.Findings.Select(finding => finding.Span)
                        .Concat(review.Findings.SelectMany(finding => finding.Fixes).SelectMany(fix => fix.Edits).Select(edit => edit.Span))
                        .Concat(review.Steps.SelectMany(step => step.Relations).Select(relation => relation.Span));
                    Assert.All(spans, span => Assert.True(span.Start >= 0 && span.End <= text.Length && span.Length >= 0));
                }
            },
            iter: samples);
    }
}
