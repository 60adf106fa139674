using System.Globalization;
using ReasoningLsp.Runs.Classes;

namespace ReasoningLsp.Runs.Pages;

/// <summary>What a student gets back: every step with what was found in it, what is right, and a mark to be decided.</summary>
public static class StudentPage
{
    /// <summary>Writes the page of all solutions of one student.</summary>
    public static void Write(TextWriter output, string student, IReadOnlyList<StudentMark> solutions)
    {
        ArgumentNullException.ThrowIfNull(solutions);
        var page = new Page(output);
        page.Begin(student, solutions.Select(mark => mark.Trace.Labels.Language).FirstOrDefault(language => language is not null) ?? "en");
        foreach (var mark in solutions)
            Write(page, mark);
        page.End();
    }

    private static void Write(Page page, StudentMark mark)
    {
        var trace = mark.Trace;
        page.Heading(trace.Id ?? trace.File);
        if (trace.Problem is { } problem)
            page.Paragraph(problem);
        if (trace.Steps.IsEmpty)
            page.Paragraph(trace.Error ?? "No step was found.", "remark");
        var right = trace.States.Count(state => state == "checked");
        page.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"{(mark.People.Mark is { } given ? $"Mark: {given.Mark}" : $"Proposed mark: {mark.Proposed}")} of {StudentMark.Best}. "
                + $"{right} of {trace.Steps.Length} steps were recomputed and hold; "
                + $"{mark.Flagged.Length} {(mark.Flagged.Length == 1 ? "needs" : "need")} a look; what carries no sign could "
                + $"not be checked and may be right or wrong."));
        if (mark.People.Mark is { Comment.Length: > 0 } commented)
            page.Paragraph(commented.Comment, "remark");
        foreach (var note in mark.People.NotesAt(null))
            page.Paragraph(note.Text, "remark");
        page.Steps(trace.Steps.Select((text, step) =>
        {
            var state = step < trace.States.Length ? trace.States[step] : string.Empty;
            var findings = trace.Findings.Where(finding => finding.Step == step).ToList();
            List<string> remarks = [.. findings.Select(finding => finding.Message),
                .. findings.Select(finding => finding.Fix).OfType<string>().Take(1).Select(fix => $"Correction: {fix}"),
                .. mark.People.NotesAt(step).Select(note => note.Text)];
            return (state is "nothing checkable" or "dismissed" ? "step" : state,
                state switch { "checked" => "✓", "flagged" => "✗", _ => "·" }, text, (IReadOnlyList<string>)remarks);
        }));
        foreach (var finding in trace.Findings.Where(finding => finding.Step is null))
            page.Paragraph(finding.Message, "remark");
    }
}
