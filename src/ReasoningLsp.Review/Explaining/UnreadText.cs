using System.Collections.Frozen;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Explaining;

/// <summary>Finds what a step says in mathematics or code and no relation holds.</summary>
internal static class UnreadText
{
    private static readonly FrozenSet<string> s_languages = new[]
    {
        "python", "py", "python3", "sage", "sagemath", "r", "julia", "matlab", "octave", "javascript", "js", "java", "c", "cpp", "c++",
        "lean", "haskell", "ruby", "wolfram", "mathematica", "maple",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private const string Program = "a program; not run";
    private const string NoRelation = "mathematics outside every relation that was read";

    /// <summary>The parts in order, as spans of the step's text.</summary>
    public static IEnumerable<(TextSpan Span, string Reason)> Of(StepAnalysis analysis)
    {
        var struck = StruckText.With(analysis.Text, analysis.Code).Except(analysis.Code);
        return analysis.Code
            .Select(span => (Span: span, Reason: IsProgram(analysis.Text.AsSpan(span.Start, span.Length)) ? Program : "code"))
            .Concat(struck.Select(span => (Span: span, Reason: "struck out")))
            .Concat(Mathematics(analysis)).Where(part => part.Span.Length > 0).OrderBy(part => part.Span.Start);
    }

    // A fence that names a language in which people calculate.
    private static bool IsProgram(ReadOnlySpan<char> code)
    {
        code = code.TrimStart();
        if (!code.StartsWith("```", StringComparison.Ordinal) && !code.StartsWith("~~~", StringComparison.Ordinal))
            return false;
        var info = code.TrimStart("`~ {.");
        var end = info.IndexOfAny(" \r\n\t}");
        return end > 0 && s_languages.GetAlternateLookup<ReadOnlySpan<char>>().Contains(info[..end]);
    }

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
