using System.Collections.Immutable;

namespace ReasoningLsp.Traces.Chunks;

/// <summary>What the block between <c>---</c> lines at the top of a file says.</summary>
/// <param name="Settings">The settings it holds.</param>
/// <param name="Problem">The problem, or null.</param>
/// <param name="Errors">Where it could not be read.</param>
/// <param name="HasOurKeys">Whether it names a problem, an answer, a checklist or a profile.</param>
internal sealed record FrontMatter(TraceSettings Settings, MappedText? Problem, ImmutableArray<ReadError> Errors, bool HasOurKeys);
