using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Review.Relations;

/// <summary>What became of a link, in words.</summary>
internal static class LinkOutcome
{
    /// <summary>The outcome of a link; its span counts from the start of the step's text.</summary>
    public static RelationOutcome Of(JudgedLink link) => new(link.Span, VerdictOf(link), link.IsNumeric,
        new Wording(() => Explanation(link)))
    {
        IsExcused = link is
        {
            IsNumeric: true, IsAnnotation: false, Sign: "=", LeftExpression: Call,
            Judgment: { Verdict: Verdict.Unknown, Doubt: not null, Left: { } left, Right: { } right }
        } && left != right,
        Open = VerdictOf(link) == RelationVerdict.Undecided ? ReasonOf(link) : OpenReason.None,
    };

    private static OpenReason ReasonOf(JudgedLink link) => link.Judgment.DoubtKind switch
    {
        DoubtKind.Notation => OpenReason.Notation,
        DoubtKind.Readings => OpenReason.Readings,
        DoubtKind.Units => OpenReason.Units,
        DoubtKind.Words => OpenReason.Words,
        DoubtKind.Meaning => OpenReason.Meaning,
        DoubtKind.Rounding => OpenReason.Rounding,
        DoubtKind.NotStated => OpenReason.NotStated,
        _ when link.Sign is not ("=" or "≈" or "≡" or "<" or ">" or "≤" or "≥" or "≠") => OpenReason.NotCalculated,
        _ => link.IsNumeric ? OpenReason.NoValue : OpenReason.NothingToCompare,
    };

    private static RelationVerdict VerdictOf(JudgedLink link) => link switch
    {
        { LeftExpression: null } or { RightExpression: null } => RelationVerdict.NotUnderstood,
        { Judgment.Holds: true } => RelationVerdict.Proven,
        { Judgment.Verdict: Verdict.Fails } => RelationVerdict.Refuted,
        _ => RelationVerdict.Undecided,
    };

    private static string Explanation(JudgedLink link)
    {
        if (link.LeftExpression is not { } whole || link.RightExpression is not { } other)
            return string.Empty;
        var (left, right) = link.Judgment.Parts ?? (whole, other);
        return link.Judgment switch
        {
            { Verdict: Verdict.Fails, Unit: var unit } =>
                $"{left} {ValueText.Signed(link.Judgment.Left, unit ?? string.Empty)}, {right} "
                    + $"{ValueText.Signed(link.Judgment.Right, unit ?? string.Empty)}",
            { Holds: true, Reading: { } reading } => $"{left} {link.Sign} {right} holds, read {reading}",
            { Holds: true, Left: not null } => $"{left} {link.Sign} {right} holds: {ValueText.Of(link.Judgment.Left)}",
            { Holds: true } => $"{left} {link.Sign} {right} is proven for every value for which it is defined",
            _ => $"{left} {link.Sign} {right}",
        };
    }
}
