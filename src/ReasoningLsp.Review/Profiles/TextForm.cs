namespace ReasoningLsp.Review.Profiles;

/// <summary>How the document's text enters a prompt.</summary>
public enum TextForm
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>White space at both ends taken off.</summary>
    Trim,

    /// <summary>White space at the start taken off.</summary>
    TrimStart,

    /// <summary>White space at the end taken off.</summary>
    TrimEnd,

    /// <summary>Every line end made one space.</summary>
    Spaces,
}
