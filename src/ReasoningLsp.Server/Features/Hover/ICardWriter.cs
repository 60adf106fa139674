using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>Writes what a hover says, in a markup that the client shows.</summary>
internal interface ICardWriter
{
    /// <summary>A first line: a name and a word on it.</summary>
    void Heading(string name, string state);

    /// <summary>A sentence of ours.</summary>
    void Paragraph(string text);

    /// <summary>A line of mathematics with the sign of its verdict and what is to be said of it.</summary>
    void Relation(string sign, string mathematics, string remark);

    /// <summary>A finding: its rule, where that is explained, and its message.</summary>
    void Finding(string rule, string? address, string message);

    /// <summary>A finding that people set aside: how, and its message.</summary>
    void Aside(string how, string message);

    /// <summary>One named piece of evidence.</summary>
    void Evidence(string name, string value);

    /// <summary>The curve of a trace's scores, with the one of step <paramref name="current"/> marked.</summary>
    void Curve(TraceScores scores, int steps, int current);

    /// <summary>Everything written so far.</summary>
    string Text { get; }
}
