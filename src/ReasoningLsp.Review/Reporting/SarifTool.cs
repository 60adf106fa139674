using System.Text.Json;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Reporting;

/// <summary>The part of a SARIF log that describes the program and its rules.</summary>
internal static class SarifTool
{
    /// <summary>Writes the property <c>tool</c>.</summary>
    public static void Write(Utf8JsonWriter json, string version, RuleLinks links)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "reasoning-lsp");
        json.WriteString("organization", "reasoning review");
        json.WriteString("semanticVersion", version);
        if ((links.Repository ?? ProjectAddress.Home) is { } home)
            json.WriteString("informationUri", home);
        json.WriteStartArray("rules");
        foreach (var rule in RuleCatalog.All)
            WriteRule(json, rule, links);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes an object that holds <paramref name="text"/>.</summary>
    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", UnicodeText.WellFormed(text));
        json.WriteEndObject();
    }

    /// <summary>SARIF knows three levels.</summary>
    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static void WriteRule(Utf8JsonWriter json, Rule rule, RuleLinks links)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", PascalCase(rule.Name));
        WriteText(json, "shortDescription", rule.Summary);
        WriteText(json, "fullDescription", rule.Summary);
        json.WriteStartObject("help");
        var page = RulePages.Find(rule.Id);
        json.WriteString("text", page ?? rule.Summary);
        if (page is not null)
            json.WriteString("markdown", page);
        json.WriteEndObject();
        if (links.Of(rule.Id) is { } address)
            json.WriteString("helpUri", address);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("precision", "very-high");
        json.WriteString("problem.severity",
            rule.Severity is Severity.Error ? "error" : rule.Severity is Severity.Warning ? "warning" : "recommendation");
        json.WriteStartArray("tags");
        json.WriteStringValue("reasoning");
        json.WriteStringValue(FamilyOf(rule.Id));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string FamilyOf(string id) => id[2] switch
    {
        '1' => "arithmetic",
        '2' => "structure",
        '3' => "consistency",
        _ => "review",
    };

    private static string PascalCase(string name) =>
        string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
