namespace ReasoningLsp.Mathematics.Notation;

/// <summary>How a region of text is read.</summary>
public enum NotationMode
{
    /// <summary>Prose in which plain notation may stand.</summary>
    Prose,

    /// <summary>LaTeX mathematics.</summary>
    Math,

    /// <summary>Not read, such as code.</summary>
    Skip,
}
