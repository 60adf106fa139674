using System.Globalization;
using ReasoningLsp.Traces.Json;
using ReasoningLsp.Traces.Solutions;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>Several solutions of one problem, told apart by their number.</summary>
internal static class Named
{
    /// <summary>The number of the solution at <paramref name="index"/>, for a person.</summary>
    public static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The solutions under <paramref name="values"/>, those that hold none left out; a single one has no name.</summary>
    /// <param name="values">Texts, messages or lists of messages.</param>
    /// <param name="name">What each is called, before its number; null for the number alone.</param>
    public static List<RecordSolution> Of(IEnumerable<JsonPlace> values, string? name)
    {
        var solutions = new List<RecordSolution>();
        foreach (var value in values)
            if (SolutionValue.Read(value) is { } text)
                solutions.Add(new RecordSolution(text) { Name = name + Number(solutions.Count) });
        return solutions is [var single] ? [single with { Name = null }] : solutions;
    }
}
