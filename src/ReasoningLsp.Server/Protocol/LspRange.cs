namespace ReasoningLsp.Server.Protocol;

/// <summary>A half-open stretch of a document.</summary>
internal readonly record struct LspRange(Position Start, Position End)
{
    /// <summary>Whether the two share a place; edges count.</summary>
    public bool Touches(LspRange other) => Before(Start, other.End) && Before(other.Start, End);

    private static bool Before(Position left, Position right) => (left.Line, left.Character).CompareTo((right.Line, right.Character)) <= 0;
}
