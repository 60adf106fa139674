namespace ReasoningLsp.Inference.Engine;

/// <summary>A token held in the cache, shared by every sequence that begins with it and all before it.</summary>
internal sealed class Cell
{
    private Dictionary<ReadingKey, double[]>? _readings;

    /// <summary>Sequences that hold it.</summary>
    public int Holders { get; set; }

    /// <summary>What was read here before, or null.</summary>
    public double[]? Reading(in ReadingKey key) => _readings?.GetValueOrDefault(key);

    /// <summary>Keeps what was read here.</summary>
    public void Keep(in ReadingKey key, double[] reading) => (_readings ??= [])[key] = reading;
}
