using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>One problem with its ordered steps and, where it has one, its final answer.</summary>
/// <param name="Index">Position in the file, from 0.</param>
/// <param name="Id">The record's id or the problem's heading, or null.</param>
/// <param name="Problem">The problem as stated, or null.</param>
/// <param name="Steps">The steps in order of writing.</param>
/// <param name="FinalAnswer">What an Answer section states, or null where the answer stands in the last step.</param>
/// <param name="Settings">Reference answer, hints, checklist, language, profile.</param>
/// <param name="Span">The whole trace in the original file.</param>
/// <param name="Errors">What of this trace could not be read.</param>
public sealed record Trace(
    int Index,
    string? Id,
    MappedText? Problem,
    ImmutableArray<Step> Steps,
    MappedText? FinalAnswer,
    TraceSettings Settings,
    TextSpan Span,
    ImmutableArray<ReadError> Errors);
