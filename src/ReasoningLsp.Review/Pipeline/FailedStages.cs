namespace ReasoningLsp.Review.Pipeline;

/// <summary>Tells of the first failure of a stage and remembers that there was one; the other stages go on. Thread-safe.</summary>
/// <param name="tell">Told once.</param>
public sealed class FailedStages(Action<string> tell)
{
    private int _failures;

    /// <summary>Whether a stage failed for some trace.</summary>
    public bool Any => Volatile.Read(ref _failures) > 0;

    /// <summary>A stage failed.</summary>
    public void Add(string message)
    {
        if (Interlocked.Increment(ref _failures) == 1)
            tell(message);
    }
}
