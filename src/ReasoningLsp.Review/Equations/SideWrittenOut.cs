using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>"(2y + 3)(3y² + cy) = 6y³. Expanding the left-hand side, we get 6y³ + 6cy²": one side of the equation before by itself,
/// which must be the same as it was.</summary>
internal static class SideWrittenOut
{
    private static readonly PhraseSet s_expands = new([.. LanguagePhrases.InAll(PhraseRole.Expanded)]);

    /// <summary>Reports under <paramref name="rule"/> a formula that is not that side.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { HasOtherLaws: true } or { RedefinesNotation: true })
            return;
        var (text, tokens) = (context.Analysis.Text, context.Analysis.Tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.MathStart || End(tokens, i) is not { } end)
                continue;
            context.CancellationToken.ThrowIfCancellationRequested();
            var sentence = StatementReader.Around(text, tokens[i].Start, tokens[end].End, context.Analysis.Lexicon);
            if (Announced(sentence) is { } isLeft && ClaimGuard.IsAsserted(sentence) && EndsClause(sentence.After)
                && Formula(tokens, i, end, context.Analysis.Options) is { } formula && Before(context, tokens[i].Start) is { } known
                && known.Chain is { Signs: ["="], Modulus: null } && !known.Has(ClaimRoles.Unsure | Ambiguities.ImaginaryUnit)
                && known.Chain.Members[isLeft ? 0 : 1].Expression is { } side)
                Compare(context, rule, side, formula, TextSpan.FromBounds(tokens[i].End, tokens[end].Start));
            i = end;
        }
    }

    private static int? End(ImmutableArray<Token> tokens, int start)
    {
        for (var i = start + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.MathEnd)
                return i;
        }

        return null;
    }

    // Which side is meant, where the words name one, say that it is multiplied out or factored, and nothing else.
    private static bool? Announced(Sentence sentence)
    {
        var words = sentence.Before;
        if (!s_expands.OccursIn(words) || !OperationWords.AreAll(words, sentence.Lexicon))
            return null;
        var (left, right) = (sentence.Lexicon.Has(PhraseRole.LeftSide, words), sentence.Lexicon.Has(PhraseRole.RightSide, words));
        return left != right ? left : null;
    }

    private static bool EndsClause(string after)
    {
        var rest = after.AsSpan().TrimStart(" $\\)]");
        return rest.IsEmpty || rest[0] is '.' or ',' or ';' or '\n' or '。' or '，';
    }

    // The whole of the mathematics as one expression without a relation.
    private static Expression? Formula(ImmutableArray<Token> tokens, int start, int end, ParserOptions options)
    {
        var parsed = ExpressionParser.Parse(tokens, start + 1, end, options);
        var next = parsed.Next;
        while (next < end && tokens[next].Kind is TokenKind.Break or TokenKind.Comma)
            next++;
        return next == end && (parsed.Ambiguities & (ClaimRoles.Unsure | Ambiguities.ImaginaryUnit)) == 0
            ? parsed.Expression as Call : null;
    }

    private static Statement? Before(StepContext context, int at) =>
        context.Analysis.Statements.LastOrDefault(statement => statement.Chain.End <= at)
        ?? (context.Analysis.Statements.Any(statement => statement.Chain.Start < at) ? null : context.Facts.LastStatement);

    private static void Compare(StepContext context, Rule rule, Expression side, Expression formula, TextSpan span)
    {
        if (!ExpressionInspector.Symbols(side).SetEquals(ExpressionInspector.Symbols(formula)) || HasOther(side) || HasOther(formula))
            return;
        var outcome = context.Tools.Identities.Compare(side, formula);
        if (outcome.Holds != false || OtherPlaces.MayHold(context.Tools, side, formula))
            return;
        var (x, y) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
        context.Report(new Draft(rule, span,
            $"{side} and {formula} are not the same: at {outcome.Point} the first is {x}, the second {y}.",
            Evidence.Of(("counterexample", outcome.Point), ("left", $"{side} = {x}"), ("right", $"{formula} = {y}"))));
    }

    private static bool HasOther(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node is FunctionValue
        or Collection or Quantity or NumberLiteral { Decimals: > 0 }
        or Call { Operation: Operation.PlusMinus or Operation.Floor or Operation.Ceiling or Operation.Mod });
}
