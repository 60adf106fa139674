namespace ReasoningLsp.Review.Findings;

/// <summary>A rule as users know it. Ids are never reused.</summary>
/// <param name="Id">Such as <c>RR101</c>; its page is <c>docs/rules/RR101.md</c>.</param>
/// <param name="Name">Short name in kebab case, such as <c>false-equality</c>.</param>
/// <param name="Severity">Severity unless configured.</param>
/// <param name="Summary">One sentence: what it finds.</param>
public sealed record Rule(string Id, string Name, Severity Severity, string Summary);
