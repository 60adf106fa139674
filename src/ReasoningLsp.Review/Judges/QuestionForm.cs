using System.Collections.Immutable;

namespace ReasoningLsp.Review.Judges;

/// <summary>One way to put questions.</summary>
/// <param name="Format">Wording.</param>
/// <param name="YesFirst">Whether yes is named before no.</param>
/// <param name="InOrder">Whether items are asked in their own order, and not backwards.</param>
public sealed record QuestionForm(QuestionFormat Format, bool YesFirst, bool InOrder)
{
    /// <summary>How a question is put unless variations are asked for.</summary>
    public static QuestionForm Default { get; } = new(QuestionFormat.Question, true, true);

    /// <summary>Every format with both orders of the answers, half of them with the items backwards.</summary>
    public static ImmutableArray<QuestionForm> Variations { get; } =
    [
        new(QuestionFormat.Question, true, true), new(QuestionFormat.Question, false, false),
        new(QuestionFormat.Requirement, true, false), new(QuestionFormat.Requirement, false, true),
        new(QuestionFormat.Form, true, true), new(QuestionFormat.Form, false, false),
    ];
}
