namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Counts the comparisons of one pair of answers, so that lists of lists cannot take for ever.</summary>
internal sealed class ComparisonWork
{
    private int _left = 2_000;

    /// <summary>Whether one more comparison may be made.</summary>
    public bool Take() => --_left >= 0;
}
