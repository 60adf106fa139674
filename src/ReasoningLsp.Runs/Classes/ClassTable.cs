using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Runs.Classes;

/// <summary>The class as a table of comma-separated values (RFC 4180).</summary>
public static partial class ClassTable
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",;\t\"\r\n");

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, IEnumerable<StudentMark> marks)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(marks);
        output.Write("student,file,problem,steps,checked,flagged steps,rules,mistakes,proposed mark,mark,remarks,same text as\r\n");
        foreach (var mark in marks)
        {
            var trace = mark.Trace;
            string[] cells =
            [
                mark.Student, trace.File, trace.Id ?? string.Empty, Number(trace.Steps.Length),
                Number(trace.States.Count(state => state == "checked")),
                string.Join(' ', mark.Flagged.Select(step => Number(step + 1))),
                string.Join(' ', trace.Findings.Where(finding => finding.Flags).Select(finding => finding.Rule).Distinct()),
                string.Join("; ", trace.Findings.Select(finding => finding.Mistake).OfType<string>().Distinct()),
                mark.Proposed is { } proposed ? Number(proposed) : string.Empty,
                mark.People.Mark is { } given ? Number(given.Mark) : string.Empty,
                string.Join("; ", Remarks(mark)),
                string.Join("; ", mark.SameAs),
            ];
            output.Write(string.Join(',', cells.Select(Cell)) + "\r\n");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Remarks(StudentMark mark)
    {
        if (mark.Since is { } since)
            yield return StudentMark.SinceInWords(since);
        if (mark.People.Mark is { IsOutdated: true })
            yield return "the mark is of an earlier text";
    }

    // A spreadsheet would compute what begins with one of these signs, and the text is a stranger's. Where it takes another sign than
    // the comma to part cells, a cell begins behind that.
    private static string Cell(string text)
    {
        var safe = Computed().Replace(Controls().Replace(text, "\uFFFD"), "'");
        return safe.AsSpan().ContainsAny(s_quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    [GeneratedRegex(@"(?<=\A|[,;|\t\r\n])(?=\s*[=+\-@＝＋－＠])|\A(?=[\t\r\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Computed();

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]", RegexOptions.CultureInvariant)]
    private static partial Regex Controls();
}
