using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Languages;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>How texts announce their final answer, language by language.</summary>
internal static class AnswerAnnouncements
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // A heading of its own, "Final Answer" and a line end, or a word with a colon.
    private const string Colon = @"\**\s*(?:[:：]|\r?\n)\s*\**";

    private static readonly ImmutableArray<Language> s_languages =
    [
        new(["####"], "####"),
        new(["answer"], @"\b(?:final |correct )?answer\**\s*(?:is\b|would be\b|should be\b|[:：])\**:?|\banswer\s*[=]|(?:^|\n)[ "
            + @"#*>✅]*final answer\**\s*\n"),
        new(["antwort", "ergebnis", "lösung"],
        @"\b(?:die |unsere )?(?:antwort|endergebnis|ergebnis|lösung|gesamtergebnis)(?:" + Colon + @"|\s+(?:ist|lautet|beträgt|wäre)\b:?)"),
        new(["réponse", "résultat"], @"\b(?:réponse|résultat)(?:\s+finale?)?(?:\s*" + Colon + @"|\s+(?:est|vaut|serait)\b:?)"),
        new(["respuesta", "resultado", "solución"],
        @"\b(?:respuesta|resultado|solución)(?:\s+(?:final|correcta))?(?:\s*" + Colon + @"|\s+(?:es|sería)\b:?)"),
        new(["risposta", "risultato", "soluzione"],
        @"\b(?:risposta|risultato|soluzione)(?:\s+finale)?(?:\s*" + Colon + @"|\s+(?:è|sarebbe)(?:\s|:))"),
        new(["resposta", "resultado"], @"\b(?:resposta|resultado)(?:\s+final)?(?:\s*" + Colon + @"|\s+(?:é|seria)(?:\s|:))"),
        new(["antwoord", "resultaat"], @"\b(?:antwoord|eindantwoord|resultaat)(?:\s*" + Colon + @"|\s+is\b:?)"),
        new(["odpowied", "wynik"], @"\b(?:odpowiedź|wynik|odpowiedzią)(?:\s*" + Colon + @"|\s+(?:to|brzmi|jest|wynosi)\b:?)"),
        new(["ответ", "відповідь"], @"(?:ответ|відповідь)(?:\s*" + Colon + @"|\s*[—–-]\s|\s+(?:равен|есть|будет|дорівнює)\s)"),
        new(["答", "正解", "結果"], @"(?:最终答案|答案|答え|答|答复|正解|結果)\**\s*(?:是|为|為|は|[:：])\**\s*[:：]?"),
        new(["답"], @"(?:정답|답|최종 답)\**\s*(?:은|는|[:：])\**"),
        new(["الجواب", "الإجابة", "الاجابة"], @"(?:الجواب|الإجابة|الاجابة|الجواب النهائي|الإجابة النهائية)\s*(?:هو|هي|[:：])"),
        new(["उत्तर", "जवाब"], @"(?:उत्तर|जवाब)\s*(?:है|[:：=])"),
        new(["cevap", "yanıt", "sonuç"], @"\b(?:cevap|yanıt|sonuç)(?:\s*" + Colon + ")"),
        new(["đáp", "câu trả lời", "kết quả"],
        @"(?:đáp án|đáp số|câu trả lời|kết quả)(?:\s*" + Colon + @"|\s+(?:là|cuối cùng là)(?:\s|:))"),
        new([.. AnswerPhrases.All], AnswerPhrases.Pattern),
    ];

    private static readonly SearchValues<string> s_words =
        SearchValues.Create([.. s_languages.SelectMany(language => language.Words)], StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows the last announcement; null where there is none.</summary>
    public static string? Last(string text)
    {
        // Most texts announce nothing: one search says so.
        if (!text.AsSpan().ContainsAny(s_words))
            return null;
        var end = -1;
        foreach (var language in s_languages)
        {
            if (!Array.Exists(language.Words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            for (var match = language.Pattern.Value.Match(text); match.Success; match = match.NextMatch())
                end = Math.Max(end, match.Index + match.Length);
        }

        return end < 0 ? null : text[end..];
    }

    // A language's words, one of which every announcement holds; its pattern is built when one is met.
    private sealed class Language(string[] words, string pattern)
    {
        public string[] Words { get; } = words;

        public Lazy<Regex> Pattern { get; } = new(() => new Regex(pattern, Linear));
    }
}
