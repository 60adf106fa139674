using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Traces.Languages;

namespace ReasoningLsp.Review.Languages;

/// <summary>The phrases of one language, from the <c>phrases</c> of its file in <c>src/Languages</c>.</summary>
internal sealed class LanguagePhrases
{
    private readonly ImmutableArray<WordList> _lists;

    private LanguagePhrases(string code, ImmutableArray<WordList> lists) => (Code, _lists) = (code, lists);

    /// <summary>All languages, in order of their code.</summary>
    public static ImmutableArray<LanguagePhrases> All { get; } = [.. LanguageFile.All.Select(Of)];

    /// <summary>The BCP 47 code, such as <c>de</c>.</summary>
    public string Code { get; }

    /// <summary>The phrases of a role.</summary>
    public WordList this[PhraseRole role] => _lists[(int)role];

    /// <summary>The name of a role in the file.</summary>
    public static string NameOf(PhraseRole role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());

    /// <summary>The phrases of a role in every language, as the files say them.</summary>
    public static ImmutableArray<string> InAll(PhraseRole role) => LanguageFile.AllTexts("phrases", NameOf(role));

    private static LanguagePhrases Of(LanguageFile file) =>
        new(file.Code, [.. Enum.GetValues<PhraseRole>().Select(role => new WordList(file.Texts("phrases", NameOf(role))))]);
}
