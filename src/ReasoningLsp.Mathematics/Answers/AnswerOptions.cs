namespace ReasoningLsp.Mathematics.Answers;

/// <summary>How closely two answers must agree.</summary>
public sealed record AnswerOptions
{
    /// <summary>Names count, and numbers agree exactly or to the digits shown.</summary>
    public static AnswerOptions Default { get; } = new();

    /// <summary>Decimals to which numbers must agree, 0 to 30, or digits where they are smaller; null to go by the digits shown.</summary>
    public int? Precision { get; init; }

    /// <summary>Whether the names of variables count: <c>f(x)</c> differs from <c>f(y)</c>.</summary>
    public bool Strict { get; init; } = true;
}
