namespace ReasoningLsp.Runs.Routing;

/// <summary>A trace that a person should look at.</summary>
/// <param name="Unit">The input that it is of.</param>
/// <param name="Name">What people know it by.</param>
/// <param name="Worth">What a look is expected to tell, from 0 to about 2.</param>
/// <param name="Step">The step to begin with, or −1.</param>
/// <param name="Why">Why it stands here.</param>
/// <param name="Group">The kind of mistake that it shares with others, or null.</param>
public sealed record QueueItem(long Unit, string Name, double Worth, int Step, string Why, string? Group)
{
    /// <summary>Its place in the list that the queue was made of.</summary>
    public int At { get; init; }
}
