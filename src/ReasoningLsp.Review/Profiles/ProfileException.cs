namespace ReasoningLsp.Review.Profiles;

/// <summary>A profile that cannot be used, with the reason.</summary>
public sealed class ProfileException : Exception
{
    /// <summary>For this reason.</summary>
    public ProfileException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether it tells of one solution, so that others may be scored.</summary>
    public bool IsOfSolution { get; init; }
}
