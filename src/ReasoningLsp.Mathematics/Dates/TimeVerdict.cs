namespace ReasoningLsp.Mathematics.Dates;

/// <summary>What is certain about a statement.</summary>
public enum TimeVerdict
{
    /// <summary>It may be right: a reading, a year or a half of the day is not known, or the sentence casts doubt on it.</summary>
    Undecided,

    /// <summary>It is right.</summary>
    True,

    /// <summary>It is wrong in every reading.</summary>
    False,
}
