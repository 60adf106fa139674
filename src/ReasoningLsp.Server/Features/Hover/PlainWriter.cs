using System.Text;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Review.Scores;

namespace ReasoningLsp.Server.Features.Hover;

/// <summary>Writes plain text, for clients that show no Markdown.</summary>
internal sealed class PlainWriter : ICardWriter
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public string Text => _text.ToString().TrimEnd();

    /// <inheritdoc/>
    public void Heading(string name, string state) => _text.Append($"{Visible(name)}: {state}\n");

    /// <inheritdoc/>
    public void Paragraph(string text) => _text.Append($"{text}\n");

    /// <inheritdoc/>
    public void Relation(string sign, string mathematics, string remark) =>
        _text.Append($"  {sign} {Visible(mathematics)}{(remark.Length == 0 ? string.Empty : $" {Visible(remark)}")}\n");

    /// <inheritdoc/>
    public void Finding(string rule, string? address, string message) => _text.Append($"{rule}: {Visible(message)}\n");

    /// <inheritdoc/>
    public void Aside(string how, string message) => _text.Append($"{Visible(how)}\n  {Visible(message)}\n");

    /// <inheritdoc/>
    public void Evidence(string name, string value) => _text.Append($"  {name}: {Visible(value)}\n");

    /// <inheritdoc/>
    public void Curve(TraceScores scores, int steps, int current) =>
        _text.Append($"  all steps: {ScoreCurve.Text(scores, steps, current)}\n");

    private static string Visible(string text) => VisibleText.Of(text.ReplaceLineEndings(" ").Trim());
}
