namespace ReasoningLsp.Mathematics.Answers;

/// <summary>How closely two answers must agree.</summary>
public sealed record AnswerOptions
{
    /// <summary>Names count, and numbers agree to six decimals.</summary>
    public static AnswerOptions Default { get; } = new();

    /// <summary>Decimals to which numbers must agree, 0 to 30; null for six.</summary>
    public int? Precision { get; init; }

    /// <summary>Whether the names of variables count: <c>f(x)</c> differs from <c>f(y)</c>.</summary>
    public bool Strict { get; init; } = true;

    /// <summary>Whether a relation may answer for an interval; an interval may always answer for a relation.</summary>
    public bool AllowSetRelation { get; init; }
}
