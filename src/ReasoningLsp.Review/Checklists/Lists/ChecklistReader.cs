using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Checklists.Exact;

namespace ReasoningLsp.Review.Checklists.Lists;

/// <summary>
/// Reads a checklist from Markdown: every task-list line is an item, and indented lines below it say
/// <c>weight: 2</c>, <c>applies when: …</c> or <c>check: name</c>. Everything else is prose for people.
/// </summary>
public static partial class ChecklistReader
{
    /// <summary>Most items of a list; what comes after is reported and left out.</summary>
    public const int MostItems = 200;

    /// <summary>Most characters of a question.</summary>
    public const int LongestQuestion = 2000;

    /// <summary>Most characters of a file.</summary>
    private const int LongestText = 1 << 20;

    /// <summary>The list in <paramref name="text"/>. What cannot be read is reported; nothing throws.</summary>
    public static (Checklist List, ImmutableArray<ChecklistProblem> Problems) Read(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var items = ImmutableArray.CreateBuilder<ChecklistItem>();
        var problems = ImmutableArray.CreateBuilder<ChecklistProblem>();
        if (text.Length > LongestText)
            return (new Checklist(name, []), [new ChecklistProblem(0, "A checklist has at most a million characters.")]);
        var number = 0;
        var isOpen = false;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (Item().Match(line) is { Success: true } match)
                isOpen = Add(items, problems, match.Groups["question"].Value.Trim(), number);
            else if (isOpen && s_attribute.Match(line) is { Success: true } attribute)
                items[^1] = With(items[^1], attribute.Groups["key"].Value, attribute.Groups["value"].Value.Trim(), number, problems);
            else if (isOpen && line.Length > 0 && char.IsWhiteSpace(line[0]) && line.Trim() is { Length: > 0 } more
                && more[0] is not ('-' or '*'))
                items[^1] = Longer(items[^1], more);
            else if (line.Length > 0 && !char.IsWhiteSpace(line[0]))
                isOpen = false;
        }

        if (items.Count == 0)
            problems.Add(new ChecklistProblem(0,
                $"The checklist {name} has no items: write each question as `- [ ] Is the final answer boxed?`."));
        return (new Checklist(name, items.ToImmutable()), problems.ToImmutable());
    }

    private static bool Add(ImmutableArray<ChecklistItem>.Builder items, ImmutableArray<ChecklistProblem>.Builder problems, string question,
        int line)
    {
        if (question.Length is 0 or > LongestQuestion)
            problems.Add(new ChecklistProblem(line,
                $"A question has 1 to {LongestQuestion} characters; this one has {question.Length} and is left out."));
        else if (items.Count == MostItems)
            problems.Add(new ChecklistProblem(line, $"A checklist has at most {MostItems} items; this one is left out."));
        else if (items.All(item => item.Id != new ChecklistItem(question).Id))
            items.Add(new ChecklistItem(question));
        else
            problems.Add(new ChecklistProblem(line, "This question stands in the list already; it counts once."));
        return items.Count > 0 && items[^1].Question == question;
    }

    private static ChecklistItem Longer(ChecklistItem item, string more) =>
        item.Question.Length + more.Length < LongestQuestion ? item with { Question = $"{item.Question} {more}" } : item;

    private static ChecklistItem With(ChecklistItem item, string key, string value, int line,
        ImmutableArray<ChecklistProblem>.Builder problems)
    {
        switch (key.ToUpperInvariant())
        {
            case "WEIGHT" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            && weight is > 0 and <= 100:
                return item with { Weight = weight };
            case "WEIGHT":
                problems.Add(new ChecklistProblem(line,
                    $"A weight is a number above 0 and at most 100, not \"{value}\"; the item counts 1."));
                return item;
            case "CHECK" when ExactItems.Knows(value):
                return item with { Check = value.ToLowerInvariant() };
            case "CHECK":
                problems.Add(new ChecklistProblem(line,
                    $"There is no exact check \"{value}\"; there are {string.Join(", ", ExactItems.Names)}."));
                return item;
            default:
                return item with { AppliesWhen = value };
        }
    }

    [GeneratedRegex(@"^ {0,3}(?:[-*+]|[0-9]{1,4}[.)])[ \t]+\[[ xX]\](?<question>.*)$")]
    private static partial Regex Item();

    private static readonly LinearRegex s_attribute = new(
        @"^\s+[-*+]\s+(?<key>weight|applies when|check)\s*:(?<value>.*)$", RegexOptions.IgnoreCase);
}
