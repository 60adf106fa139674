using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Cli.Hosting;

/// <summary>Standard input that stops waiting when the user interrupts; the stream itself cannot.</summary>
internal sealed class InterruptibleStream(Stream inner, CancellationToken interrupt) : ForwardStream
{
    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public override int Read(Span<byte> buffer)
    {
        // A buffer of its own: a read that nobody waits for any more may still write into it.
        var own = new byte[buffer.Length];
        var read = Task.Run(() => inner.Read(own));
        read.Wait(interrupt);
        own.AsSpan(0, read.Result).CopyTo(buffer);
        return read.Result;
    }
}
