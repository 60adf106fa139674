using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Solutions;

/// <summary>Finds steps that an object keeps under numbered names: <c>{"step1": "…", "step2": "…"}</c>.</summary>
internal static partial class NumberedSteps
{
    /// <summary>The values in the order of their numbers; null where the names are not those of steps, each number once. A name that says
    /// the answer may stand among them.</summary>
    public static List<JsonPlace>? Of(JsonObjectPlace value)
    {
        var steps = new SortedDictionary<int, JsonPlace>();
        foreach (var name in value.Names)
        {
            if (name is "answer" or "final_answer")
                continue;
            if (!Name().IsMatch(name) || !int.TryParse(name.AsSpan(name.AsSpan().IndexOfAnyInRange('0', '9')), NumberStyles.None,
                CultureInfo.InvariantCulture, out var number) || !steps.TryAdd(number, value.Find(name)!.Value))
                return null;
        }

        return steps.Count > 0 ? [.. steps.Values] : null;
    }

    [GeneratedRegex(@"^(?:[Ss]tep[ _-]?)?[0-9]{1,6}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
