using System.Diagnostics;
using System.Globalization;
using ReasoningLsp.Cli.Commands;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Running;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Benchmarks;

/// <summary>
/// What the way around the exact checks costs: <c>review --format jsonl</c> of a file against reading and checking its traces one
/// after the other, by turns in one warm process.
/// </summary>
/// <param name="file">A JSONL file of traces.</param>
internal sealed class ProgramMeasurement(string file)
{
    private const int Rounds = 5;

    private readonly string[] _lines = File.ReadAllLines(file);
    private readonly Reviewer _reviewer = new(ReviewOptions.Default);

    /// <summary>Writes one row of a table: traces a second of processor time, checked bare and by the program, and their ratio.</summary>
    public async Task RunAsync(TextWriter output)
    {
        // Two rounds to warm up: by then everything that runs often is compiled for good.
        List<double> bare = [], program = [];
        for (var round = -2; round < Rounds; round++)
        {
            var ofBare = Timed(ReviewAll);
            var start = Used;
            await ReviewAsync();
            if (round < 0)
                continue;
            bare.Add(_lines.Length / ofBare.TotalSeconds);
            program.Add(_lines.Length / (Used - start).TotalSeconds);
        }

        var ratio = Median(bare.Zip(program, (one, other) => other / one));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"| {Environment.ProcessorCount} | {_lines.Length:N0} | {Median(bare):N0} | {Median(program):N0} | {ratio:F2} |"));
    }

    private static TimeSpan Used => Process.GetCurrentProcess().TotalProcessorTime;

    private static TimeSpan Timed(Action work)
    {
        var start = Used;
        work();
        return Used - start;
    }

    private void ReviewAll()
    {
        foreach (var trace in _lines.SelectMany(line => TraceReader.Read(line, TraceFormat.JsonLines).Traces))
            _reviewer.Review(trace, CancellationToken.None);
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

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
