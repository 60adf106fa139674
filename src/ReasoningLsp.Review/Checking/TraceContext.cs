using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checking;

/// <summary>A trace with what was read of its steps.</summary>
internal sealed record TraceContext(Trace Trace, StepAnalysis? ProblemAnalysis, ImmutableArray<StepResult> Results,
    CancellationToken CancellationToken)
{
    private readonly Lazy<string> _problem = new(() => (Trace.Problem?.Text ?? string.Empty).ToLowerInvariant());

    /// <summary>The problem in lower case, empty where there is none.</summary>
    public string Problem => _problem.Value;

    /// <summary>Every number in digits of the problem.</summary>
    public ImmutableHashSet<Rational> ProblemNumbers =>
        Problem.Length == 0 ? []
        : [.. ProblemAnalysis?.Tokens.Where(token => token.Kind == TokenKind.Number).Select(token => token.Value) ?? []];

    /// <summary>The text of a step.</summary>
    public string Text(int step) => Trace.Steps[step].Text.Text;

    /// <summary>A finding on a part of a step.</summary>
    public static TraceDraft On(Rule rule, int step, TextSpan span, string message, Evidence evidence) =>
        new(step, new Draft(rule, span, message, evidence));

    /// <summary>The first line of a step, trimmed: a place for what concerns all of it.</summary>
    public TextSpan FirstLine(int step)
    {
        var text = Text(step);
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        var end = text.IndexOf('\n', start);
        end = end < 0 ? text.Length : end;
        return new TextSpan(start, text.AsSpan(start, end - start).TrimEnd().Length);
    }
}
