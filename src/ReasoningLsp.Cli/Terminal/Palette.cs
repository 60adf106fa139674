using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>
/// Colours that stay apart for colour-blind eyes (vermilion, amber, sky blue). Every one stands beside a word that says the same.
/// </summary>
internal sealed class Palette(bool isOn)
{
    private const string Reset = "\u001b[0m";

    /// <summary>The colour of a severity.</summary>
    public string Severity(Severity severity, string text) => severity switch
    {
        Review.Findings.Severity.Error => Paint("1;38;5;202", text),
        Review.Findings.Severity.Warning => Paint("1;38;5;214", text),
        _ => Paint("38;5;75", text),
    };

    /// <summary>What stands out.</summary>
    public string Bold(string text) => Paint("1", text);

    /// <summary>What stands back.</summary>
    public string Dim(string text) => Paint("2", text);

    private string Paint(string code, string text) => isOn && text.Length > 0 ? $"\u001b[{code}m{text}{Reset}" : text;
}
