namespace ReasoningLsp.Traces.Tests;

/// <summary>How long properties run: minutes for every test run, hours with REASONING_LONG=1.</summary>
internal static class LongRun
{
    public static int Scale(int count) => Environment.GetEnvironmentVariable("REASONING_LONG") == "1" ? count * 100 : count;
}
