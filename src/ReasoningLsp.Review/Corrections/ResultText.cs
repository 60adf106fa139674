using ReasoningLsp.Mathematics.Answers;

namespace ReasoningLsp.Review.Corrections;

/// <summary>What a step arrives at.</summary>
internal static class ResultText
{
    /// <summary>What stands after the last sign of equality.</summary>
    public static string Of(string text)
    {
        var result = text[(text.LastIndexOf('=') + 1)..];
        return AnswerExtractor.FromText(result) ?? result;
    }
}
