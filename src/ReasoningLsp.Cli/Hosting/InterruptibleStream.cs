namespace ReasoningLsp.Cli.Hosting;

/// <summary>Standard input that stops waiting when the user interrupts; the stream itself cannot.</summary>
internal sealed class InterruptibleStream(Stream inner, CancellationToken interrupt) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        // A buffer of its own: a read that nobody waits for any more may still write into it.
        var read = Task.Run(() =>
        {
            var own = new byte[count];
            return (own, inner.Read(own, 0, count));
        });
        read.Wait(interrupt);
        var (bytes, length) = read.Result;
        bytes.AsSpan(0, length).CopyTo(buffer.AsSpan(offset));
        return length;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
