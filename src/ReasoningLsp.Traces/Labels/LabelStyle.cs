namespace ReasoningLsp.Traces.Labels;

/// <summary>How a label is set off; it decides how far what it opens reaches.</summary>
internal enum LabelStyle
{
    /// <summary>In the line, with a colon.</summary>
    Plain,

    /// <summary>In the line, bold or otherwise emphasised.</summary>
    Strong,

    /// <summary>The marker of a list item.</summary>
    Item,

    /// <summary>A heading, or an environment: reaches up to the next one.</summary>
    Heading,
}
