namespace ReasoningLsp.Traces.Labels;

/// <summary>The words that open a problem, a solution, an answer or a step, in the languages that are read.</summary>
internal static class LabelWords
{
    // Longer words first where one begins another.
    private static readonly (string Word, LabelKind Kind)[] Words =
    [
        ("reference answer", LabelKind.ReferenceAnswer), ("reference solution", LabelKind.ReferenceAnswer), ("expected answer", LabelKind.ReferenceAnswer),
        ("referenzantwort", LabelKind.ReferenceAnswer), ("réponse de référence", LabelKind.ReferenceAnswer), ("respuesta de referencia", LabelKind.ReferenceAnswer),
        ("参考答案", LabelKind.ReferenceAnswer), ("标准答案", LabelKind.ReferenceAnswer),

        ("problem statement", LabelKind.Problem), ("problem", LabelKind.Problem), ("question", LabelKind.Problem), ("exercise", LabelKind.Problem), ("q", LabelKind.Problem),
        ("aufgabenstellung", LabelKind.Problem), ("aufgabe", LabelKind.Problem), ("frage", LabelKind.Problem), ("übung", LabelKind.Problem),
        ("problème", LabelKind.Problem), ("exercice", LabelKind.Problem), ("énoncé", LabelKind.Problem),
        ("problema", LabelKind.Problem), ("ejercicio", LabelKind.Problem), ("pregunta", LabelKind.Problem), ("enunciado", LabelKind.Problem),
        ("问题", LabelKind.Problem), ("题目", LabelKind.Problem), ("問題", LabelKind.Problem), ("題目", LabelKind.Problem),

        ("final answer", LabelKind.Answer), ("answer", LabelKind.Answer),
        ("a", LabelKind.Reply), ("endergebnis", LabelKind.Answer), ("antwort", LabelKind.Answer),
        ("réponse finale", LabelKind.Answer), ("réponse", LabelKind.Answer),
        ("respuesta final", LabelKind.Answer), ("respuesta", LabelKind.Answer),
        ("最终答案", LabelKind.Answer), ("最終答案", LabelKind.Answer), ("答案", LabelKind.Answer), ("答", LabelKind.Answer),

        ("solution", LabelKind.Solution), ("proof", LabelKind.Solution), ("reasoning", LabelKind.Solution), ("working", LabelKind.Solution),
        ("lösungsweg", LabelKind.Solution), ("lösung", LabelKind.Solution), ("beweis", LabelKind.Solution),
        ("démonstration", LabelKind.Solution), ("preuve", LabelKind.Solution),
        ("solución", LabelKind.Solution), ("demostración", LabelKind.Solution),
        ("解答", LabelKind.Solution), ("解析", LabelKind.Solution), ("解法", LabelKind.Solution), ("证明", LabelKind.Solution), ("證明", LabelKind.Solution), ("解", LabelKind.Solution),

        ("step", LabelKind.Step), ("schritt", LabelKind.Step), ("étape", LabelKind.Step), ("paso", LabelKind.Step), ("步骤", LabelKind.Step), ("步驟", LabelKind.Step),
    ];

    /// <summary>The word at the start of <paramref name="text"/>, or null; a longer word that only begins like it does not count.</summary>
    public static (LabelKind Kind, int Length)? At(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsLetter(text[0]))
            return null;
        var first = char.ToLowerInvariant(text[0]);
        foreach (var (word, kind) in Words)
        {
            if (word[0] != first || !text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                continue;
            if (text.Length > word.Length && word[^1] < '\u2e80' && char.IsLetter(text[word.Length]))
                continue;
            return (kind, word.Length);
        }

        return null;
    }
}
