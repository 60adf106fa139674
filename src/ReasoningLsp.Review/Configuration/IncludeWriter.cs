using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Review.Configuration;

/// <summary>Adds files to the <c>include</c> of a <c>reasoning-review.json</c>; the rest of it stays as it is.</summary>
public static class IncludeWriter
{
    private static readonly JsonSerializerOptions s_indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The glob, relative to <paramref name="folder"/>, of one file, in which no sign stands for others.</summary>
    public static string PatternOf(string folder, string path) => Relative(folder, path);

    /// <summary>The glob of files like one: those whose name differs in its numbers, else those beside it with its suffix; that of the file
    /// alone where that would take in a whole folder's pages.</summary>
    public static string PatternLike(string folder, string path)
    {
        var relative = Relative(folder, path);
        var name = relative[(relative.LastIndexOf('/') + 1)..];
        var parent = relative[..^name.Length];
        var numbered = WithoutNumbers(name);
        return numbered != name ? parent + numbered : parent.Length > 0 ? $"{parent}*{Path.GetExtension(name)}" : relative;
    }

    /// <summary>Adds <paramref name="patterns"/> to the configuration of <paramref name="folder"/>, which is made where there is
    /// none.</summary>
    /// <exception cref="IOException">It cannot be written, or holds what cannot be kept: comments, or no JSON.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Add(string folder, IEnumerable<string> patterns)
    {
        var path = Path.Combine(folder, FolderConfiguration.FileName);
        var root = Read(path);
        if (root["include"] is not JsonArray include)
            root["include"] = include = [];
        var known = include.Select(entry => entry?.GetValueKind() == JsonValueKind.String ? entry.GetValue<string>() : null)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var pattern in patterns.Where(known.Add))
            include.Add((JsonNode)pattern);
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(root.ToJsonString(s_indented) + "\n"));
    }

    private static JsonObject Read(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            var text = File.ReadAllText(path);
            return ConfigurationReader.IsEmpty(text) ? [] : JsonNode.Parse(text) as JsonObject
                ?? throw new IOException($"{path} is no JSON object.");
        }
        catch (JsonException error)
        {
            throw new IOException($"{path} cannot be added to without losing what stands in it: {error.Message} Add the file to "
                + "\"include\" there by hand.", error);
        }
    }

    private static string Relative(string folder, string path) =>
        Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    private static string WithoutNumbers(string name)
    {
        var pattern = new StringBuilder();
        var stem = Path.GetFileNameWithoutExtension(name);
        foreach (var unit in stem)
        {
            if (!char.IsAsciiDigit(unit))
                pattern.Append(unit);
            else if (pattern.Length == 0 || pattern[^1] != '*')
                pattern.Append('*');
        }

        return pattern + Path.GetExtension(name);
    }
}
