using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Reporting;

/// <summary>
/// One self-contained page that anyone can read: no scripts, nothing fetched. The traces wait in a temporary file,
/// because the summary stands before them.
/// </summary>
public sealed class HtmlReporter : IReviewReporter
{
    private readonly Stream _output;
    private readonly FileStream _body;
    private readonly StreamWriter _writer;
    private readonly RuleLinks _links;

    /// <summary>A reporter that writes to <paramref name="output"/>, with links to the rules' pages.</summary>
    public HtmlReporter(Stream output, RuleLinks links)
    {
        _output = output;
        _links = links;
        _body = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        _writer = new StreamWriter(_body, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
    }

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Add(ReviewedTrace trace) => new HtmlTrace(_writer, trace, _links).Write();

    /// <inheritdoc/>
    public void End(ReviewSummary summary, ImmutableArray<InputProblem> problems, int exitCode)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _writer.Flush();
        using (var page = new StreamWriter(_output, new UTF8Encoding(false), 1 << 12, leaveOpen: true) { NewLine = "\n" })
            WriteHead(page, summary, problems);
        _body.Position = 0;
        _body.CopyTo(_output);
        _output.Write("</main>\n</body>\n</html>\n"u8);
        _output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _body.Dispose();
    }

    private static void WriteHead(StreamWriter page, ReviewSummary summary, ImmutableArray<InputProblem> problems)
    {
        page.WriteLine("<!doctype html>");
        page.WriteLine("<html lang=\"en\">");
        page.WriteLine("<head>");
        page.WriteLine("<meta charset=\"utf-8\">");
        page.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        page.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        page.WriteLine("<meta name=\"color-scheme\" content=\"light dark\">");
        page.WriteLine("<title>Reasoning review</title>");
        page.WriteLine($"<style>\n{Style()}</style>");
        page.WriteLine("</head>");
        page.WriteLine("<body>");
        page.WriteLine("<header>");
        page.WriteLine("<h1>Reasoning review</h1>");
        page.WriteLine($"<p class=\"verdict\">{Verdict(summary)}</p>");
        page.WriteLine("<table class=\"totals\">");
        page.WriteLine("<caption>What was looked at</caption>");
        Row(page, "Solutions", summary.Traces, null);
        Row(page, "Steps", summary.Steps, null);
        Row(page, HtmlTrace.Badge(StepState.Checked), summary.Checked, "something in the step was recomputed exactly, and it holds");
        Row(page, HtmlTrace.Badge(StepState.NothingCheckable), summary.NothingCheckable,
            "no exact check could decide anything here; the step may be right or wrong");
        Row(page, HtmlTrace.Badge(StepState.Flagged), summary.Flagged,
            "something is wrong or disagrees; the evidence stands below the step");
        Rare(page, StepState.Doubted, summary.Doubted, "a model alone finds the step wrong, and may err");
        Rare(page, StepState.Dismissed, summary.Dismissed, "a person called wrong what was found");
        Rare(page, StepState.Silenced, summary.Silenced, "a comment silences what was found, or the baseline knows it");
        foreach (var (name, count) in summary.Mistakes.OrderByDescending(mistake => mistake.Value))
            Row(page, Html.Escape(name), count, "a mistake with a name");
        page.WriteLine("</table>");
        foreach (var problem in problems)
        {
            var place = problem.Place is { } position
                ? string.Create(CultureInfo.InvariantCulture, $":{position.Line + 1}:{position.Character + 1}") : string.Empty;
            page.WriteLine($"<p class=\"problem-note\"><strong>{problem.Label}:</strong> {Html.Escape(problem.File)}{place}: "
                + $"{Html.Escape(problem.Message)}</p>");
        }

        page.WriteLine("</header>");
        page.WriteLine("<main>");
    }

    private static void Rare(StreamWriter page, StepState state, long count, string meaning)
    {
        if (count > 0)
            Row(page, HtmlTrace.Badge(state), count, meaning);
    }

    private static void Row(StreamWriter page, string name, long count, string? meaning) =>
        page.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"<tr><th scope=\"row\">{name}</th><td class=\"number\">{count:N0}</td><td>{meaning}</td></tr>"));

    private static string Verdict(ReviewSummary summary) => summary switch
    {
        { Traces: 0 } => "Nothing was reviewed.",
        { FlaggedTraces: 0, Checked: 0 } => "Nothing could be checked, so nothing is known to be right or wrong.",
        { FlaggedTraces: 0 } => "No error was found in what could be checked. What could not be checked may still be wrong.",
        _ => string.Create(CultureInfo.InvariantCulture,
            $"{summary.FlaggedTraces:N0} of {summary.Traces:N0} {(summary.Traces == 1 ? "solution" : "solutions")} "
                + $"{(summary.FlaggedTraces == 1 ? "needs" : "need")} a look: {summary.Errors:N0} "
                + $"{(summary.Errors == 1 ? "error" : "errors")}, {summary.Warnings:N0} "
                + $"{(summary.Warnings == 1 ? "warning" : "warnings")}."),
    };

    private static string Style()
    {
        using var reader = new StreamReader(typeof(HtmlReporter).Assembly.GetManifestResourceStream("report.css")!);
        return reader.ReadToEnd();
    }
}
