namespace ReasoningLsp.Traces;

/// <summary>Something in the file that could not be read; the rest still is.</summary>
/// <param name="Code">A stable id in kebab case, such as <c>broken-json</c> or <c>unclosed-maths</c>.</param>
/// <param name="Message">What is wrong and what would mend it, for a person.</param>
/// <param name="Span">Where, in the original file.</param>
public sealed record ReadError(string Code, string Message, TextSpan Span);
