using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Programs;

/// <summary>The text of a trace as code and what stands between, step after step.</summary>
internal static class ProgramParts
{
    /// <summary>A stretch of one kind.</summary>
    /// <param name="Step">Its step.</param>
    /// <param name="Span">Its place in that step's text.</param>
    /// <param name="IsCode">Whether it is code.</param>
    public readonly record struct Part(int Step, TextSpan Span, bool IsCode);

    /// <summary>All of it, in order.</summary>
    public static List<Part> Of(Trace trace)
    {
        var parts = new List<Part>();
        foreach (var step in trace.Steps)
        {
            var at = 0;
            foreach (var code in step.Code)
            {
                Add(step, at, code.Start, false);
                Add(step, code.Start, code.End, true);
                at = code.End;
            }

            Add(step, at, step.Text.Text.Length, false);
        }

        return parts;

        void Add(Step step, int from, int to, bool isCode)
        {
            if (from < to && !step.Text.Text.AsSpan(from, to - from).IsWhiteSpace())
                parts.Add(new Part(step.Index, TextSpan.FromBounds(from, to), isCode));
        }
    }
}
