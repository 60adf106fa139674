using Xunit;

namespace ReasoningLsp.Traces.Tests;

/// <summary>What holds of every document, whatever its text.</summary>
internal static class Invariants
{
    public static void Check(TraceDocument document)
    {
        var all = new TextSpan(0, document.Text.Length);
        for (var index = 0; index < document.Traces.Length; index++)
        {
            var trace = document.Traces[index];
            Assert.Equal(index, trace.Index);
            Assert.True(all.Contains(trace.Span));
            Check(document.Text, trace.Problem);
            Check(document.Text, trace.FinalAnswer);
            for (var step = 0; step < trace.Steps.Length; step++)
                Check(document.Text, trace.Steps[step], step);
            foreach (var error in trace.Errors)
                Assert.True(all.Contains(error.Span) && error.Span.Length >= 0, error.Code);
        }

        foreach (var error in document.Errors)
            Assert.True(all.Contains(error.Span) && error.Span.Length >= 0, error.Code);
        foreach (var suppression in document.Suppressions)
        {
            Assert.True(all.Contains(suppression.Span) && all.Contains(suppression.Target));
            Assert.NotEmpty(suppression.Rules);
        }
    }

    private static void Check(string text, Step step, int index)
    {
        Assert.Equal(index, step.Index);
        Assert.True(step.Span.Length >= 0 && new TextSpan(0, text.Length).Contains(step.Span));
        Check(text, step.Text);
        Assert.True(step.Text.Text.Length == 0 || step.Span.Contains(step.Text.ToOriginal(new TextSpan(0, step.Text.Text.Length))),
            $"{step.Span} {step.Text.ToOriginal(new TextSpan(0, step.Text.Text.Length))} {step.Text.Text}");
        var at = 0;
        foreach (var code in step.Code)
        {
            Assert.True(code.Start >= at && code.Length > 0 && code.End <= step.Text.Text.Length);
            at = code.End;
        }
    }

    private static void Check(string text, MappedText? mapped)
    {
        if (mapped is null)
            return;
        var at = 0;
        var original = 0;
        foreach (var run in mapped.Runs)
        {
            Assert.Equal(at, run.Reviewed);
            Assert.True(run.Original >= original && run.OriginalLength >= 0 && run.Original + run.OriginalLength <= text.Length);
            if (run.IsVerbatim)
                Assert.True(text.AsSpan(run.Original, run.Length).SequenceEqual(mapped.Text.AsSpan(run.Reviewed, run.Length)));
            at = run.Reviewed + run.Length;
            original = run.Original + run.OriginalLength;
        }

        Assert.Equal(mapped.Text.Length, at);
    }
}
