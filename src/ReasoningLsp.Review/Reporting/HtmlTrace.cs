using System.Globalization;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Reporting;

/// <summary>One trace of the HTML report: its problem, its steps with their state, and what was found.</summary>
internal sealed class HtmlTrace(TextWriter page, ReviewedTrace trace, RuleLinks links)
{
    private readonly TraceReview _review = trace.Review;

    /// <summary>A state by shape and word; colour only adds to them.</summary>
    public static string Badge(StepState state) =>
        $"<span class=\"badge {ClassOf(state)}\"><span aria-hidden=\"true\">{Signs.Of(state)}</span> {StateNames.NameOf(state)}</span>";

    /// <summary>Writes the section.</summary>
    public void Write()
    {
        var first = trace.Source.PositionOf(_review.Trace.Span.Start).Line + 1;
        page.WriteLine("<section class=\"trace\">");
        page.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"<h2>{Html.Escape(trace.Source.File)}<span class=\"line\">:{first}</span>{Id()}</h2>"));
        if (trace.Unread is { } error)
            page.WriteLine($"<p class=\"problem-note\"><strong>Not read:</strong> {Html.Escape(error)}</p>");
        foreach (var failure in _review.Failures)
            page.WriteLine($"<p class=\"problem-note\"><strong>Incomplete:</strong> {Html.Escape(failure.Message)}</p>");
        if (_review.Trace.Problem is { } problem)
            page.WriteLine($"<div class=\"problem\" dir=\"auto\">{Html.Escape(problem.Text)}</div>");
        WriteFindings(finding => finding.Step is null);
        WriteSetAside(null);
        if (_review.People.Mark is { } mark)
            WriteWord(PeopleText.Of(mark));
        WriteNotes(null);
        if (!_review.Steps.IsEmpty)
        {
            if (_review.Scores is { Steps.Length: > 1 } scores)
                page.WriteLine($"<figure class=\"curve\">{ScoreCurve.Svg(scores, _review.Steps.Length, null)}<figcaption>"
                    + $"{Html.Escape(ScoreText.Meaning(scores.Profile))}, step by step; ✕ doubted; "
                    + $"{Html.Escape(ScoreText.Model(scores))}</figcaption></figure>");
            if (_review.Scores is { } scored && AggregateText.Of(scored) is { } together)
                page.WriteLine($"<p class=\"aggregate\">All steps: {Html.Escape(together)}</p>");
            page.WriteLine("<ol class=\"steps\">");
            foreach (var step in _review.Steps)
                WriteStep(step);
            page.WriteLine("</ol>");
        }

        if (_review.Trace.FinalAnswer is { } answer)
            page.WriteLine($"<p class=\"answer\" dir=\"auto\"><strong>Answer:</strong> {Html.Escape(answer.Text)}</p>");
        if (_review.Backward is { } backward)
            page.WriteLine($"<p class=\"aggregate\">Backward score: {Html.Escape(BackwardText.Of(backward))}</p>");
        if (_review.Checklist is { } checklist)
            new HtmlChecklist(page, trace.Source).Write(checklist);
        page.WriteLine("</section>");
    }

    private string Link(string rule) => links.Of(rule) is { } address
        ? $"<a href=\"{Html.Escape(address)}\"><code>{Html.Escape(rule)}</code></a>"
        : $"<code>{Html.Escape(rule)}</code>";

    private string Id() => _review.Trace.Id is { } id ? $" <span class=\"id\">{Html.Escape(id)}</span>" : string.Empty;

    private void WriteStep(StepReview review)
    {
        var step = _review.Trace.Steps[review.Step];
        page.WriteLine($"<li class=\"step "
            + $"{ClassOf(review.State)}{(_review.Scores is not null && Fading.Of(_review, review.Step) ? " faded" : string.Empty)}\">");
        page.WriteLine($"<p class=\"state\">{Badge(review.State)}{Score(review.Step)}</p>");
        page.Write("<div class=\"text\" dir=\"auto\">");
        if (step.Label is { } label)
            page.Write($"<span class=\"label\">{Html.Escape(label)}</span> ");
        WriteMarked(step);
        page.WriteLine("</div>");
        WriteFindings(finding => finding.Step == review.Step);
        WriteSetAside(review.Step);
        WriteNotes(review.Step);
        WriteRelations(review);
        page.WriteLine("</li>");
    }

    private string Score(int step)
    {
        if (_review.Scores is not { } scores || step >= scores.Steps.Length)
            return string.Empty;
        var score = scores.Steps[step];
        var calibrated = ScoreText.Calibrated(scores.Profile, score.Value, _review.Trace.Settings.Language) is { } text
            ? $" ({text})" : string.Empty;
        var words = _review.MathematicsScores is { } mathematics && MathematicsWords.Of(mathematics, step) is { } told
            ? $"; {told}"
            : string.Empty;
        return $" <meter min=\"0\" max=\"1\" value=\"{ScoreText.Number(score.Value)}\" "
            + $"title=\"{Html.Escape(ScoreText.Meaning(scores.Profile))}; {Html.Escape(ScoreText.Model(scores))}\"></meter> "
            + $"{ScoreText.Number(score.Value)}{(score.IsPartial ? " so far" : string.Empty)}{Html.Escape(calibrated)}{words}";
    }

    private void WriteMarked(Step step)
    {
        var at = 0;
        foreach (var span in MarkedSpans(step))
        {
            if (span.Start < at)
                continue;
            page.Write(Html.Escape(step.Text.Text[at..span.Start]));
            page.Write($"<mark>{Html.Escape(step.Text.Text.Substring(span.Start, span.Length))}</mark>");
            at = span.End;
        }

        page.Write(Html.Escape(step.Text.Text[at..]));
    }

    private IEnumerable<TextSpan> MarkedSpans(Step step) => _review.Findings
        .Where(finding => finding.Step == step.Index && finding.Severity is (Severity.Error or Severity.Warning))
        .Select(finding => ReviewedSpan.Of(step.Text, finding.Span))
        .OfType<TextSpan>()
        .OrderBy(span => span.Start)
        .ThenByDescending(span => span.Length);

    private void WriteFindings(Func<Finding, bool> belongs)
    {
        var findings = _review.Findings.Where(belongs).ToList();
        if (findings.Count == 0)
            return;
        page.WriteLine("<ul class=\"findings\">");
        foreach (var finding in findings)
        {
            page.WriteLine($"<li class=\"finding {SeverityNames.NameOf(finding.Severity)}\"><p><strong>"
                + $"{SeverityNames.NameOf(finding.Severity)}</strong> {Html.Escape(finding.Message)} "
                + $"{Link(finding.Rule.Id)}</p>");
            if (!finding.Evidence.Items.IsEmpty)
            {
                page.WriteLine("<dl>");
                foreach (var (name, value) in finding.Evidence.Items)
                    page.WriteLine($"<dt>{Html.Escape(name)}</dt><dd>{Html.Escape(value)}</dd>");
                page.WriteLine("</dl>");
            }

            foreach (var related in finding.Related)
                page.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"<p class=\"related\">line {trace.Source.PositionOf(related.Span.Start).Line + 1}: "
                        + $"{Html.Escape(related.Message)}</p>"));
            foreach (var fix in finding.Fixes)
                page.WriteLine($"<p class=\"fix\">Fix: {Html.Escape(fix.Title)}</p>");
            if (_review.People.On(finding.Rule.Id, finding.Step, finding.Message) is { } word)
                WriteWord(PeopleText.Of(word));
            page.WriteLine("</li>");
        }

        page.WriteLine("</ul>");
    }

    private void WriteSetAside(int? step)
    {
        foreach (var aside in _review.SetAside.Where(each => each.Finding.Step == step && each.Finding.Severity != Severity.Hint))
            page.WriteLine($"<p class=\"set-aside\">{Html.Escape(SetAsideText.Of(aside))}: {Html.Escape(aside.Finding.Message)} "
                + $"{Link(aside.Finding.Rule.Id)}</p>");
    }

    private void WriteNotes(int? step)
    {
        foreach (var note in _review.People.NotesAt(step))
            WriteWord(PeopleText.Of(note));
        foreach (var word in _review.People.Findings.Where(word => word.Rule.Length == 0 && word.Step == step && step is not null))
            WriteWord(PeopleText.Of(word));
    }

    private void WriteWord(string text) => page.WriteLine($"<p class=\"person\" dir=\"auto\">{Html.Escape(text)}</p>");

    private void WriteRelations(StepReview review)
    {
        if (review.Relations.IsEmpty)
            return;
        page.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"<details><summary>{review.Relations.Length} {(review.Relations.Length == 1 ? "relation" : "relations")} read</summary><ul "
                + $"class=\"relations\">"));
        foreach (var relation in review.Relations)
            page.WriteLine($"<li>{Verdict(relation.Verdict)} {Html.Escape(relation.Explanation)}</li>");
        page.WriteLine("</ul></details>");
    }

    private static string Verdict(RelationVerdict verdict)
    {
        var (kind, word) = verdict switch
        {
            RelationVerdict.Proven => ("proven", "holds"),
            RelationVerdict.Refuted => ("refuted", "false"),
            RelationVerdict.Undecided => ("open", "undecided"),
            _ => ("open", "not understood"),
        };
        return $"<span class=\"{kind}\">{Signs.Of(verdict)} {word}:</span>";
    }

    private static string ClassOf(StepState state) => state switch
    {
        StepState.Checked => "checked",
        StepState.Flagged => "flagged",
        StepState.Doubted => "doubted",
        StepState.Dismissed or StepState.Silenced => "aside",
        _ => "nothing",
    };
}
