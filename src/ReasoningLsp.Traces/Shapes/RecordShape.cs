using System.Collections.Immutable;
using ReasoningLsp.Traces.Json;

namespace ReasoningLsp.Traces.Shapes;

/// <summary>One way in which data sets and the interfaces of models write solutions.</summary>
/// <param name="name">Its name among people.</param>
/// <param name="example">A record of it, as short as it can be.</param>
internal abstract class RecordShape(string name, string example)
{
    public string Name => name;

    public string Example => example;

    /// <summary>The keys that a record of this shape has, the telling ones first.</summary>
    public abstract ImmutableArray<ShapeKey> Keys { get; }

    /// <summary>The solutions of <paramref name="record"/>; null where it is not of this shape.</summary>
    public IReadOnlyList<RecordSolution>? Read(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors)
    {
        foreach (var key in Keys)
            if (!key.IsIn(record))
                return null;
        return ReadMatching(record, errors);
    }

    /// <summary>What is missing in a record that has all keys and yet no solution, as the end of a sentence.</summary>
    public virtual string Lack(JsonObjectPlace record) => "no text of a solution stands in it";

    /// <summary>The solutions of a record that has all keys; null where what stands there says that it is of no such shape.</summary>
    protected abstract IReadOnlyList<RecordSolution>? ReadMatching(JsonObjectPlace record, ImmutableArray<ReadError>.Builder errors);
}
