using System.Collections.Frozen;

namespace ReasoningLsp.Review.Guarding;

/// <summary>Openers that announce reasoning and hold none ("master keys"), in many languages.</summary>
internal static class ContentFreeText
{
    private const int Longest = 120;

    private static readonly FrozenSet<string> s_keys = FrozenSet.Create(
        StringComparer.Ordinal,
        "", "thought process", "thoughts", "reasoning", "reasoning process", "solution", "the solution", "answer", "the answer",
        "final answer", "explanation", "analysis", "step 1", "step by step", "proof",
        "lets solve this problem step by step", "lets solve this step by step", "let us solve this problem step by step",
        "lets solve the problem step by step", "lets think step by step", "let us think step by step",
        "solution process", "here is the solution", "heres the solution", "the solution is as follows", "the answer is",
        "we will solve this step by step", "i will solve this step by step", "lets begin", "lets break it down", "to solve this problem",
        "解", "解答", "答案", "答", "解析", "解题过程", "思考过程", "让我们一步一步地思考", "让我们一步一步解决这个问题", "解法", "解き方", "かいせつ", "解説", "答え", "ステップバイステップで考えましょう",
        "풀이", "해설", "정답",
        "respuesta", "solución", "razonamiento", "proceso de pensamiento", "resolvamos este problema paso a paso",
        "vamos a resolver este problema paso a paso", "pensemos paso a paso", "explicación",
        "réponse", "raisonnement", "processus de réflexion", "résolvons ce problème étape par étape", "réfléchissons étape par étape",
        "explication",
        "lösung", "antwort", "gedankengang", "lösungsweg", "lösen wir dieses problem schritt für schritt", "denken wir schritt für schritt",
        "erklärung",
        "решение", "ответ", "рассуждение", "ход мыслей", "давайте решим эту задачу шаг за шагом", "solução", "resposta", "soluzione",
        "risposta", "çözüm", "cevap", "giải", "lời giải", "jibu", "suluhisho", "উত্তর", "সমাধান", "వివరణ", "పరిష్కారం", "คำตอบ", "วิธีทำ",
        "الحل", "الجواب", "उत्तर", "हल");

    /// <summary>Whether <paramref name="text"/> is such an opener, or has neither letter nor digit.</summary>
    public static bool Is(string text)
    {
        if (text.Length > Longest)
            return !text.Any(char.IsLetterOrDigit);
        var words = new string([.. text.Where(c => c is not ('\'' or '’'))
            .Select(c => char.IsLetterOrDigit(c)
            || char.GetUnicodeCategory(
                c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
                ? char.ToLowerInvariant(c) : ' ')]);
        return s_keys.Contains(string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }
}
