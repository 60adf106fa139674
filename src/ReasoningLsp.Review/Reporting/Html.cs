using System.Text;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Text into HTML.</summary>
public static class Html
{
    /// <summary>Safe as content and inside a quoted attribute. Controls and marks that turn the reading direction become visible.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in UnicodeText.WellFormed(text))
        {
            _ = character switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\n' or '\t' => escaped.Append(character),
                '\r' => escaped,
                _ => escaped.Append(VisibleText.Of(character)),
            };
        }

        return escaped.ToString();
    }
}
