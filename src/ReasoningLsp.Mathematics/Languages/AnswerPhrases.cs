using System.Collections.Immutable;

namespace ReasoningLsp.Mathematics.Languages;

/// <summary>What stands directly before the final answer in a sentence, as the files of <c>src/Languages</c> say for each
/// language.</summary>
internal static class AnswerPhrases
{
    /// <summary>The phrases of all languages.</summary>
    public static ImmutableArray<string> All { get; } = LanguageFile.AllTexts("answers", "announcements");

    /// <summary>A pattern of all phrases, with the colon that may follow.</summary>
    public static string Pattern { get; } = WordPattern.AnyOf(All) + @"\**\s*[:：]?";
}
