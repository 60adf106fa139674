using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Pages;

/// <summary>The lines of a step as they stand after its exact corrections.</summary>
internal static class CorrectedStep
{
    /// <summary>The lines; only what is written for what where its place cannot be told; null where nothing is corrected.</summary>
    public static string? Of(string step, IEnumerable<RunFinding> findings)
    {
        var corrected = step;
        var alone = new List<string>();
        foreach (var finding in findings)
        {
            if (finding.Replacement is not var (was, right))
                continue;
            if (PlaceOf(corrected, was, finding) is { } at)
                corrected = string.Concat(corrected.AsSpan(0, at), right, corrected.AsSpan(at + was.Length));
            else
                alone.Add($"{was} → {right}");
        }

        if (corrected == step)
            return alone.Count == 0 ? null : string.Join("; ", alone.Distinct(StringComparer.Ordinal));
        return string.Join('\n', corrected.Split('\n').Except(step.Split('\n'), StringComparer.Ordinal));
    }

    // Where it stands once; else in the false statement, where that stands once and ends with it.
    private static int? PlaceOf(string step, string was, RunFinding finding)
    {
        if (Once(step, was) is { } only)
            return only;
        var statement = finding.Evidence.FirstOrDefault(pair => pair.Key == "statement").Value;
        return statement is not null && statement.EndsWith(was, StringComparison.Ordinal) && Once(step, statement) is { } start
            ? start + statement.Length - was.Length : null;
    }

    private static int? Once(string text, string part)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return at >= 0 && text.IndexOf(part, at + 1, StringComparison.Ordinal) < 0 ? at : null;
    }
}
