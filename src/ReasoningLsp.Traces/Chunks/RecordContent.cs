using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>One record of JSON as read; offsets count from where its chunk begins.</summary>
/// <param name="Traces">Its solutions, at least one; without steps where the record could not be read.</param>
/// <param name="Suppressions">Rules the record switches off.</param>
/// <param name="BrokenAt">Where the JSON is broken, or -1.</param>
/// <param name="Detail">What is wrong there.</param>
internal sealed record RecordContent(ImmutableArray<Trace> Traces, ImmutableArray<Suppression> Suppressions, int BrokenAt = -1,
    string? Detail = null)
{
    /// <summary>The traces at their place: moved by <paramref name="delta"/>, the first the <paramref name="index"/>th of its
    /// file.</summary>
    /// <param name="index">Its number in the file, from 0.</param>
    /// <param name="delta">Where its chunk begins.</param>
    /// <param name="positionOf">The line and character of an offset that counts from the start of the chunk; asked only for broken
    /// JSON.</param>
    public IEnumerable<Trace> Place(int index, int delta, Func<int, LinePosition> positionOf)
    {
        foreach (var own in Traces)
        {
            var trace = Move(own, index++, delta);
            yield return BrokenAt < 0 ? trace : trace with { Errors = [Broken(delta, positionOf(BrokenAt))] };
        }
    }

    private ReadError Broken(int delta, LinePosition position)
    {
        var message = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Broken JSON on line {position.Line + 1}, column {position.Character + 1}: {Detail}.");
        return new ReadError("broken-json", message, new TextSpan(BrokenAt + delta, 0));
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
