namespace ReasoningLsp.Cli.Terminal;

/// <summary>A line of source as a terminal shows it.</summary>
/// <param name="Line">Number of the line in the text, from 0.</param>
/// <param name="Text">Tabs expanded, controls made visible, clipped to the width.</param>
/// <param name="MarkColumn">Columns before the marked part.</param>
/// <param name="MarkWidth">Columns of the marked part, at least 1.</param>
internal readonly record struct ExcerptLine(int Line, string Text, int MarkColumn, int MarkWidth);
