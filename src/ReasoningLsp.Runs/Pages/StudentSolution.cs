using System.Globalization;
using ReasoningLsp.Review.Decisions;
using ReasoningLsp.Runs.Classes;
using ReasoningLsp.Runs.Pages.Mathematics;

namespace ReasoningLsp.Runs.Pages;

/// <summary>One solution on a student's page.</summary>
/// <param name="page">The page.</param>
/// <param name="words">The words of its language.</param>
/// <param name="mark">The solution, with what is said of it.</param>
/// <param name="language">The solution's language, where that is known and not the page's.</param>
internal sealed class StudentSolution(Page page, PageLanguage words, StudentMark mark, string? language)
{
    /// <summary>Writes it.</summary>
    public void Write()
    {
        var trace = mark.Trace;
        page.Heading(trace.Id ?? trace.File);
        if (trace.Problem is { } problem)
            page.Paragraph(Labelled("problem", WorkMarkup.Of(problem)), language: language);
        if (trace.Steps.IsEmpty)
            page.Paragraph(Markup.Text(trace.Error ?? words["noStep"]), "remark", trace.Error is null || words.Code == "en" ? null : "en");
        if (mark.Since is { } since)
            page.Paragraph(words.Say(since, ("file", Markup.Text(trace.File))), "remark");
        WriteMark();
        foreach (var note in mark.People.NotesAt(null))
            page.Paragraph(Said(note), "remark");
        page.Steps(trace.Steps.Select(Step));
        // What a finding of the whole solution speaks of.
        if (trace.Answer is { } answer)
            page.Paragraph(Labelled("answer", WorkMarkup.Of(answer)));
        foreach (var finding in trace.Findings.Where(finding => finding.Step is null))
        {
            var (text, told) = FindingSentence.Of(finding, words);
            page.Paragraph(text, "remark", told);
        }
    }

    private void WriteMark()
    {
        var best = ("best", Number(StudentMark.Best));
        page.Paragraph(mark.People.Mark is { } given
            ? words.Say(given.IsOutdated ? "earlierMark" : "mark", ("mark", Number(given.Mark)), best)
            : mark.Proposed is { } proposed ? words.Say("proposed", ("mark", Number(proposed)), best)
            : words.Say("noMark"), "verdict");
        if (mark.People.Mark is { Comment.Length: > 0 } commented)
            page.Paragraph(commented.Comment, "remark");
        var right = mark.Trace.States.Select((state, step) => (state, step)).Where(each => each.state == "checked")
            .Select(each => each.step).ToList();
        WriteSteps("right", right);
        WriteSteps("flagged", mark.Flagged);
        page.Paragraph(words["unknown"], "quiet");
    }

    private void WriteSteps(string key, IReadOnlyList<int> steps)
    {
        if (steps.Count > 0)
            page.Paragraph(words.Say(key + (steps.Count == 1 ? "Step" : "Steps"), ("steps", Markup.Text(Runs(steps)))));
    }

    private PageStep Step(string text, int step)
    {
        var trace = mark.Trace;
        var state = step < trace.States.Length ? trace.States[step] : string.Empty;
        var findings = trace.Findings.Where(finding => finding.Step == step).ToList();
        List<PageRemark> remarks = [.. findings.Select(finding => FindingSentence.Of(finding, words))];
        if (CorrectedStep.Of(text, findings) is { } corrected)
            remarks.Add(new(words.Say("corrected", ("text", new Markup($"<bdi>{WorkMarkup.Of(corrected).Html}</bdi>")))));
        remarks.AddRange(mark.People.NotesAt(step).Select(note => new PageRemark(Said(note))));
        return new PageStep(state is "nothing checkable" or "dismissed" ? "step" : state,
            state switch
            {
                "checked" => $"✓ {words["checked"]}",
                "flagged" => $"✗ {words["flagged"]}",
                "nothing checkable" => $"· {words["unchecked"]}",
                _ => "·",
            }, WorkMarkup.Of(text), remarks, language);
    }

    private Markup Said(StepNote note) =>
        note.IsOutdated ? words.Say("earlierText", ("text", Markup.Text(note.Text))) : Markup.Text(note.Text);

    private Markup Labelled(string key, Markup text) => new($"<strong>{Markup.Text(words[key]).Html}</strong> <bdi>{text.Html}</bdi>");

    private static Markup Number(int number) => Markup.Text(number.ToString(CultureInfo.InvariantCulture));

    // "1–3, 5", counted from 1.
    private static string Runs(IReadOnlyList<int> steps)
    {
        var runs = new List<string>();
        for (var from = 0; from < steps.Count;)
        {
            var to = from;
            while (to + 1 < steps.Count && steps[to + 1] == steps[to] + 1)
                to++;
            var (first, last) = (Number(steps[from] + 1).Html, Number(steps[to] + 1).Html);
            runs.Add((to - from) switch { 0 => first, 1 => $"{first}, {last}", _ => $"{first}–{last}" });
            from = to + 1;
        }

        return string.Join(", ", runs);
    }
}
