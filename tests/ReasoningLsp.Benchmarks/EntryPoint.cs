using BenchmarkDotNet.Running;
using ReasoningLsp.Benchmarks.Engine;

namespace ReasoningLsp.Benchmarks;

internal static class EntryPoint
{
    private static async Task<int> Main(string[] args)
    {
        // Rows of a table, for `npm run bench:engine`.
        if (args is ["engine", var rounds, .. var folder])
        {
            // A folder names other libraries than those of the build.
            await new EngineMeasurement(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture), folder.FirstOrDefault())
                .RunAsync(Console.Out);
            return 0;
        }

        if (args is ["writing", var times, .. var row])
        {
            await new WritingMeasurement(int.Parse(times, System.Globalization.CultureInfo.InvariantCulture))
                .RunAsync(Console.Out, row.FirstOrDefault());
            return 0;
        }

        // A row of a table, for `npm run bench:program`.
        if (args is ["program", var file])
        {
            await new ProgramMeasurement(file).RunAsync(Console.Out);
            return 0;
        }

        if (args is ["cancel"])
        {
            await using var measurement = new CancelMeasurement();
            await measurement.RunAsync(Console.Out);
            return 0;
        }

        if (args is ["device", var natives])
        {
            await DeviceReport.RunAsync(natives, Console.Out);
            return 0;
        }

        var summaries = BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args, new Reporting());
        // BenchmarkDotNet reports a benchmark that threw and ends with 0; a missing figure must not look like a good one.
        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
