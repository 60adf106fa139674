using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Client;
using ReasoningLsp.Server.Documents;
using ReasoningLsp.Server.Presentation;
using ReasoningLsp.Server.Protocol;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Server.Features.Completion;

/// <summary>What can be written at a place of a text.</summary>
internal sealed partial class Completions(TextSnapshot text, ClientProfile client, RuleLinks links)
{
    private const int PropertyKind = 10, KeywordKind = 14, ValueKind = 12;

    private static readonly ImmutableArray<(string Key, string Meaning)> Keys =
    [
        ("problem", "The problem, where the text does not state it."),
        ("answer", "The reference answer; the final answer is compared with it."),
        ("hints", "Hints for an author."),
        ("concepts", "What the problem is about."),
        ("checklist", "Questions that the solution must stand up to, or names of checklist files."),
        ("language", "Language of the text, such as en."),
        ("profile", "Which reward model's profile scores the steps."),
    ];

    private static readonly ImmutableArray<(string Directive, string Meaning)> Directives =
    [
        ("reasoning-disable-next-step", "Silences the rules it names in the step that follows."),
        ("reasoning-disable-step", "Silences the rules it names in the step it stands in."),
        ("reasoning-disable-file", "Silences the rules it names in the whole file."),
        ("reasoning-review", "Asks for this file to be reviewed; within its first five lines."),
    ];

    /// <summary>The items at a position.</summary>
    public ImmutableArray<CompletionItem> At(Position position)
    {
        var offset = text.Positions.OffsetOf(position);
        var line = text.LineAt(offset);
        var before = text.Text[line.Start..offset];
        var word = TextSpan.FromBounds(offset - TrailingWord().Match(before).Length, offset);
        if (InDirective().IsMatch(before))
            return [
                .. RuleCatalog.All.Select(
                    rule => Item(
                        rule.Id, ValueKind, rule.Name, $"{rule.Summary}\n\n{MarkdownText.Link(rule.Id, links.Of(rule.Id))}", word))];
        if (InComment().IsMatch(before))
            return [.. Directives.Select(directive => Item(directive.Directive, KeywordKind, null, directive.Meaning, word))];
        return InFrontMatter(line) && AtKey().IsMatch(before)
            ? [.. Keys.Where(key => !HasKey(key.Key)).Select(key => Item($"{key.Key}: ", PropertyKind, null, key.Meaning, word))]
            : [];
    }

    private CompletionItem Item(string label, int kind, string? detail, string meaning, TextSpan word) => new(
        label.TrimEnd(' ', ':'),
        kind,
        detail,
        new MarkupContent(
            client.MarkdownCompletion ? "markdown" : "plaintext", client.MarkdownCompletion ? meaning : meaning.Split('\n')[0]),
        label.TrimEnd(' ', ':'),
        new LspTextEdit(text.Positions.RangeOf(word), label));

    // Between a first line "---" and the next one; the second may not be written yet.
    private bool InFrontMatter(TextSpan line)
    {
        if (line.Start == 0 || !Line(0).AsSpan().TrimStart('\uFEFF').TrimEnd().SequenceEqual("---"))
            return false;
        for (var index = 1; index < text.Positions.LineCount; index++)
        {
            var span = text.Positions.Lines.LineSpan(index);
            if (span.Start >= line.Start)
                return true;
            if (Line(index).TrimEnd() is "---" or "...")
                return false;
        }

        return false;
    }

    private bool HasKey(string key)
    {
        for (var index = 1; index < text.Positions.LineCount && Line(index).TrimEnd() is not ("---" or "..."); index++)
        {
            if (Line(index).StartsWith(key + ":", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private string Line(int index)
    {
        var span = text.Positions.Lines.LineSpan(index);
        return text.Text.Substring(span.Start, span.Length);
    }

    [GeneratedRegex(@"[\w-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingWord();

    [GeneratedRegex(@"(?:<!--|%)\s*reasoning-disable-(?:next-step|step|file)\s(?:(?!-->).)*$", RegexOptions.CultureInvariant)]
    private static partial Regex InDirective();

    [GeneratedRegex(@"(?:<!--|^\s*%)\s*[a-z-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex InComment();

    [GeneratedRegex(@"^\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtKey();
}
