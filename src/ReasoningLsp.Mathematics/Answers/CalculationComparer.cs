using System.Buffers;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares two answers of which one is still a calculation, as a step that sets them equal is judged: <c>$310 - $18.75</c>,
/// <c>3 m + 50 cm</c>, <c>¾ of 16</c>.</summary>
internal sealed class CalculationComparer(NumericJudge numeric)
{
    private const int LongestCalculation = 400;
    private const string UnitsUndecided = "the units do not decide";
    // A colon makes a ratio or a time of day, which answers are compared as.
    private static readonly SearchValues<char> s_signs = SearchValues.Create("=≠<>≤≥≈≡∈~:");

    private readonly LinkJudge _links = new(numeric);

    /// <summary>Whether the two are equal; null where that is not known.</summary>
    /// <param name="gold">One answer as written.</param>
    /// <param name="pred">The other.</param>
    /// <param name="otherwise">What is known of them as answers.</param>
    public bool? Compare(string gold, string pred, bool? otherwise)
    {
        if (Judge(gold, pred, otherwise) is not { } judgment)
            return otherwise;
        return judgment.Verdict switch
        {
            Verdict.Holds => true,
            Verdict.Fails => false,
            // Units that do not decide leave it open whether the bare numbers are all there is.
            _ => judgment.Doubt == UnitsUndecided && otherwise == false ? null : otherwise,
        };
    }

    // Null where a side is no calculation that is read in full, or both are numbers as they stand.
    private Judgment? Judge(string gold, string pred, bool? otherwise)
    {
        if (gold.Length + pred.Length > LongestCalculation || gold.AsSpan().ContainsAny(s_signs) || pred.AsSpan().ContainsAny(s_signs)
            || string.IsNullOrWhiteSpace(gold) || string.IsNullOrWhiteSpace(pred))
            return null;
        var text = $"{gold.Trim()} = {pred.Trim().TrimEnd('.')}";
        var mode = text.Contains('\\', StringComparison.Ordinal) ? NotationMode.Math : NotationMode.Prose;
        var tokens = Lexer.Lex(text, [new NotationRegion(0, text.Length, mode)], NumberStyle.Shown(text, LexerOptions.Default)).Tokens;
        if (RelationFinder.Find(tokens, ParserOptions.Default, default) is not [{ Members: [var left, var right] }]
            || left is not { Start: 0, Expression: { } a } || right is not { Expression: { } b } || right.End < text.Length
            || !IsCalculated(a) || !IsCalculated(b)
            || (ExpressionInspector.IsLiteral(a) && ExpressionInspector.IsLiteral(b)))
            return null;
        if (Has<Quantity>(a) || Has<Quantity>(b))
            return _links.JudgeAmounts(a, b) ?? (AreOfOneUnit(a, b) ? _links.JudgeReading(a, b)
                : Judgment.Unknown.Doubted(DoubtKind.Units, UnitsUndecided));
        // "67%" may round 2/3, and a sign that only one of them has is no label here.
        if ((otherwise is null && (IsPercentage(a) || IsPercentage(b))) || IsPercentage(a) != IsPercentage(b)
            || IsOverPercent(a) || IsOverPercent(b))
            return null;
        // "880 + 10% of 880" takes hundredths; no sign there is a label that may be passed over.
        if (TakesHundredths(a) || TakesHundredths(b))
            return numeric.Equal(a, b);
        return _links.JudgeReading(a, b) is { Verdict: Verdict.Holds } equal ? equal
            : _links.Judge(tokens, left, right, ParserOptions.Default) is { Verdict: Verdict.Fails } different ? different
                : Judgment.Unknown;
    }

    // "11 apples + 10 apples" and "22 apples": nothing to convert.
    private static bool AreOfOneUnit(Expression left, Expression right) => PlainAmount.IsSum(left) && PlainAmount.IsSum(right)
        && ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right)).OfType<Quantity>().Select(quantity => quantity.Unit)
            .Distinct(StringComparer.Ordinal).Count() == 1;

    // "1/2 %" is half a percent, and is read here as one over two percent.
    private static bool IsOverPercent(Expression expression) =>
        expression is Call { Operation: Operation.Divide, Arguments: [_, Call { Operation: Operation.Percent }] };

    private static bool IsPercentage(Expression expression) =>
        expression is Call { Operation: Operation.Percent, Arguments: [NumberLiteral or Call { Operation: Operation.Divide }] };

    private static bool TakesHundredths(Expression expression) => ExpressionInspector.Nodes(expression)
        .Any(node => node is Call { Operation: Operation.Multiply } product
            && product.Arguments.Any(factor => factor is Call { Operation: Operation.Percent }));

    private static bool IsCalculated(Expression expression) =>
        !Has<Collection>(expression) && !Has<Constant>(expression) && ExpressionInspector.IsClosed(expression);

    private static bool Has<T>(Expression expression)
        where T : Expression => ExpressionInspector.Nodes(expression).Any(node => node is T);
}
