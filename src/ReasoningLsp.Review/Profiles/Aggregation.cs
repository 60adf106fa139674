namespace ReasoningLsp.Review.Profiles;

/// <summary>How a trace's scores become one.</summary>
public enum Aggregation
{
    /// <summary>The least: for correctness.</summary>
    Minimum,

    /// <summary>The product: for correctness.</summary>
    Product,

    /// <summary>The last: for value.</summary>
    Last,

    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The sum of log-odds, as odds again: a step that changes nothing does not move it.</summary>
    Sum,
}
