using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>A file's text and the traces in it. Immutable; an edit makes a new one.</summary>
/// <param name="Text">The original text, every unit of it.</param>
/// <param name="Format">How it was read.</param>
/// <param name="Traces">The traces in order.</param>
/// <param name="Suppressions">Comments that switch a rule off.</param>
/// <param name="Errors">What belongs to no trace and could not be read, such as a broken line of JSON.</param>
public sealed record TraceDocument(
    string Text,
    TraceFormat Format,
    ImmutableArray<Trace> Traces,
    ImmutableArray<Suppression> Suppressions,
    ImmutableArray<ReadError> Errors)
{
    /// <summary>What the reader keeps to re-read only what an edit touches; null where it was not kept.</summary>
    internal ReadingState? State { get; init; }
}
