using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Rules;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR303: the final answer differs from the value that the work has just derived.</summary>
internal sealed class AnswerFromWorkCheck : ITraceCheck
{
    // What is asked for may be another number than the one derived: a sum m + n, a rest, a rounded value, a letter.
    private static readonly PhraseSet s_asksForMore = new(
        "remainder", "mod", "modulo", "nearest", "round*", "digit*", "m+n", "m + n", "a+b", "a + b", "a+b+c", "p+q", "p + q", "form", "simplest", "relatively prime", "decimal", "hundredth*", "tenth*", "integer part", "whole number", "at least", "at most", "minimum", "maximum", "least", "greatest", "most", "percent*", "which of", "choose", "choice*", "option*", "estimat*", "approximat*", "fraction");

    private static readonly PhraseSet s_announces = new("answer", "\\boxed", "####");
    private static readonly PhraseSet s_notSo = new(
        "check*", "verify*", "verif*", "indeed", "consistent", "match*", "as required", "round*", "nearest", "approximat*", "at least", "at most", "if", "case", "cases", "suppose", "wait", "instead", "however", "but", "remainder", "mod", "other", "option*", "choice", "convert*", "percent*", "whole", "not", "since", "because", "largest", "smallest", "minimum", "maximum");

    public Rule Rule { get; } = RuleCatalog.Find("RR303")!;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        var last = context.Trace.Steps.Length - 1;
        if (last < 0 || context.Trace.FinalAnswer is not null || s_asksForMore.OccursIn(context.Problem))
            yield break;
        var analysis = context.Results[last].Analysis;
        if (Announced(analysis) is not { } at || Derived(context, at) is not { } derived)
            yield break;
        var answer = analysis.Tokens[at];
        var value = derived.Value;
        if (answer.Value == value || value.IsZero || answer.Value.IsZero || IsScaled(answer.Value, value) || Rational.Abs(answer.Value - value) < Rational.One || derived.Words.Length > 0 && s_notSo.OccursIn(derived.Words))
            yield break;
        if (IsNamed(context, value, derived.Step, derived.Start) || IsNamed(context, answer.Value, last, answer.Start))
            yield break;
        yield return TraceContext.On(Rule, last, new TextSpan(answer.Start, answer.Length), $"The work derives {derived.Text}, the answer says {answer.Text}.", Evidence.Of(("derived", derived.Text), ("answer", answer.Text)));
    }

    // The number in the box, or after "the answer is", if it is the only one there.
    private static int? Announced(StepAnalysis analysis)
    {
        var text = analysis.Text.ToLowerInvariant();
        var from = Math.Max(text.LastIndexOf("\\boxed", StringComparison.Ordinal), Math.Max(text.LastIndexOf("answer is", StringComparison.Ordinal), text.LastIndexOf("####", StringComparison.Ordinal)));
        if (from < 0 || AnswerExtractor.FromText(analysis.Text) is null)
            return null;
        var numbers = Enumerable.Range(0, analysis.Tokens.Length).Where(i => analysis.Tokens[i].Kind == TokenKind.Number && analysis.Tokens[i].Start > from).ToList();
        return numbers is [var only] && !analysis.Tokens.Any(token => token.Start > from && token.Kind is TokenKind.Operator or TokenKind.Letter or TokenKind.Percent or TokenKind.Command && token.Text is not ("boxed" or "text")) ? only : null;
    }

    // The last calculation before the answer, in the same step or at the end of the one before.
    private static (int Step, int Start, Rational Value, string Text, string Words)? Derived(TraceContext context, int at)
    {
        var last = context.Trace.Steps.Length - 1;
        var offset = context.Results[last].Analysis.Tokens[at].Start;
        for (var step = last; step >= Math.Max(0, last - 1); step--)
        {
            var links = context.Results[step].Links.Where(link => !link.IsAnnotation && (step < last || link.Right.End <= offset)).ToList();
            if (links.Count == 0)
            {
                if (step < last)
                    return null;
                continue;
            }

            var link = links[^1];
            if (link is not { Sign: "=", IsNumeric: true, Judgment.Verdict: Verdict.Holds, LeftExpression: { } left, RightExpression: { } right } || ExpressionInspector.IsLiteral(left) || ExpressionInspector.Literal(right) is not { } literal || NumberToken.In(link) is null)
                return null;
            var words = context.Text(step).ToLowerInvariant() + (step < last ? " " + context.Text(last).ToLowerInvariant() : string.Empty);
            return (step, link.Right.Start, literal.Value, $"{left} = {right}", words);
        }

        return null;
    }

    // Whether the number stands anywhere before the place, or in the problem.
    private static bool IsNamed(TraceContext context, Rational value, int step, int offset)
    {
        for (var i = 0; i <= step; i++)
        {
            if (context.Results[i].Analysis.Tokens.Any(token => token.Kind == TokenKind.Number && token.Value == value && (i < step || token.Start < offset)))
                return true;
        }

        return context.ProblemNumbers.Contains(value);
    }

    // Another unit, or a slip of the point that a reader may let pass: ratios of ten, of hours, of dozens.
    private static bool IsScaled(Rational a, Rational b)
    {
        var ratio = Rational.Abs(a) > Rational.Abs(b) ? a / b : b / a;
        return ratio == 2 || ratio == 7 || ratio == 10 || ratio == 12 || ratio == 24 || ratio == 60 || ratio == 100 || ratio == 1000 || ratio == 3600 || ratio == -1;
    }
}
