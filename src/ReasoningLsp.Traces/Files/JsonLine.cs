namespace ReasoningLsp.Traces.Files;

/// <summary>One line of a JSON Lines file that holds a record.</summary>
/// <param name="Text">The line without its line end.</param>
/// <param name="Number">Its number in the file, from 0, blank lines counted.</param>
/// <param name="Record">The record's number, from 0, blank lines not counted.</param>
/// <param name="Offset">Where it begins, in UTF-16 units of the decoded file.</param>
/// <param name="Error">Why not all of it could be taken over, or null; spans count from the start of the line.</param>
public sealed record JsonLine(string Text, int Number, int Record, long Offset, ReadError? Error);
