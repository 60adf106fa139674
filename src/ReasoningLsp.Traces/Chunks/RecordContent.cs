using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>One record of JSON as read; offsets count from where its chunk begins.</summary>
/// <param name="Trace">The trace; without steps where the record could not be read.</param>
/// <param name="Suppressions">Rules the record switches off.</param>
/// <param name="BrokenAt">Where the JSON is broken, or -1.</param>
/// <param name="Detail">What is wrong there.</param>
internal sealed record RecordContent(Trace Trace, ImmutableArray<Suppression> Suppressions, int BrokenAt = -1, string? Detail = null)
{
    /// <summary>The record at its place: moved by <paramref name="delta"/>, the <paramref name="index"/>th of its file.</summary>
    /// <param name="index">Its number in the file, from 0.</param>
    /// <param name="delta">Where its chunk begins.</param>
    /// <param name="positionOf">The line and character of an offset that counts from the start of the chunk; asked only for broken JSON.</param>
    public Trace Place(int index, int delta, Func<int, LinePosition> positionOf)
    {
        var trace = Move(Trace, index, delta);
        if (BrokenAt < 0)
            return trace;
        var position = positionOf(BrokenAt);
        var message = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Broken JSON on line {position.Line + 1}, column {position.Character + 1}: {Detail}.");
        return trace with { Errors = [new ReadError("broken-json", message, new TextSpan(BrokenAt + delta, 0))] };
    }

    /// <summary>The same trace at another place in the file.</summary>
    public static Trace Move(Trace trace, int index, int delta)
    {
        if (delta == 0)
            return trace.Index == index ? trace : trace with { Index = index };
        return trace with
        {
            Index = index,
            Problem = trace.Problem?.Shift(delta),
            Steps = [.. trace.Steps.Select(step => step with { Text = step.Text.Shift(delta), Span = step.Span.Shift(delta) })],
            FinalAnswer = trace.FinalAnswer?.Shift(delta),
            Span = trace.Span.Shift(delta),
            Errors = [.. trace.Errors.Select(error => error with { Span = error.Span.Shift(delta) })],
        };
    }
}
