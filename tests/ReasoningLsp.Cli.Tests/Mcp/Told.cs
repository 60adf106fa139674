using ModelContextProtocol;

namespace ReasoningLsp.Cli.Tests.Mcp;

/// <summary>Hands on what is told at once and in order, unlike Progress.</summary>
internal sealed class Told(Action<ProgressNotificationValue> tell) : IProgress<ProgressNotificationValue>
{
    public void Report(ProgressNotificationValue value) => tell(value);
}
