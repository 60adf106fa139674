namespace ReasoningLsp.Runs.Planting;

/// <summary>A kind of error that is planted in a right solution.</summary>
public enum PlantKind
{
    /// <summary>The result of a calculation: off by one or ten, digits swapped.</summary>
    Number,

    /// <summary>Another operation than the one that gives the result.</summary>
    Operator,

    /// <summary>The result with the other sign.</summary>
    Sign,

    /// <summary>A result of another step in place of the number that belongs there.</summary>
    Dependency,

    /// <summary>A number of the problem becomes one that nobody gave, and the calculation is done with it.</summary>
    Premise,

    /// <summary>The unit of a result becomes another one of the same kind.</summary>
    Unit,

    /// <summary>Of two solutions of an equation one is left out, or the minus of a ±.</summary>
    Case,
}
