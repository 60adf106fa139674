using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Server.Reviewing;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.Server.Transport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Reviewing;

public sealed class MemoryReturnTests
{
    [Fact]
    public void Memory_is_given_back_once_after_the_last_large_document_was_closed()
    {
        var clock = new ManualClock();
        var collected = 0;
        using var memory = new MemoryReturn(clock, () => collected++);
        memory.Closed(Document(MemoryReturn.Large));
        clock.Advance(TimeSpan.FromSeconds(2));
        memory.Closed(Document(MemoryReturn.Large));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, collected);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, collected);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, collected);
    }

    [Fact]
    public void Small_documents_come_and_go()
    {
        var clock = new ManualClock();
        var collected = 0;
        using var memory = new MemoryReturn(clock, () => collected++);
        memory.Closed(Document(MemoryReturn.Large - 1));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, collected);
    }

    private static OpenDocument Document(int length) => new(
        TextSnapshot.Alone(DocumentIdentity.Of("file:///a.solution.md", null), new string('a', length), PositionEncoding.Utf16),
        null!, new ReviewObservers(), new ServerLog(TextWriter.Null));
}
