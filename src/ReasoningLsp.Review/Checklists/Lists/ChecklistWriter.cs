using System.Globalization;
using System.Text;

namespace ReasoningLsp.Review.Checklists.Lists;

/// <summary>Writes a checklist as the Markdown that <see cref="ChecklistReader"/> reads.</summary>
public static class ChecklistWriter
{
    /// <summary>The text of a file.</summary>
    public static string Write(Checklist list, string? introduction = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        var text = new StringBuilder("# ").Append(OneLine(list.Name)).Append("\n\n");
        if (introduction is not null)
            text.Append(introduction).Append("\n\n");
        foreach (var item in list.Items)
        {
            text.Append("- [ ] ").Append(OneLine(item.Question)).Append('\n');
            if (item.Weight != 1)
                text.Append(CultureInfo.InvariantCulture, $"  - weight: {item.Weight}\n");
            if (item.AppliesWhen is { } when)
                text.Append("  - applies when: ").Append(OneLine(when)).Append('\n');
            if (item.Check is { } check)
                text.Append("  - check: ").Append(check).Append('\n');
        }

        return text.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
