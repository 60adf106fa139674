namespace ReasoningLsp.Traces.Assembly;

/// <summary>A part of a trace: pieces from <paramref name="From"/> up to but without <paramref name="To"/>.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="From">Its first piece, which bears its label if it has one.</param>
/// <param name="To">After its last piece.</param>
/// <param name="IsNamed">Whether the file names it, and not the reader.</param>
internal readonly record struct Section(SectionKind Kind, int From, int To, bool IsNamed);
