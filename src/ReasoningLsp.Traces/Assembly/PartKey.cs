namespace ReasoningLsp.Traces.Assembly;

/// <summary>What a part is made of. Equal keys over unchanged chunks mean equal parts, but for index, number and place.</summary>
internal readonly record struct PartKey(int FromChunk, int FromPosition, int Row, int ToChunk, int ToPosition, LabelUse Use, bool IsThought)
    : IComparable<PartKey>
{
    public int CompareTo(PartKey other) =>
        (FromChunk, FromPosition, Row).CompareTo((other.FromChunk, other.FromPosition, other.Row));
}
