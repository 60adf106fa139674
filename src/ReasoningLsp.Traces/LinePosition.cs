namespace ReasoningLsp.Traces;

/// <summary>A place in a text as editors count it.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Character">UTF-16 units from the start of the line, from 0.</param>
public readonly record struct LinePosition(int Line, int Character);
