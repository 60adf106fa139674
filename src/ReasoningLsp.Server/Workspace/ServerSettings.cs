using System.Text.Json;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Workspace;

/// <summary>What a person sets in the editor, under <c>reasoningReview</c>. What is missing or has no meaning is the default.</summary>
internal sealed record ServerSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "reasoningReview";

    /// <summary>Every setting at its default.</summary>
    public static ServerSettings Default { get; } = new();

    /// <summary>Whether new findings in the step being typed wait until it is left.</summary>
    public bool HoldBack { get; init; } = true;

    /// <summary>Which steps get an inlay hint.</summary>
    public InlayHintMode InlayHints { get; init; } = InlayHintMode.Flagged;

    /// <summary>Whether a line above each trace says what was found.</summary>
    public bool CodeLens { get; init; } = true;

    /// <summary>The reward model that scores steps: <c>builtin</c> or the name of an added one; null where none does.</summary>
    public string? Scores { get; init; }

    /// <summary>The instruct model that judges and writes: <c>builtin</c> or the name of an added one; null where none does.</summary>
    public string? Judge { get; init; }

    /// <summary>Whether each text that a model writes is written by itself, so that it can be had again.</summary>
    public bool IsReproducible { get; init; }

    /// <summary>Whether programs that steps carry are run.</summary>
    public bool RunsPrograms { get; init; }

    /// <summary>Where the rules' pages are linked, instead of what the client can show or the project's repository.</summary>
    public string? RulePages { get; init; }

    /// <summary>Whose name stands beside decisions; null for the name of the account.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Reads a section.</summary>
    public static ServerSettings Of(JsonElement section)
    {
        var json = new JsonPath(section);
        return new ServerSettings
        {
            HoldBack = Flag(json, "holdBack", Default.HoldBack),
            CodeLens = Flag(json, "codeLens", Default.CodeLens),
            IsReproducible = Flag(json, "reproducible", Default.IsReproducible),
            RunsPrograms = Flag(json, "runPrograms", Default.RunsPrograms),
            Scores = Model(json, "scores"),
            Judge = Model(json, "judge"),
            Reviewer = json.Word("reviewer")?.Trim() is { Length: > 0 } name ? name : null,
            RulePages = json.Word("rulePages")?.Trim() is { Length: > 0 } address ? address : null,
            InlayHints = json.Word("inlayHints") switch
            {
                "off" => InlayHintMode.Off,
                "flagged" => InlayHintMode.Flagged,
                "all" => InlayHintMode.All,
                _ => Default.InlayHints,
            },
        };
    }

    private static string? Model(JsonPath json, string name) =>
        json.Word(name)?.Trim() is { Length: > 0 } model && model != "off" ? model : null;

    private static bool Flag(JsonPath json, string name, bool fallback) => json.At(name) switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => fallback,
    };
}
