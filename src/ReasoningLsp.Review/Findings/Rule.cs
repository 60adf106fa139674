namespace ReasoningLsp.Review.Findings;

/// <summary>A rule as users know it. Ids are never reused.</summary>
/// <param name="Id">Such as <c>RR101</c>; its page is <c>docs/rules/RR101.md</c>.</param>
/// <param name="Name">Short name in kebab case, such as <c>false-equality</c>.</param>
/// <param name="Family">What it speaks of.</param>
/// <param name="Severity">Severity unless configured.</param>
/// <param name="Summary">One sentence: what it finds.</param>
public sealed record Rule(string Id, string Name, RuleFamily Family, Severity Severity, string Summary)
{
    /// <summary>Whether what it finds is refuted exactly: mathematics that is false, or a text that contradicts itself.</summary>
    public bool Refutes => Family is RuleFamily.Arithmetic or RuleFamily.Consistency;

    /// <summary>Whether a model alone says so: a score, or a judge's answer.</summary>
    public bool IsOfModel { get; init; }

    /// <summary>Whether it knows where the error is made, and not only that the end is wrong.</summary>
    public bool Locates { get; init; } = true;

    /// <summary>Whether the step adds nothing, so that it is shown faded.</summary>
    public bool Fades { get; init; }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
