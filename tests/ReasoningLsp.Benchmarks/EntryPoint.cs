using BenchmarkDotNet.Running;

namespace ReasoningLsp.Benchmarks;

internal static class EntryPoint
{
    private static int Main(string[] args)
    {
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args, new Reporting());
        // BenchmarkDotNet reports a benchmark that threw and ends with 0; a missing figure must not look like a good one.
        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
