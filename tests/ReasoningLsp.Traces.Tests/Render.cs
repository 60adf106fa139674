using System.Text;

namespace ReasoningLsp.Traces.Tests;

/// <summary>Writes a document down, for comparing with what it should be.</summary>
internal static class Render
{
    /// <summary>The shape a reader of the test cares for: one line a step.</summary>
    public static string Steps(TraceDocument document)
    {
        var result = new StringBuilder();
        foreach (var trace in document.Traces)
        {
            result.Append("trace").Append(trace.Id is null ? "" : $" [{trace.Id}]").Append('\n');
            if (trace.Problem is not null)
                result.Append("  problem ").Append(Quote(trace.Problem.Text)).Append('\n');
            foreach (var step in trace.Steps)
                result.Append($"  {step.Index}{(step.IsThought ? " thought" : "")}{(step.Label is null ? "" : $" ⟨{step.Label}⟩")}"
                    + $"{(step.Number is null ? "" : $" #{step.Number}")} {Quote(step.Text.Text)}\n");
            if (trace.FinalAnswer is not null)
                result.Append("  answer ").Append(Quote(trace.FinalAnswer.Text)).Append('\n');
            if (trace.Settings.Answer is not null)
                result.Append("  reference ").Append(Quote(trace.Settings.Answer)).Append('\n');
            foreach (var error in trace.Errors)
                result.Append("  error ").Append(error.Code).Append('\n');
        }

        foreach (var error in document.Errors)
            result.Append("error ").Append(error.Code).Append('\n');
        return result.ToString();
    }

    /// <summary>Everything, places included.</summary>
    public static string All(TraceDocument document)
    {
        var result = new StringBuilder();
        foreach (var trace in document.Traces)
        {
            result.Append($"trace {trace.Index} {trace.Id} {At(trace.Span)} {Mapped(trace.Problem)} {Mapped(trace.FinalAnswer)} "
                + $"{Settings(trace.Settings)}\n");
            foreach (var step in trace.Steps)
                result.Append($"  {step.Index} {step.Label} {step.Number} {step.IsThought} {At(step.Span)} {Mapped(step.Text)} "
                    + $"{string.Join(' ', step.Code.Select(At))}\n");
            foreach (var error in trace.Errors)
                result.Append($"  {error.Code} {At(error.Span)} {error.Message}\n");
        }

        foreach (var suppression in document.Suppressions)
            result.Append($"{string.Join(',', suppression.Rules)} {suppression.Scope} {At(suppression.Span)} {At(suppression.Target)}\n");
        foreach (var error in document.Errors)
            result.Append($"{error.Code} {At(error.Span)} {error.Message}\n");
        return result.ToString();
    }

    private static string Mapped(MappedText? text) =>
        text is null ? "-" : $"{Quote(text.Text)} "
            + $"{string.Join(' ', text.Runs.Select(run => $"{run.Reviewed}>{run.Original}:{run.Length}/{run.OriginalLength}"))}";

    private static string Settings(TraceSettings settings) =>
        $"{settings.Answer} {settings.Language} {settings.Profile} {string.Join('|', settings.Hints)} "
            + $"{string.Join('|', settings.Concepts)} {string.Join('|', settings.Checklist)}";

    private static string At(TextSpan span) => $"{span.Start}+{span.Length}";

    private static string Quote(string text) =>
        "«" + text.Replace("\r", "␍", StringComparison.Ordinal).Replace("\n", "⏎", StringComparison.Ordinal) + "»";
}
