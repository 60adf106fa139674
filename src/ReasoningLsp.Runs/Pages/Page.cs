using System.Globalization;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Runs.Pages.Mathematics;

namespace ReasoningLsp.Runs.Pages;

/// <summary>One self-contained page of HTML: no scripts, nothing fetched. Text is escaped where it is written.</summary>
internal sealed class Page(TextWriter output)
{
    /// <summary>Begins it.</summary>
    public void Begin(string title) => Begin(Markup.Text(title));

    /// <summary>Begins it, in a language.</summary>
    public void Begin(Markup title, string language = "en", string? generator = null, bool isRightToLeft = false)
    {
        output.WriteLine($"<!doctype html>\n<html lang=\"{Escape(language)}\""
            + $"{(isRightToLeft ? " dir=\"rtl\"" : string.Empty)}>\n<head>\n<meta charset=\"utf-8\">");
        output.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
            + "img-src data:\">");
        output.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        output.WriteLine("<meta name=\"color-scheme\" content=\"light dark\">");
        if (generator is not null)
            output.WriteLine($"<meta name=\"generator\" content=\"{Escape(generator)}\">");
        using var style = new StreamReader(typeof(Page).Assembly.GetManifestResourceStream("page.css")!);
        output.WriteLine($"<title>{title.Html}</title>\n<style>\n{style.ReadToEnd()}</style>\n</head>\n<body>");
        output.WriteLine($"<h1>{title.Html}</h1>");
    }

    /// <summary>Ends it.</summary>
    public void End() => output.WriteLine("</body>\n</html>");

    /// <summary>A heading.</summary>
    public void Heading(string text, int level = 2) => output.WriteLine($"<h{level}>{Escape(text)}</h{level}>");

    /// <summary>A paragraph.</summary>
    public void Paragraph(string text, string? kind = null) => Paragraph(Markup.Text(text), kind);

    /// <summary>A paragraph, with its language where that is not the page's.</summary>
    public void Paragraph(Markup text, string? kind = null, string? language = null) => output.WriteLine(
        $"<p dir=\"auto\"{(kind is null ? string.Empty : $" class=\"{kind}\"")}{Language(language)}>{text.Html}</p>");

    /// <summary>A picture with what it shows.</summary>
    public void Picture(string svg, string caption) =>
        output.WriteLine($"<figure>{svg}<figcaption>{Escape(caption)}</figcaption></figure>");

    /// <summary>A table; numbers to the right.</summary>
    public void Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        output.WriteLine("<table>\n<thead><tr>" + string.Concat(columns.Select(column => $"<th scope=\"col\">{Escape(column)}</th>"))
            + "</tr></thead>\n<tbody>");
        foreach (var row in rows)
            output.WriteLine("<tr>" + string.Concat(row.Select(Cell)) + "</tr>");
        output.WriteLine("</tbody>\n</table>");
    }

    /// <summary>A list of steps, each with its kind for the style sheet and remarks below it.</summary>
    public void Steps(IEnumerable<PageStep> steps)
    {
        output.WriteLine("<ol class=\"steps\">");
        foreach (var step in steps)
        {
            output.WriteLine($"<li class=\"{step.Kind}\"><span class=\"mark\">{Escape(step.Mark)}</span> "
                + $"<span class=\"text\" dir=\"auto\"{Language(step.Language)}>{step.Text.Html}</span>");
            foreach (var (remark, language) in step.Remarks)
                Paragraph(remark, "remark", language);
            output.WriteLine("</li>");
        }

        output.WriteLine("</ol>");
    }

    private static string Cell(object? value) => value switch
    {
        double number => $"<td class=\"number\">{number.ToString("0.####", CultureInfo.InvariantCulture)}</td>",
        long or int => $"<td class=\"number\">{Convert.ToString(value, CultureInfo.InvariantCulture)}</td>",
        _ => $"<td dir=\"auto\">{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty)}</td>",
    };

    private static string Language(string? code) => code is null ? string.Empty : $" lang=\"{Escape(code)}\"";

    private static string Escape(string text) => Html.Escape(text);
}
