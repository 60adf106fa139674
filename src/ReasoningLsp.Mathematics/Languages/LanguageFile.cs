using System.Collections.Immutable;
using System.Text.Json;

namespace ReasoningLsp.Mathematics.Languages;

/// <summary>What the file of one language in <c>src/Languages</c> says for the reading of mathematics.</summary>
internal sealed class LanguageFile
{
    private const string Folder = "languages/";

    private readonly JsonElement _root;

    private LanguageFile(JsonElement root) => _root = root;

    /// <summary>All languages, in the order of their codes.</summary>
    public static ImmutableArray<LanguageFile> All { get; } = ReadAll();

    /// <summary>The distinct texts under <paramref name="key"/> of <paramref name="section"/> in every language.</summary>
    public static ImmutableArray<string> AllTexts(string section, string key) =>
        [.. All.SelectMany(language => language.Texts(section, key)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The texts under <paramref name="key"/> of <paramref name="section"/>, null where one is left out.</summary>
    public IEnumerable<string?> Texts(string section, string key) =>
        Find(section) is { } entries && entries.TryGetProperty(key, out var list)
            ? list.EnumerateArray().Select(item => item.GetString())
            : [];

    /// <summary>The section of that name; null where the language says nothing there.</summary>
    public JsonElement? Find(string section) => _root.TryGetProperty(section, out var entries) ? entries : null;

    private static ImmutableArray<LanguageFile> ReadAll()
    {
        var assembly = typeof(LanguageFile).Assembly;
        var files = ImmutableArray.CreateBuilder<LanguageFile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            files.Add(new LanguageFile(document.RootElement.Clone()));
        }

        return files.ToImmutable();
    }
}
