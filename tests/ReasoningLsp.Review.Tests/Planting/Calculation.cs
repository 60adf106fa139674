using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>One annotated calculation of a GSM8K solution, placed in the text that stands without its annotations.</summary>
/// <param name="Step">Index of its step.</param>
/// <param name="Expression">What is calculated, as annotated.</param>
/// <param name="Value">The annotated result.</param>
/// <param name="WrittenFrom">Where in the step's text the written calculation may begin: after the one before.</param>
/// <param name="ResultAt">Where in the step's text the result stands.</param>
/// <param name="ResultLength">Its length.</param>
internal sealed record Calculation(int Step, string Expression, Rational Value, int WrittenFrom, int ResultAt, int ResultLength);
