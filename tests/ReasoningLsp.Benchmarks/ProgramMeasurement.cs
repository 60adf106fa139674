using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using ReasoningLsp.Cli.Commands;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Benchmarks;

/// <summary>
/// What the way around the exact checks costs: <c>review --format jsonl</c> of a file against reading and checking its traces, one
/// after the other and on as many cores at once, by turns in one warm process. Two cores that work at once share caches and memory,
/// and need more processor time for the same, whatever they do.
/// </summary>
/// <param name="file">A JSONL file of traces.</param>
internal sealed class ProgramMeasurement(string file)
{
    private const int Rounds = 5;

    private readonly string[] _lines = File.ReadAllLines(file);
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    /// <summary>Writes one row of a table: traces a second of processor time, checked bare and by the program, and the ratios.</summary>
    public async Task RunAsync(TextWriter output)
    {
        // As the program does for a review.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        // Two rounds to warm up: by then everything that runs often is compiled for good.
        List<double> alone = [], bare = [], program = [];
        for (var round = -2; round < Rounds; round++)
        {
            var ofAlone = Timed(() => ReviewAll(1));
            var ofBare = Environment.ProcessorCount == 1 ? ofAlone : Timed(() => ReviewAll(Environment.ProcessorCount));
            var start = Used;
            await ReviewAsync();
            if (round < 0)
                continue;
            alone.Add(_lines.Length / ofAlone.TotalSeconds);
            bare.Add(_lines.Length / ofBare.TotalSeconds);
            program.Add(_lines.Length / (Used - start).TotalSeconds);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"| {Environment.ProcessorCount} | {_lines.Length:N0} | {Median(alone):N0} | {Median(bare):N0} | {Median(program):N0} "
                + $"| {Ratio(alone, program):F2} | {Ratio(bare, program):F2} |"));
    }

    private static TimeSpan Used => Process.GetCurrentProcess().TotalProcessorTime;

    private static TimeSpan Timed(Action work)
    {
        var start = Used;
        work();
        return Used - start;
    }

    private void ReviewAll(int cores)
    {
        Parallel.ForEach(_lines, new ParallelOptions { MaxDegreeOfParallelism = cores }, line =>
        {
            foreach (var trace in TraceReader.Read(line, TraceFormat.JsonLines).Traces)
                _reviewer.Review(trace, CancellationToken.None);
        });
    }

    private async Task ReviewAsync()
    {
        var host = new ProgramHost
        {
            Output = Stream.Null,
            Error = TextWriter.Null,
            Input = Stream.Null,
            Folder = Environment.CurrentDirectory,
        };
        var code = await CommandLineProgram.Create(host).RunAsync(["review", "--format", "jsonl", file], CancellationToken.None);
        if (code > 1)
            throw new InvalidOperationException($"The review ended with {code}.");
    }

    private static double Ratio(List<double> bare, List<double> program) => Median(bare.Zip(program, (one, other) => other / one));

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
