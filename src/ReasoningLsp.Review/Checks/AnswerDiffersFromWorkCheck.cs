using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Answers;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR303: the sentence after the last calculation announces another answer than its result.</summary>
internal sealed class AnswerDiffersFromWorkCheck : ITraceCheck
{
    // What is asked for may be another number than the one derived: a sum m + n, a rest, a rounded value, a letter.
    private static readonly PhraseSet s_asksForMore = new(
        "remainder", "mod", "modulo", "nearest", "round*", "digit*", "m+n", "m + n", "a+b", "a + b", "p+q", "p + q", "form", "simplest",
        "relatively prime", "decimal", "at least", "at most", "percent*", "which of", "choose", "choice*", "option*", "estimat*",
        "approximat*", "fraction", "scientific");

    // The calculation is a check or a part of the work, or its result is turned into another number.
    private static readonly PhraseSet s_notSo = new(
        "check*", "verif*", "indeed", "consistent", "match*", "satisf*", "required", "round*", "nearest", "approximat*", "at least",
        "at most", "if", "case", "cases", "suppose", "wait", "instead", "however", "but", "remainder", "mod", "option*", "choice",
        "convert*", "percent*", "whole", "not", "largest", "smallest", "minimum", "maximum", "both", "each", "per", "other");

    public Rule Rule => RuleCatalog.AnswerDiffersFromWork;

    public IEnumerable<TraceDraft> Check(TraceContext context)
    {
        var last = context.Trace.Steps.Length - 1;
        if (last < 0 || s_asksForMore.OccursIn(context.Problem))
            yield break;
        if (SolvedLetter.Of(context) is { } solved && !IsScaled(solved.Answer.Value, solved.Value.Value))
        {
            yield return Differs(context, solved);
            yield break;
        }

        var section = context.Trace.FinalAnswer?.Text;
        var stated = section is null ? AnnouncedAnswer.In(context.Results[last].Analysis) ?? Asked(context, last)
            : AnnouncedAnswer.InSection(section);
        if (stated is not { } announced)
            yield break;
        if (LastResult(context, announced) is not { } result || s_notSo.OccursIn(result.Words))
            yield break;
        var (answer, value) = (announced.Number, result.Number.Value);
        if (answer.Value.IsZero || value.IsZero || Rational.Abs(answer.Value - value) < Rational.One
            || IsNamed(context, value, result.Step, result.Start))
            yield break;
        if (IsNamed(context, answer.Value, last, announced.Start) ? !IsSameQuantity(context, announced, result)
            : IsScaled(answer.Value, value))
            yield break;
        var place = section is null ? new TextSpan(answer.Start, answer.Length) : context.FirstLine(last);
        yield return TraceContext.On(Rule, last, place, $"The work ends with {result.Text}, the answer is given as {answer.Text}.",
            Evidence.Of(("derived", result.Text), ("answer", answer.Text))) with
        { IsWhole = section is not null, Place = AnswerPlace.OfSection(context.Trace, answer.Text) };
    }

    private TraceDraft Differs(TraceContext context, SolvedLetter solved)
    {
        var (derived, answer) = ($"{solved.Letter} = {solved.Value}", $"{solved.Letter} = {solved.Answer}");
        var isWhole = solved.Start < 0;
        var place = isWhole ? context.FirstLine(solved.Step) : TextSpan.FromBounds(solved.Start, solved.End);
        return TraceContext.On(Rule, solved.Step, place, $"The work ends with {derived}, the answer is given as {answer}.",
            Evidence.Of(("derived", derived), ("answer", answer))) with
        { IsWhole = isWhole, Place = isWhole ? AnswerPlace.OfSection(context.Trace, $"{solved.Answer}") : null };
    }

    // "150 + 40 = 190. She reads 180 pages.": the last sentence counts what the problem asks for, how many pages.
    private static AnnouncedAnswer? Asked(TraceContext context, int last) =>
        AnnouncedAnswer.InLastSentence(context.Results[last].Analysis) is { } said && !context.ProblemNumbers.Contains(said.Number.Value)
        && Question(context.Problem).Contains(said.Noun, StringComparison.OrdinalIgnoreCase) ? said : null;

    // The last sentence of a problem that ends with a question mark.
    private static string Question(string problem)
    {
        problem = problem.TrimEnd();
        return problem.EndsWith('?') ? problem[(problem.AsSpan(0, problem.Length - 1).LastIndexOfAny('.', '?', '!') + 1)..] : string.Empty;
    }

    // An earlier number is the answer by mistake only if it counts the same as the result, and the problem does not name it.
    private static bool IsSameQuantity(TraceContext context, AnnouncedAnswer announced, Result result) =>
        announced.Noun.Length > 0 && announced.Noun == result.Noun && !context.ProblemNumbers.Contains(announced.Number.Value);

    // The last calculation before the sentence of the answer, in the same step or at the end of the one before.
    private static Result? LastResult(TraceContext context, AnnouncedAnswer announced)
    {
        var last = context.Trace.Steps.Length - 1;
        for (var step = last; step >= Math.Max(0, last - 1); step--)
        {
            var links = context.Results[step].Links.Where(link => !link.IsAnnotation).ToList();
            if (links.Count == 0)
                continue;
            // A relation after the announcement, or no calculation last: the answer has another source.
            if (links[^1] is not
                {
                    Sign: "=", IsNumeric: true, Judgment.Verdict: Verdict.Holds, LeftExpression: { } left,
                    RightExpression: { } right
                } link || (step == last && link.Right.End > announced.Start)
                || ExpressionInspector.IsLiteral(left) || !ExpressionInspector.IsLiteral(right) || NumberToken.In(link) is not { } number
                    || HasNumberAfter(context.Results[step].Analysis, link.Right.End, step == last ? announced.Start : int.MaxValue))
                return null;
            var tokens = link.Statement.Tokens;
            var words = context.Text(step) + (step < last ? " " + context.Text(last) : string.Empty);
            return new Result(step, link.Right.Start, number, Nouns.Of(tokens, tokens.IndexOf(number)), $"{left} = {right}",
                words.ToLowerInvariant());
        }

        return null;
    }

    private static bool HasNumberAfter(StepAnalysis analysis, int from, int to) =>
        analysis.Tokens.Any(token => token.Kind is TokenKind.Number or TokenKind.Operator && token.Start >= from && token.Start < to);

    private static bool IsNamed(TraceContext context, Rational value, int step, int offset)
    {
        for (var i = 0; i <= step; i++)
        {
            if (context.Results[i].Analysis.Tokens.Any(
                token => token.Kind == TokenKind.Number && token.Value == value && (i < step || token.Start < offset)))
                return true;
        }

        return context.ProblemNumbers.Contains(value);
    }

    // Another unit, or a half or double that the sentence may explain.
    private static bool IsScaled(Rational a, Rational b)
    {
        var ratio = Rational.Abs(a) > Rational.Abs(b) ? a / b : b / a;
        return ratio == 2 || ratio == 7 || ratio == 10 || ratio == 12 || ratio == 24 || ratio == 60 || ratio == 100 || ratio == 1000
            || ratio == 3600 || ratio == -1;
    }

    private sealed record Result(int Step, int Start, Token Number, string Noun, string Text, string Words);
}
