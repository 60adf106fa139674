using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Works out what is calculated with matrices: sums, multiples, products, powers, transposes, determinants.</summary>
internal static class MatrixArithmetic
{
    private const int LongestText = 2_000;

    private static readonly OperatorReducer s_reducer = new(new Evaluator(96));

    /// <summary>The one matrix or number that a normalised text comes to; null where it holds none or is not worked out.</summary>
    /// <param name="normalised">The text.</param>
    /// <param name="isCertain">Whether it can come to nothing else.</param>
    public static Expression? Read(string normalised, out bool isCertain)
    {
        isCertain = true;
        if (normalised.Length > LongestText
            || (!normalised.Contains("matrix}", StringComparison.Ordinal) && !normalised.Contains("{array}", StringComparison.Ordinal)
                && !normalised.Contains("[[", StringComparison.Ordinal)))
            return null;
        var text = normalised.Replace(AnswerNotation.Row.ToString(), @"\\", StringComparison.Ordinal);
        var tokens = Lexer.Lex(text, [new NotationRegion(0, text.Length, NotationMode.Math)], LexerOptions.Default).Tokens;
        var parsed = ExpressionParser.Parse(tokens, 1, tokens.Length - 1, ParserOptions.Default);
        if (parsed.Next < tokens.Length - 1 || parsed.Expression is not { } expression)
            return null;
        // "[[…]] * […]": some programs multiply entry by entry.
        if (expression is Call { Operation: Operation.Multiply, Arguments: [Collection, Collection, ..] } && normalised.Contains("[[",
            StringComparison.Ordinal))
            isCertain = false;
        var reduced = s_reducer.Reduce(expression);
        return Components.Of(reduced) is { } matrix ? new Collection(CollectionKind.Matrix, matrix.Items, matrix.Columns)
            : ExpressionInspector.Nodes(reduced).Any(node => node is Collection) ? null : reduced;
    }
}
