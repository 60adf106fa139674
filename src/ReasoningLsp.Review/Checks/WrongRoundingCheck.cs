using ReasoningLsp.Mathematics.Evaluation;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR109: a value said to be rounded to so many digits is not what the true value rounds to.</summary>
internal sealed class WrongRoundingCheck : ICheck
{
    // "Rounded up to whole buses" is another operation, and so are estimates of the parts.
    private static readonly PhraseSet s_otherwise = new("up", "down", "floor", "ceiling", "truncat*", "estimat*", "at least", "at most",
        "each", "before");

    public Rule Rule => RuleCatalog.WrongRounding;

    public void Check(StepContext context)
    {
        foreach (var link in context.Links)
        {
            if (link is not { Sign: "=" or "≈", IsNumeric: true, LeftExpression: { } left } || Shown(link) is not { } shown
                || link.IsAnnotation || link.Index != link.Statement.Chain.Signs.Length - 1)
                continue;
            var sentence = SameSentence(link.Statement);
            if (RoundingWords.Places(sentence) is not { } places || places != shown.Decimals || s_otherwise.OccursIn(sentence)
                || !ClaimGuard.IsAsserted(link.Statement))
                continue;
            if (context.Tools.Numeric.Evaluator.Evaluate(left, Evaluator.NoSymbols)?.Exact is { } exact && exact.BitLength < 4000
                && IsWrong(exact, shown.Value, places))
                Report(context, link, left, exact, shown, places);
        }
    }

    private static NumberLiteral? Shown(JudgedLink link) => link.RightExpression switch
    {
        NumberLiteral number => number,
        Quantity { Value: NumberLiteral number } => number,
        _ => null,
    };

    // Off by a unit of the last place: the same number, rounded the wrong way. What is further off was not got by rounding.
    private static bool IsWrong(Rational truth, Rational shown, int places)
    {
        var unit = places == 0 ? Rational.One : new Rational(1, System.Numerics.BigInteger.Pow(10, places));
        return truth.Round(places) != shown && truth.RoundHalfEven(places) != shown && Rational.Abs(truth - shown) < unit;
    }

    private void Report(StepContext context, JudgedLink link, Expression left, Rational truth, NumberLiteral shown, int places)
    {
        var right = truth.Round(places).ToDecimalString(places);
        var span = new TextSpan(link.Right.Start, link.Right.Length);
        var value = truth.ToDecimalString(places + 3);
        var repair = NumberToken.In(link) is { } number && !right.StartsWith('-')
            && NumberWriter.Like(right, context.Quote(new TextSpan(number.Start, number.Length)), context.Analysis.Lexing) is { } text
                ? RepairProof.Proven(context, link, new TextEdit(new TextSpan(number.Start, number.Length), text)) : null;
        context.Report(new Draft(Rule, span, $"{left} ≈ {value} rounds to {right}, the step says {shown}.",
            Evidence.Of(("statement", context.Quote(link.Span).Trim()), ("value", value), ("rounded", right)), repair));
    }

    private static string SameSentence(Statement statement)
    {
        var after = statement.After;
        for (var i = 0; i < after.Length; i++)
        {
            if (after[i] is '.' or '?' or ';' or '\n' && (i + 1 == after.Length || char.IsWhiteSpace(after[i + 1])))
                return statement.Before + " " + after[..i];
        }

        return statement.Before + " " + after;
    }
}
