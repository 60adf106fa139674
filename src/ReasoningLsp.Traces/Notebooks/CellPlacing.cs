using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Notebooks;

/// <summary>Gives each cell of code to the step that it follows.</summary>
internal static class CellPlacing
{
    /// <summary>The traces with the programs that stand beside them; what stands before the first step belongs to it.</summary>
    public static IEnumerable<Trace> Of(IReadOnlyList<Trace> traces, List<CodeCell> cells)
    {
        for (var index = 0; index < traces.Count; index++)
        {
            var trace = traces[index];
            var from = index == 0 ? 0 : trace.Span.Start;
            var to = index + 1 < traces.Count ? traces[index + 1].Span.Start : int.MaxValue;
            var own = cells.Where(cell => cell.Place.Start >= from && cell.Place.Start < to).ToList();
            yield return own.Count == 0 || trace.Steps.IsEmpty ? trace : trace with
            {
                Programs = [.. own.Select(cell => new ProgramCell(StepBefore(trace.Steps, cell), cell.Source, cell.Place, cell.Output))],
            };
        }
    }

    private static int StepBefore(ImmutableArray<Step> steps, CodeCell cell)
    {
        var step = steps.Length - 1;
        while (step > 0 && steps[step].Span.Start > cell.Place.Start)
            step--;
        return step;
    }
}
