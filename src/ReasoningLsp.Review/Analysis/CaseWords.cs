namespace ReasoningLsp.Review.Analysis;

/// <summary>Finds the words that tell cases, attempts and possibilities apart, or take something back.</summary>
internal static class CaseWords
{
    // After these, what was said need not hold in the steps that follow.
    private static readonly PhraseSet s_lasting = new(
        "case", "cases", "suppose", "supposing", "assume", "assuming", "either", "try", "trying", "tried", "possib*", "option*", "guess*", "wait", "hmm", "instead", "alternatively", "otherwise", "contradict*", "extraneous", "reject*", "discard*", "another", "\\pm", "±", "factor pair*", "pairs",
        "wrong", "mistake*", "incorrect*", "error", "no,", "correction", "round*", "oops", "actually", "recalculat*", "different values", "set", "setting", "undefined", "falls", "angenommen", "si", "假设");

    // These only make the step they stand in unsure.
    private static readonly PhraseSet s_passing = new(
        "if", "when", "whenever", "test", "tests", "testing", "consider", "example", "each", "other", "root*", "solutions", "respectively", "second", "wenn", "如果");

    /// <summary>Whether any occurs in <paramref name="text"/>.</summary>
    public static bool OccurIn(string text) => s_passing.OccursIn(text.ToLowerInvariant()) || Last(text);

    /// <summary>Whether one occurs that later steps may go on from.</summary>
    public static bool Last(string text) => s_lasting.OccursIn(text.ToLowerInvariant());
}
