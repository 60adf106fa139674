using System.Collections.Immutable;
using System.Text;

namespace ReasoningLsp.Review.Tests.Relations;

/// <summary>Writes the table of notation as a page for people.</summary>
internal static class NotationPage
{
    public static string Write(ImmutableArray<NotationCase> cases)
    {
        var page = new StringBuilder(("""
            # Notation
            What can be written, and what comes of it. The page is generated from the cases that the tests run: every statement under
            """
            + """
             "true" is proven and every one under "false" draws a finding, unless the notation says otherwise.


            """).ReplaceLineEndings("\n"));
        foreach (var notation in cases.GroupBy(entry => entry.Notation))
        {
            page.Append("## ").Append(notation.Key).Append('\n');
            if (notation.First().Language is { } language)
                page.Append("\nIn a trace whose language is `").Append(language).Append("`.\n");
            page.Append(notation.First().Decides switch
            {
                Decides.Everything => string.Empty,
                Decides.TrueOnly => "\nTrue statements are proven; false ones draw no finding of their own yet.\n",
                _ => "\nRead with care and mostly left undecided: no true statement draws a finding, and no false one is called true.\n",
            });
            page.Append("\n| true | false |\n| --- | --- |\n");
            var right = notation.Where(entry => entry.IsTrue).ToList();
            var wrong = notation.Where(entry => !entry.IsTrue).ToList();
            for (var row = 0; row < Math.Max(right.Count, wrong.Count); row++)
                page.Append("| ").Append(Cell(right, row)).Append(" | ").Append(Cell(wrong, row)).Append(" |\n");
            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    // Two backticks: a case may hold one. A bar would end the cell, even in code.
    private static string Cell(List<NotationCase> cases, int row) =>
        row < cases.Count ? $"`` {cases[row].Text.Replace("|", "\\|", StringComparison.Ordinal)} ``" : string.Empty;
}
