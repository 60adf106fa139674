using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Configuration;

/// <summary>Reads a <c>reasoning-review.json</c>. Comments and trailing commas are welcome, an empty file sets nothing; unknown keys and
/// values are problems.</summary>
public static class ConfigurationReader
{
    private static readonly string[] Keys = ["$schema", "root", "rules", "include", "exclude", "failOn", "baseline"];

    /// <summary>What <paramref name="text"/> sets, and what of it has no meaning.</summary>
    /// <param name="file">Its path, for the problems.</param>
    /// <param name="text">The whole file.</param>
    public static (FolderConfiguration Configuration, ImmutableArray<ConfigurationProblem> Problems) Read(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsEmpty(text))
            return (FolderConfiguration.None, []);
        var cursor = new ConfigurationText(file, text);
        var reader = new Utf8JsonReader(cursor.Bytes,
            new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 });
        var configuration = FolderConfiguration.None;
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                cursor.Report(reader.TokenStartIndex, string.Empty, "A configuration is a JSON object.",
                    "Start it with `{ \"rules\": { … } }`.");
            else
                configuration = ReadMembers(ref reader, cursor);
        }
        catch (JsonException error)
        {
            cursor.ReportBroken(error);
        }

        return (configuration, cursor.Problems);
    }

    /// <summary>Whether nothing is written yet, as in a file that was just made: that sets nothing, and is no mistake.</summary>
    internal static bool IsEmpty(string text) => text.AsSpan().TrimStart('\uFEFF').IsWhiteSpace();

    private static FolderConfiguration ReadMembers(ref Utf8JsonReader reader, ConfigurationText cursor)
    {
        var configuration = FolderConfiguration.None;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            var place = reader.TokenStartIndex;
            if (!seen.Add(key))
                cursor.Report(place, key, $"\"{key}\" is set twice; the last one counts.", "Remove one of them.");
            reader.Read();
            configuration = key switch
            {
                "root" => configuration with { Root = Flag(ref reader, cursor, key) ?? false },
                "rules" => configuration with { Rules = Rules(ref reader, cursor) },
                "include" => configuration with { Include = Globs(ref reader, cursor, key) },
                "exclude" => configuration with { Exclude = Globs(ref reader, cursor, key) },
                "failOn" => configuration with { FailOn = FailsOn(ref reader, cursor) },
                "baseline" => configuration with { Baseline = Text(ref reader, cursor, key, "a path such as \"reasoning-baseline.json\"") },
                "$schema" => Ignore(ref reader, configuration),
                _ => Unknown(ref reader, cursor, configuration, key, place),
            };
        }

        return configuration;
    }

    private static FolderConfiguration Ignore(ref Utf8JsonReader reader, FolderConfiguration configuration)
    {
        reader.Skip();
        return configuration;
    }

    private static FolderConfiguration Unknown(ref Utf8JsonReader reader, ConfigurationText cursor, FolderConfiguration configuration,
        string key, long place)
    {
        var near = Spelling.Nearest(key, Keys);
        cursor.Report(place, key, $"There is no setting \"{key}\".",
            near is null ? $"The settings are {string.Join(", ", Keys)}." : $"Did you mean \"{near}\"?");
        return Ignore(ref reader, configuration);
    }

    private static bool? Flag(ref Utf8JsonReader reader, ConfigurationText cursor, string key)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
            return reader.GetBoolean();
        return cursor.Reject(ref reader, key, "true or false") ? null : null;
    }

    private static ImmutableDictionary<string, Severity?> Rules(ref Utf8JsonReader reader, ConfigurationText cursor)
    {
        var rules = FolderConfiguration.None.Rules.ToBuilder();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            cursor.Reject(ref reader, "rules", "an object such as { \"RR101\": \"off\" }");
            return rules.ToImmutable();
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var rule = RuleCatalog.Find(name);
            if (rule is null)
            {
                var near = Spelling.Nearest(name, RuleCatalog.All.Select(each => each.Id));
                cursor.Report(reader.TokenStartIndex, $"rules.{name}", $"There is no rule \"{name}\".",
                    (near is null ? string.Empty : $"Did you mean \"{near}\"? ") + "`reasoning-lsp rules` lists the rules.");
            }

            reader.Read();
            var (isValid, severity) = SeverityOrOff(ref reader, cursor, $"rules.{name}");
            if (rule is not null && isValid)
                rules[rule.Id] = severity;
        }

        return rules.ToImmutable();
    }

    private static (bool IsValid, Severity? Severity) SeverityOrOff(ref Utf8JsonReader reader, ConfigurationText cursor, string key)
    {
        switch (reader.TokenType == JsonTokenType.String ? reader.GetString() : null)
        {
            case "off": return (true, null);
            case "hint": return (true, Severity.Hint);
            case "information": return (true, Severity.Information);
            case "warning": return (true, Severity.Warning);
            case "error": return (true, Severity.Error);
            default: return (cursor.Reject(ref reader, key, "\"off\", \"hint\", \"information\", \"warning\" or \"error\""), null);
        }
    }

    private static FailOn? FailsOn(ref Utf8JsonReader reader, ConfigurationText cursor)
    {
        switch (reader.TokenType == JsonTokenType.String ? reader.GetString() : null)
        {
            case "error": return FailOn.Error;
            case "warning": return FailOn.Warning;
            case "hint": return FailOn.Hint;
            case "never": return FailOn.Never;
            default:
                cursor.Reject(ref reader, "failOn", "\"error\", \"warning\", \"hint\" or \"never\"");
                return null;
        }
    }

    private static ImmutableArray<string> Globs(ref Utf8JsonReader reader, ConfigurationText cursor, string key)
    {
        var globs = ImmutableArray.CreateBuilder<string>();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            cursor.Reject(ref reader, key, "a list of globs such as [\"solutions/**/*.md\"]");
            return globs.ToImmutable();
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Text(ref reader, cursor, $"{key}[{globs.Count}]", "a glob such as \"solutions/**/*.md\"") is { } glob)
                globs.Add(glob);
        }

        return globs.ToImmutable();
    }

    private static string? Text(ref Utf8JsonReader reader, ConfigurationText cursor, string key, string expected)
    {
        if (reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text)
            return text;
        cursor.Reject(ref reader, key, expected);
        return null;
    }
}
