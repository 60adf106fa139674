using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Measuring;
using ReasoningLsp.Runs.Pages;
using ReasoningLsp.Runs.Tests.Support;
using Xunit;

namespace ReasoningLsp.Runs.Tests.Pages;

/// <summary>Pages show what is known, and a stranger's text stays text.</summary>
public sealed class PagesTests
{
    [Fact]
    public void A_students_page_shows_each_step_with_what_was_found()
    {
        using var text = new StringWriter();
        var trace = Kept.Of(0, "<script>alert(1)</script>", ["1 + 1 = 3\nnext line", "b"], null,
            Kept.Error(0) with { Fix = "Replace 3 by 2", NewText = "2" }) with
        { Answer = "3 < 4" };
        StudentPage.Write(text, "Ann & Bob", [new StudentMark("Ann", trace)]);
        var page = text.ToString();
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("Ann &amp; Bob", page, StringComparison.Ordinal);
        Assert.Contains("1 + 1 = 3\nnext line", page, StringComparison.Ordinal);
        Assert.Contains("Corrected: <bdi>1 + 1 = 2<", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Answer:</strong> <bdi>3 &lt; 4", page, StringComparison.Ordinal);
        Assert.Contains("Proposed mark: 3 of 4", page, StringComparison.Ordinal);
        Assert.Contains("Look again at step 1.", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_figures_has_tables_pictures_and_failures()
    {
        var traces = Enumerable.Range(0, 200).Select(at => Kept.Of(at, $"p{at}", ["a", "b"], at % 3 == 0 ? 1 : -1, at % 5 == 0
            ? [Kept.Error(0)] : [])
            .WithScores(0.9, at % 3 == 0 ? 0.4 : 0.7)).ToList();
        var measured = traces.Select(trace => MeasuredTrace.Of(trace, LabelSource.Records)).ToList();
        var measure = new RunMeasure(20);
        using var text = new StringWriter();
        MeasurePage.Write(text, "Run r", measure.Figures(measured, null, TestContext.Current.CancellationToken),
            measure.Compare(measured, measured, null, TestContext.Current.CancellationToken),
                [CalibrationTrial.Of(string.Empty, measured)!], measured,
            Failure.Most(traces, LabelSource.Records, 5));
        var page = text.ToString();
        Assert.Equal(2, page.Split("<svg").Length - 1);
        Assert.Contains("F1 (ProcessBench), review", page, StringComparison.Ordinal);
        Assert.Contains("no difference can be told", page, StringComparison.Ordinal);
        Assert.Contains("isotonic", page, StringComparison.Ordinal);
        Assert.Contains("false alarm", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }
}
