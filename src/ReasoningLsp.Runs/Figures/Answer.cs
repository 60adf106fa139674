using System.Collections.Immutable;

namespace ReasoningLsp.Runs.Figures;

/// <summary>A table of values.</summary>
/// <param name="Columns">The columns' names.</param>
/// <param name="Rows">The rows; a value is null, a string, a Boolean, a number, an array of values, or one of names
/// with values.</param>
public sealed record Answer(ImmutableArray<string> Columns, IReadOnlyList<ImmutableArray<object?>> Rows);
