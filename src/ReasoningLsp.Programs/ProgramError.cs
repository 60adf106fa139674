namespace ReasoningLsp.Programs;

/// <summary>An error that stopped a program.</summary>
/// <param name="Kind">Its name in the program's language, such as <c>ZeroDivisionError</c>.</param>
/// <param name="Message">What it says.</param>
/// <param name="Module">The module that is missing, or null.</param>
public sealed record ProgramError(string Kind, string Message, string? Module);
