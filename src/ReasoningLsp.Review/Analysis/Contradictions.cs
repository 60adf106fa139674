using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>Statements that lead to a contradiction: "1 + 1 + 1 = 0, that is 3 = 0. A contradiction."</summary>
internal static class Contradictions
{
    private const int Farthest = 240, Sentences = 3;

    /// <summary>Whether one of the next sentences of its paragraph says that a contradiction was reached.</summary>
    public static bool Follow(string text, Statement statement)
    {
        var start = Math.Clamp(statement.Chain.End, 0, text.Length);
        var end = start;
        for (var sentences = 0; end < text.Length && end - start < Farthest && sentences < Sentences; end++)
        {
            if (text[end] == '\n' && end > 0 && text[end - 1] == '\n')
                break;
            sentences += StatementReader.EndsSentence(text, end) ? 1 : 0;
        }

        return AnyLanguage.Has(PhraseRole.Contradicted, text[start..end].ToLowerInvariant());
    }
}
