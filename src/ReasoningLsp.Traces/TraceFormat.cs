namespace ReasoningLsp.Traces;

/// <summary>The file formats that are read.</summary>
public enum TraceFormat
{
    /// <summary>Markdown with headings, labels, lists and paragraphs.</summary>
    Markdown,

    /// <summary>A LaTeX solution.</summary>
    Latex,

    /// <summary>Plain text: paragraphs and labelled lines.</summary>
    PlainText,

    /// <summary>One JSON document: a trace, an array of traces, or a chat transcript.</summary>
    Json,

    /// <summary>One JSON record a line.</summary>
    JsonLines,

    /// <summary>A Jupyter notebook: the Markdown of its cells, in the JSON that stands on disk.</summary>
    Notebook,
}
