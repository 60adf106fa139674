namespace ReasoningLsp.Review.Profiles;

/// <summary>A profile that cannot be used, with the reason.</summary>
public sealed class ProfileException : Exception
{
    /// <summary>For this reason.</summary>
    public ProfileException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
