using ReasoningLsp.Traces.Reading;
using ReasoningLsp.Traces.Segments;

namespace ReasoningLsp.Traces.Files;

/// <summary>
/// Whether a file that does not ask for review looks as if it held a worked solution. It only ever offers something, and says no in doubt:
/// to a README, a changelog, a page of code, whatever they calculate.
/// </summary>
public static class SolutionLikeness
{
    /// <summary>Of a longer text only so many characters are looked at.</summary>
    public const int LongestText = 256 * 1024;

    private const int FewestUnlabelled = 3;

    private static readonly string[] OtherNames =
    [
        "readme", "changelog", "changes", "history", "license", "licence", "copying", "contributing", "code_of_conduct", "security",
        "notice", "authors", "todo", "releases", "package", "package-lock", "tsconfig",
    ];

    /// <summary>Whether it does.</summary>
    /// <param name="name">The file's name or path; empty where it has none.</param>
    /// <param name="text">Its text; of a long one the beginning is enough.</param>
    /// <param name="format">Its format, or null where the name does not tell.</param>
    public static bool Of(string name, string text, TraceFormat? format)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        if (format is null && name.Length > 0 && Path.HasExtension(name))
            return false;
        var stem = Path.GetFileName(name).Split('.')[0];
        if (OtherNames.Contains(stem, StringComparer.OrdinalIgnoreCase) || !text.AsSpan().ContainsAnyInRange('0', '9'))
            return false;
        var document = TraceReader.Read(Beginning(text), format ?? TraceFormats.FromContent(text));
        return document.Traces.Any(trace => Of(trace, TraceFormats.IsEscaped(document.Format)));
    }

    // A record of a data set says what its parts are; a text does so by its labels, or calculates step by step.
    private static bool Of(Trace trace, bool isRecord)
    {
        // What is labelled as a problem and its steps may solve an equation instead of calculating.
        var isPosed = trace.Problem is not null && trace.Steps.Any(step => step.Label?.Any(char.IsLetter) == true);
        var calculated = trace.Steps.Count(step => Calculates(step) || (isPosed && step.Code.IsEmpty && WorkedText.Solves(step.Text.Text)));
        if (calculated == 0 || trace.Steps.Count(step => !step.Code.IsEmpty) > calculated)
            return false;
        return isRecord || IsLabelled(trace) || (calculated >= FewestUnlabelled && calculated * 2 >= trace.Steps.Length);
    }

    private static bool IsLabelled(Trace trace) =>
        trace.FinalAnswer is not null || trace.Problem is not null || trace.Id is not null
        || trace.Steps.Any(step => step.IsThought || step.Label?.Any(char.IsLetter) == true);

    private static bool Calculates(Step step)
    {
        var text = step.Text.Text;
        if (step.Code.IsEmpty)
            return WorkedText.CalculatesAmounts(text);
        var at = 0;
        foreach (var code in step.Code)
        {
            if (WorkedText.CalculatesAmounts(text.AsSpan()[at..Math.Max(at, code.Start)]))
                return true;
            at = code.End;
        }

        return WorkedText.CalculatesAmounts(text.AsSpan()[at..]);
    }

    private static string Beginning(string text)
    {
        if (text.Length <= LongestText)
            return text;
        var end = text.LastIndexOf('\n', LongestText);
        return text[..(end > 0 ? end : LongestText)];
    }
}
