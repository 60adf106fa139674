namespace ReasoningLsp.TestSupport;

/// <summary>
/// Tests that can run long carry <c>[Trait("Category", "Long")]</c> and take their size from here, so that
/// <c>npm test</c> runs all of them small and <c>npm run test:long</c> runs the same ones in full.
/// </summary>
public static class LongRun
{
    /// <summary>Whether this is a long run (<c>REASONING_LONG=1</c>).</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("REASONING_LONG") is "1";

    /// <summary><paramref name="full"/> in a long run, else <paramref name="quick"/>.</summary>
    public static int Size(int quick, int full) => IsOn ? full : quick;
}
