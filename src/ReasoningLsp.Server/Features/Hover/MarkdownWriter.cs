using System.Text;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Scores;
using ReasoningLsp.Server.Presentation;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>Writes Markdown. What stems from the document stands in code spans, where it can neither link nor mark up.</summary>
/// <param name="showsImages">Whether the client shows an image that stands in the text itself.</param>
internal sealed class MarkdownWriter(bool showsImages) : ICardWriter
{
    private readonly StringBuilder _text = new();

    private string _last = string.Empty;

    /// <inheritdoc/>
    public string Text => _text.ToString().TrimEnd();

    /// <inheritdoc/>
    public void Heading(string name, string state) => Add(nameof(Heading), $"**{MarkdownText.Plain(name)}** — {state}");

    /// <inheritdoc/>
    public void Paragraph(string text) => Add(nameof(Paragraph), text);

    /// <inheritdoc/>
    public void Relation(string sign, string mathematics, string remark) =>
        Add(nameof(Relation),
            $"- {sign} {MarkdownText.Code(mathematics)}{(remark.Length == 0 ? string.Empty : $" {MarkdownText.Plain(remark)}")}");

    /// <inheritdoc/>
    public void Finding(string rule, string? address, string message) =>
        Add(nameof(Finding), $"{MarkdownText.Link(rule, address)} {MarkdownText.Plain(message)}");

    /// <inheritdoc/>
    public void Aside(string how, string message) => Add(nameof(Aside), $"*{MarkdownText.Plain(how)}* — {MarkdownText.Plain(message)}");

    /// <inheritdoc/>
    public void Evidence(string name, string value) => Add(nameof(Evidence), $"- {name}: {MarkdownText.Code(value)}");

    /// <inheritdoc/>
    public void Curve(TraceScores scores, int steps, int current) => Add(nameof(Curve), showsImages
        ? MarkdownText.Curve(scores, steps, current)
        : $"- all steps: {MarkdownText.Code(ScoreCurve.Text(scores, steps, current))}");

    // Items of one list stand on lines that follow each other, everything else stands apart.
    private void Add(string kind, string line)
    {
        if (_text.Length > 0)
            _text.Append(kind == _last && line.StartsWith("- ", StringComparison.Ordinal) ? "\n" : "\n\n");
        _text.Append(line);
        _last = kind;
    }
}
