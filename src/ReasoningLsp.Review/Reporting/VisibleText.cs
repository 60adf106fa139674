using System.Text;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Keeps reviewed text, which may be hostile, from steering the terminal or the page that shows it.</summary>
public static class VisibleText
{
    /// <summary>The character, or a visible one in place of a control or a mark that turns the reading direction.</summary>
    public static char Of(char character) => character switch
    {
        < ' ' => (char)('\u2400' + character),
        '\u007f' => '\u2421',
        >= '\u0080' and <= '\u009f' => '\ufffd',
        '\u200e' or '\u200f' or '\u061c' => '\ufffd',
        >= '\u202a' and <= '\u202e' => '\ufffd',
        >= '\u2066' and <= '\u2069' => '\ufffd',
        '\u2028' or '\u2029' => '\ufffd',
        _ => character,
    };

    /// <summary>The text with every such character made visible and lone surrogates replaced.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(UnicodeText.WellFormed(text));
        for (var at = 0; at < visible.Length; at++)
            visible[at] = Of(visible[at]);
        return visible.ToString();
    }
}
