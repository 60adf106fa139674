namespace ReasoningLsp.Review.Configuration;

/// <summary>Something a configuration says that has no meaning; the rest of it holds.</summary>
/// <param name="File">The configuration's path.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
/// <param name="Key">The key it stands under, such as <c>rules.RR101</c>, or empty.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would mend it.</param>
public sealed record ConfigurationProblem(string File, int Line, int Column, string Key, string Message, string Remedy);
