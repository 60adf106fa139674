using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.References;

/// <summary>A place where a quantity such as <c>x</c> or <c>a_1</c> is written.</summary>
/// <param name="Name">Its name, subscripts after an underscore.</param>
/// <param name="Span">In the original file.</param>
/// <param name="Step">Index of the step, or -1 for the problem.</param>
/// <param name="IsDefinition">Whether its value is fixed here: the first equation that gives it alone, by a value if any does.</param>
public sealed record QuantityUse(string Name, TextSpan Span, int Step, bool IsDefinition);
