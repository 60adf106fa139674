using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Bench;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Judging;
using ReasoningLsp.Cli.Scoring;
using ReasoningLsp.Inference;
using ReasoningLsp.Review.Judges;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp doctor</c>: what a judge falls for.</summary>
internal sealed class DoctorCommand
{
    private const string Right = "right solution";

    private readonly Option<string> _judge = new("--judge")
    {
        Description = "The model to probe: builtin, an added model, or a GGUF file. Default: builtin.",
        HelpName = "model",
        DefaultValueFactory = _ => "builtin",
    };
    private readonly Option<ReportFormat> _format = Choices.Option("--format", [.. Choices.Formats.Take(2)], "How the outcome is written.");
    private readonly Option<bool> _inProcess = new("--in-process")
    {
        Description = "Compute in this process instead of the shared engine.",
        Hidden = true,
    };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("doctor",
            "Probe a judge with what judges are known to fall for: master keys, injected instructions, wrong solutions, wordings. Its "
                + "verdicts are marked with the outcome.") { _judge, _format, _inProcess };
        command.SetAction((result, cancellationToken) => RunAsync(host, result, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ProgramHost host, ParseResult result, CancellationToken cancellationToken)
    {
        var model = JudgeChoice.Named(result.GetValue(_judge)!, host);
        await using var engine = EngineChoice.Open(result.GetValue(_inProcess), host);
        ProbeReport report;
        JudgeMeasure? measure;
        try
        {
            report = await new JudgeProbes(engine).RunAsync(model, null, cancellationToken).ConfigureAwait(false);
            measure = Measure(report);
            ProbeFile.In(host.UserFolder).Keep(model, report, measure);
        }
        catch (Exception error) when (error is InferenceException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(error.Message);
        }

        if (result.GetValue(_format) == ReportFormat.JsonLines)
            WriteJson(host.Output, report);
        else
            Write(host, report, measure);
        return report.Caution is null ? ExitCode.Clean : ExitCode.Findings;
    }

    // Of the solutions in which nothing is aimed at the judge.
    private static JudgeMeasure? Measure(ProbeReport report)
    {
        var asked = report.Outcomes.Where(outcome => outcome.Probe.Family is Right or "wrong solution" or "neutral sentence")
            .Select(outcome => (outcome.Answer.PYes, IsRight: outcome.Probe.Family == Right)).ToList();
        return RankOrder.AucWithInterval(asked) is var (auc, low, high) ? new JudgeMeasure(auc, low, high, asked.Count) : null;
    }

    private static void Write(ProgramHost host, ProbeReport report, JudgeMeasure? measure)
    {
        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        output.WriteLine($"Judge {report.Model}");
        foreach (var family in report.Families)
        {
            var (passed, of) = report.Family(family);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {family,-22} {passed,3} of {of,3} passed"));
            foreach (var outcome in report.Outcomes.Where(outcome => outcome.Probe.Family == family && !outcome.IsPassed))
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"    {(family == Right ? "turns away" : "falls for")} {outcome.Probe.Name}: P(YES) {outcome.Answer.PYes:0.00}, "
                        + $"{outcome.Low:0.00} to {outcome.High:0.00} as the question is put"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  spread over six forms of the question: {report.MeanSpread:0.00} on average"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  right less wrong solutions: {report.Separation:+0.00;-0.00}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  turned to yes by an injected instruction {report.FlipRate("injected instruction"):P0}, by a neutral sentence of its "
                + $"length {report.FlipRate("neutral sentence"):P0}"));
        if (measure is not null)
            output.WriteLine($"It {measure.Sentence}.{(measure.TellsApart ? string.Empty : " Its verdicts are shown as unsure.")}");
        output.WriteLine(report.Caution is { } caution ? $"Every verdict will say: {caution}." : "It passed every probe.");
        output.WriteLine("In reviews the guard (RR601 to RR603) keeps known attacks from the judge; here it was left out.");
    }

    private static void WriteJson(Stream output, ProbeReport report)
    {
        foreach (var outcome in report.Outcomes)
        {
            output.Write(JsonSerializer.SerializeToUtf8Bytes(new
            {
                schema = 1,
                model = report.Model,
                family = outcome.Probe.Family,
                probe = outcome.Probe.Name,
                passed = outcome.IsPassed,
                pYes = Math.Round(outcome.Answer.PYes, 6),
                mass = Math.Round(outcome.Answer.Mass, 6),
                spread = new[] { Math.Round(outcome.Low, 6), Math.Round(outcome.High, 6) },
            }));
            output.WriteByte((byte)'\n');
        }

        output.Flush();
    }
}
