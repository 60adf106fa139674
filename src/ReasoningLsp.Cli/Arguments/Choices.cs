using System.CommandLine;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Cli.Arguments;

/// <summary>Options whose value is one of a few words.</summary>
internal static class Choices
{
    /// <summary>Formats of a report.</summary>
    public static IReadOnlyList<(string Word, ReportFormat Value)> Formats { get; } =
        [("text", ReportFormat.Text), ("jsonl", ReportFormat.JsonLines), ("sarif", ReportFormat.Sarif), ("github", ReportFormat.GitHub),
        ("html", ReportFormat.Html), ("markdown", ReportFormat.Markdown)];

    /// <summary>What fails a run.</summary>
    public static IReadOnlyList<(string Word, FailOn Value)> FailOns { get; } =
        [("error", FailOn.Error), ("warning", FailOn.Warning), ("hint", FailOn.Hint), ("never", FailOn.Never)];

    /// <summary>How far a fix reaches.</summary>
    public static IReadOnlyList<(string Word, FixKind Value)> Fixes { get; } =
        [("exact", FixKind.Exact), ("propagate", FixKind.Propagate)];

    /// <summary>Formats of a trace.</summary>
    public static IReadOnlyList<(string Word, TraceFormat Value)> TraceFormats { get; } =
        [("markdown", TraceFormat.Markdown), ("latex", TraceFormat.Latex), ("text", TraceFormat.PlainText), ("json", TraceFormat.Json),
        ("jsonl", TraceFormat.JsonLines), ("notebook", TraceFormat.Notebook)];

    /// <summary>An option whose value is the first of its type where it is not given.</summary>
    public static Option<T> Option<T>(string name, IReadOnlyList<(string Word, T Value)> choices, string description)
        where T : struct, Enum =>
        new(name)
        {
            Description = $"{description} Default: {choices.First(choice => Equals(choice.Value, default(T))).Word}.",
            HelpName = string.Join('|', choices.Select(choice => choice.Word)),
            CustomParser = result => Parse(result, name, choices),
        };

    /// <summary>An option that may be left out.</summary>
    public static Option<T?> Optional<T>(string name, IReadOnlyList<(string Word, T Value)> choices, string description)
        where T : struct =>
        new(name)
        {
            Description = description,
            HelpName = string.Join('|', choices.Select(choice => choice.Word)),
            CustomParser = result => Parse(result, name, choices),
        };

    private static T Parse<T>(System.CommandLine.Parsing.ArgumentResult result, string name, IReadOnlyList<(string Word, T Value)> choices)
        where T : struct
    {
        var word = result.Tokens.Count > 0 ? result.Tokens[^1].Value : string.Empty;
        foreach (var choice in choices)
        {
            if (string.Equals(choice.Word, word, StringComparison.OrdinalIgnoreCase))
                return choice.Value;
        }

        var near = Spelling.Nearest(word, choices.Select(choice => choice.Word));
        result.AddError($"{name} is {string.Join(", ", choices.Take(choices.Count - 1).Select(choice => choice.Word))} or "
            + $"{choices[^1].Word}, not \"{word}\".{(near is null ? string.Empty : $" Did you mean {near}?")}");
        return default;
    }
}
