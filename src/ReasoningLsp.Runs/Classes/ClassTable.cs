using System.Globalization;

namespace ReasoningLsp.Runs.Classes;

/// <summary>The class as a table of comma-separated values (RFC 4180).</summary>
public static class ClassTable
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, IEnumerable<StudentMark> marks)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(marks);
        output.Write("student,file,problem,steps,checked,flagged steps,rules,mistakes,proposed mark,mark\r\n");
        foreach (var mark in marks)
        {
            var trace = mark.Trace;
            string[] cells =
            [
                mark.Student, trace.File, trace.Id ?? string.Empty, Number(trace.Steps.Length),
                Number(trace.States.Count(state => state == "checked")),
                string.Join(' ', mark.Flagged.Select(step => Number(step + 1))),
                string.Join(' ', trace.Findings.Where(finding => finding.Flags).Select(finding => finding.Rule).Distinct()),
                string.Join("; ", trace.Findings.Select(finding => finding.Mistake).OfType<string>().Distinct()), Number(mark.Proposed),
                mark.People.Mark is { } given ? Number(given.Mark) : string.Empty,
            ];
            output.Write(string.Join(',', cells.Select(Cell)) + "\r\n");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // A spreadsheet would compute what begins with one of these signs, and the text is a stranger's.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
