using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>How texts announce their final answer, language by language.</summary>
internal static class AnswerAnnouncements
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    // A heading of its own, "Final Answer" and a line end, or a word with a colon.
    private const string Colon = @"\**\s*(?:[:：]|\r?\n)\s*\**";

    private static readonly Regex s_announced = new(
        @"####"
        + @"|\b(?:final |correct )?answer\**\s*(?:is\b|would be\b|should be\b|[:：])\**:?|\banswer\s*[=]|(?:^|\n)[ #*>✅]*final answer\**\s*\n"
        + @"|\b(?:die |unsere )?(?:antwort|endergebnis|ergebnis|lösung|gesamtergebnis)(?:" + Colon + @"|\s+(?:ist|lautet|beträgt|wäre)\b:?)"
        + @"|\b(?:réponse|résultat)(?:\s+finale?)?(?:\s*" + Colon + @"|\s+(?:est|vaut|serait)\b:?)"
        + @"|\b(?:respuesta|resultado|solución)(?:\s+(?:final|correcta))?(?:\s*" + Colon + @"|\s+(?:es|sería)\b:?)"
        + @"|\b(?:risposta|risultato|soluzione)(?:\s+finale)?(?:\s*" + Colon + @"|\s+(?:è|sarebbe)(?:\s|:))"
        + @"|\b(?:resposta|resultado)(?:\s+final)?(?:\s*" + Colon + @"|\s+(?:é|seria)(?:\s|:))"
        + @"|\b(?:antwoord|eindantwoord|resultaat)(?:\s*" + Colon + @"|\s+is\b:?)"
        + @"|\b(?:odpowiedź|wynik|odpowiedzią)(?:\s*" + Colon + @"|\s+(?:to|brzmi|jest|wynosi)\b:?)"
        + @"|(?:ответ|відповідь)(?:\s*" + Colon + @"|\s*[—–-]\s|\s+(?:равен|есть|будет|дорівнює)\s)"
        + @"|(?:最终答案|答案|答え|答|答复|正解|結果)\**\s*(?:是|为|為|は|[:：])\**\s*[:：]?"
        + @"|(?:정답|답|최종 답)\**\s*(?:은|는|[:：])\**"
        + @"|(?:الجواب|الإجابة|الاجابة|الجواب النهائي|الإجابة النهائية)\s*(?:هو|هي|[:：])"
        + @"|(?:उत्तर|जवाब)\s*(?:है|[:：=])"
        + @"|\b(?:cevap|yanıt|sonuç)(?:\s*" + Colon + @")"
        + @"|(?:đáp án|đáp số|câu trả lời|kết quả)(?:\s*" + Colon + @"|\s+(?:là|cuối cùng là)(?:\s|:))",
        Linear);

    /// <summary>What follows the last announcement; null where there is none.</summary>
    public static string? Last(string text)
    {
        Match? last = null;
        for (var match = s_announced.Match(text); match.Success; match = match.NextMatch())
            last = match;
        return last is null ? null : text[(last.Index + last.Length)..];
    }
}
