namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the words that tell cases, attempts and possibilities apart, or take something back.</summary>
internal static class CaseWords
{
    private static readonly PhraseSet s_cases = new(
        "if", "case", "cases", "suppose", "supposing", "assume", "assuming", "when", "whenever", "either", "try", "trying", "tried", "test", "tests", "testing", "possible", "possib*", "possibilit*", "option*", "consider", "example", "guess*", "wait", "hmm", "instead", "alternatively", "otherwise", "contradict*", "extraneous", "reject*", "discard*", "each", "second", "another", "other", "root*", "solution*", "respectively", "\\pm", "±", "factor pair*", "wrong", "mistake*", "incorrect*", "error*", "no", "correction", "round*", "oops", "actually", "re-*", "recalculat*", "wenn", "falls", "angenommen", "si", "如果", "假设");

    /// <summary>Whether any occurs in <paramref name="text"/>.</summary>
    public static bool OccurIn(string text) => s_cases.OccursIn(text.ToLowerInvariant());
}
