namespace ReasoningLsp.Review.Analysis;

/// <summary>
/// Tells assertions from what is only supposed, asked, tried, quoted or taken back. The words are those of
/// English, German, French, Spanish and Chinese solutions; in doubt a statement is no assertion.
/// </summary>
internal static class ClaimGuard
{
    private static readonly PhraseSet s_supposed = new(
        "if", "suppose", "supposing", "assume", "assuming", "assumption", "whether", "would", "were", "contradict*", "contrary", "hypothetical*", "imagine",
        "angenommen", "wenn", "falls", "supposons", "si", "supongamos", "假设", "若", "如果", "设");

    private static readonly PhraseSet s_hypothesis = new("suppose", "supposing", "assume", "assuming", "whether", "contradict*", "contrary", "hypothetical*", "imagine", "angenommen", "supposons", "supongamos", "假设");

    private static readonly PhraseSet s_tried = new(
        "check*", "verify", "verifying", "test", "tests", "testing", "try", "trying", "tried", "guess", "plug*", "see if", "prüfe*", "probe", "vérif*", "comprob*", "检验", "验证");

    private static readonly PhraseSet s_denied = new(
        "not", "cannot", "can't", "isn't", "doesn't", "don't", "never", "impossible", "incorrect*", "wrong*", "mistake*", "mistaken*", "false", "absurd", "error", "invalid", "instead of", "rather than", "nicht", "falsch", "faux", "falso", "错误", "不");

    private static readonly PhraseSet s_takenBack = new(
        "contradict*", "impossible", "absurd", "not true", "false", "incorrect", "wrong", "mistake", "wait", "oops", "hmm", "actually", "is not", "isn't", "does not", "doesn't", "not equal", "not possible", "no solution*", "not satisf*", "not hold*", "not match*", "not work*", "not valid", "let me re*", "let's re*", "correction", "typo", "should be", "but this", "but that", "which is less", "which is greater", "too large", "too small", "too big", "widerspruch", "falsch", "absurde", "矛盾", "错");

    /// <summary>Whether the sentence asserts the statement as a calculation.</summary>
    public static bool IsAsserted(Statement statement) =>
        !s_supposed.OccursIn(statement.Before) && !IsTakenBack(statement) && !s_denied.OccursIn(statement.Before);

    /// <summary>Whether the sentence carries out the statement as arithmetic: "if" then only names the situation that is calculated.</summary>
    public static bool IsCalculated(Statement statement) =>
        !s_hypothesis.OccursIn(statement.Before) && !IsTakenBack(statement) && !s_denied.OccursIn(statement.Before);

    /// <summary>Whether what follows says the statement does not hold, or asks; an option to choose from is never said to hold.</summary>
    public static bool IsTakenBack(Statement statement) => statement.IsOption || s_takenBack.OccursIn(statement.After) || statement.After.StartsWith('?');

    /// <summary>Whether a value is only being tried.</summary>
    public static bool IsTried(Statement statement) => s_tried.OccursIn(statement.Before);
}
