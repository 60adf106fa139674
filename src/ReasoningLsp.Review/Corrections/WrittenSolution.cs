using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Corrections;

/// <summary>A whole solution as a model wrote it. Nothing in it was checked yet.</summary>
/// <param name="Steps">What its steps say, without labels.</param>
/// <param name="Answer">The answer that it states or ends with, or null.</param>
/// <param name="Tokens">Tokens written for it.</param>
/// <param name="IsComplete">Whether it came to its end, and was not cut off.</param>
public sealed partial record WrittenSolution(ImmutableArray<string> Steps, string? Answer, int Tokens, bool IsComplete)
{
    /// <summary>Reads a text that begins with its first step. What follows the line that states the answer is left out: small models go on
    /// with other problems.</summary>
    /// <param name="text">The text, its first label included.</param>
    /// <param name="tokens">Tokens written for it.</param>
    /// <param name="isComplete">Whether it ended by itself.</param>
    public static WrittenSolution Read(string text, int tokens, bool isComplete)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = Conclusion().Match(text);
        var solution = end.Success ? text[..(end.Index + end.Length)] : text;
        var isWhole = isComplete || (end.Success && end.Index + end.Length < text.Length);
        // Read as any file is; the heading keeps it one solution.
        if (TraceReader.Read($"Problem: it.\n\n{solution}\n", TraceFormat.Markdown).Traces is not [var trace] || trace.Steps.IsEmpty)
            return new WrittenSolution([], null, tokens, isWhole);
        return new WrittenSolution([.. trace.Steps.Select(step => step.Text.Text.Trim())], AnswerOf(trace), tokens, isWhole);
    }

    /// <summary>The answer that a trace gives: its answer section, what its last step states as such, or the one value that it ends with;
    /// null where none of these can be read.</summary>
    internal static string? AnswerOf(Trace trace)
    {
        if (trace.FinalAnswer is { } final)
            return AnswerExtractor.FromText(final.Text);
        if (trace.Steps.IsEmpty)
            return null;
        var last = trace.Steps[^1].Text.Text;
        return AnswerExtractor.Stated(last) is [.., var stated] ? stated
            : AnswerExtractor.FromText(last) is { } value && !value.Any(char.IsWhiteSpace) ? value
            : null;
    }

    [GeneratedRegex(@"\b[Tt]he (?:final )?answer is\b[^\n]*|^\**(?:Final )?Answer:?\**:[^\n]*",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Conclusion();
}
