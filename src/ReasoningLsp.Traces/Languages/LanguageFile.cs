using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Traces.Languages;

/// <summary>The words of one language, as <c>src/Languages</c> says them; each part of the program reads its own section.</summary>
public sealed class LanguageFile
{
    private const string Folder = "languages/";

    private readonly JsonElement _root;

    private LanguageFile(string code, JsonElement root)
    {
        Code = code;
        Name = root.GetProperty("name").GetString()!;
        _root = root;
    }

    /// <summary>All languages, in the order of their codes.</summary>
    public static ImmutableArray<LanguageFile> All { get; } = ReadAll();

    /// <summary>The language with that code, or whose regional form it is (<c>de-AT</c>); null where there is none.</summary>
    public static LanguageFile? Find(string? code) => code?.Split('-', '_')[0] is { Length: > 0 } language
        ? All.FirstOrDefault(file => file.Code.Equals(language, StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>The BCP 47 code, such as <c>de</c>.</summary>
    public string Code { get; }

    /// <summary>The language's name for itself.</summary>
    public string Name { get; }

    /// <summary>The texts under <paramref name="key"/> of <paramref name="section"/>; none where the language says nothing there.</summary>
    public ImmutableArray<string> Texts(string section, string key)
    {
        if (!_root.TryGetProperty(section, out var entries) || !entries.TryGetProperty(key, out var list))
            return [];
        return [.. list.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>The one text under <paramref name="key"/> of <paramref name="section"/>; null where none is.</summary>
    public string? Text(string section, string key) =>
        _root.TryGetProperty(section, out var entries) && entries.TryGetProperty(key, out var text) ? text.GetString() : null;

    /// <summary>The texts under <paramref name="key"/> of <paramref name="section"/> in every language.</summary>
    public static ImmutableArray<string> AllTexts(string section, string key) =>
        [.. All.SelectMany(language => language.Texts(section, key)).Distinct(StringComparer.Ordinal)];

    /// <summary>The texts under <paramref name="key"/> of <paramref name="section"/> that have names, each with its name.</summary>
    public IEnumerable<(string Name, string Text)> Named(string section, string key)
    {
        if (!_root.TryGetProperty(section, out var entries) || !entries.TryGetProperty(key, out var names))
            return [];
        return names.EnumerateObject().SelectMany(name => name.Value.EnumerateArray().Select(item => (name.Name, item.GetString()!)));
    }

    private static ImmutableArray<LanguageFile> ReadAll()
    {
        var assembly = typeof(LanguageFile).Assembly;
        var files = ImmutableArray.CreateBuilder<LanguageFile>();
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            files.Add(new LanguageFile(Path.GetFileNameWithoutExtension(name), document.RootElement.Clone()));
        }

        return files.ToImmutable();
    }
}
