namespace ReasoningLsp.Traces;

/// <summary>Replace what <paramref name="Span"/> covers in the original text by <paramref name="NewText"/>.</summary>
public sealed record TextEdit(TextSpan Span, string NewText);
