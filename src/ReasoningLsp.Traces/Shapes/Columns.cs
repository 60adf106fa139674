using System.Globalization;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>Reads records that stand in columns, a list of problems beside a list of solutions:
/// <c>{"problem": ["…", "…"], "solution": ["…", "…"]}</c>.</summary>
internal static class Columns
{
    /// <summary>A solution for each row; null where the lists are no columns of one table.</summary>
    public static IReadOnlyList<RecordSolution>? Read(JsonObjectPlace record, JsonPlace column)
    {
        var items = column.Items();
        if (items.Count < 2 || !items.TrueForAll(item => item.IsString)
            || CommonKeys.Columns(record, items.Count) is not var (problems, references))
            return null;
        return [.. items.Select((item, row) => new RecordSolution(SolutionValue.Read(item)!)
        {
            Problem = problems[row].String(),
            Reference = references.IsEmpty ? null : references[row],
            HasNoReference = true,
            Name = (row + 1).ToString(CultureInfo.InvariantCulture),
        })];
    }
}
