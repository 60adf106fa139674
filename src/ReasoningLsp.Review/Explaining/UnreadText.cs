using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Programs;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Explaining;

/// <summary>Finds what a step says in mathematics or code and no relation holds.</summary>
internal static class UnreadText
{
    // Languages in which people calculate, beside the one that can be run.
    private static readonly FrozenSet<string> s_languages = new[]
    {
        "sage", "sagemath", "r", "julia", "matlab", "octave", "javascript", "js", "java", "c", "cpp", "c++",
        "lean", "haskell", "ruby", "wolfram", "mathematica", "maple",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string NoRelation = "mathematics outside every relation that was read";

    /// <summary>The parts in order, as spans of the step's text.</summary>
    /// <param name="analysis">Of the step.</param>
    /// <param name="programs">What came of running the step's programs.</param>
    public static IEnumerable<(TextSpan Span, string Reason)> Of(StepAnalysis analysis, IEnumerable<ProgramOutcome> programs)
    {
        var run = ProgramReasons.BySpan(programs);
        var struck = StruckText.With(analysis.Text, analysis.Code).Except(analysis.Code);
        return analysis.Code
            .Select(span => (Span: span, Reason: run.TryGetValue(span, out var reason) ? $"a program; {reason}"
                : IsProgram(analysis.Text, span) ? ProgramReasons.NotRun : "code"))
            .Concat(struck.Select(span => (Span: span, Reason: "struck out")))
            .Concat(Mathematics(analysis)).Where(part => part.Span.Length > 0).OrderBy(part => part.Span.Start);
    }

    // <code> may mark a word within a line.
    private static bool IsProgram(string text, TextSpan span) => CodePart.Of(text, span) is { } code
        && (s_languages.Contains(code.Name) || (CodeNames.IsProgram(code.Name)
            && (code.Name != "<code>" || text.AsSpan(span.Start, span.Length).Trim().Contains('\n'))));

    private static IEnumerable<(TextSpan Span, string Reason)> Mathematics(StepAnalysis analysis)
    {
        var tokens = analysis.Tokens;
        var isRead = new bool[tokens.Length];
        foreach (var chain in analysis.Statements.Select(statement => statement.Chain))
            isRead.AsSpan(chain.FirstToken, chain.EndToken - chain.FirstToken).Fill(true);
        for (var at = 0; at < tokens.Length; at++)
        {
            var first = at;
            while (at < tokens.Length && !isRead[at] && Belongs(tokens[at]))
                at++;
            if (at > first && IsCalculation(tokens.AsSpan(first, at - first)))
                yield return (TextSpan.FromBounds(tokens[first].Start, tokens[at - 1].End), NoRelation);
        }
    }

    private static bool Belongs(Token token) => token.Kind is not (TokenKind.Word or TokenKind.Break or TokenKind.Line
        or TokenKind.MathStart or TokenKind.MathEnd or TokenKind.Connective);

    // A number or a letter alone is no calculation, and neither is a comma.
    private static bool IsCalculation(ReadOnlySpan<Token> tokens)
    {
        var signs = 0;
        var operands = 0;
        foreach (var token in tokens)
        {
            signs += token.Kind is TokenKind.Operator or TokenKind.Relation or TokenKind.Command or TokenKind.Factorial ? 1 : 0;
            operands += token.Kind is TokenKind.Number or TokenKind.Letter or TokenKind.Command ? 1 : 0;
        }

        return signs > 0 && operands > 0;
    }
}
