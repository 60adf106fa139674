using System.Buffers;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Equations;

/// <summary>Where a problem wants one expression worked out or written anew, what "the expression becomes" and what is given as the answer
/// must be the same as it.</summary>
internal static class AskedExpression
{
    private const int NearBy = 40, LongestFormula = 200;

    // What may stand between the words and the formula.
    private static readonly char[] s_marks = [' ', '\n', '$', '\\', '(', '[', ':', ','];

    // Relations, units and rows, which are no expression.
    private static readonly SearchValues<char> s_others = SearchValues.Create("=<>$%&");

    private static readonly string[] s_becomes = [.. LanguagePhrases.InAll(PhraseRole.Becomes)];

    /// <summary>Reports under <paramref name="rule"/> what differs from the expression.</summary>
    /// <param name="context">The step.</param>
    /// <param name="rule">RR101 for numbers, RR103 for expressions with letters.</param>
    /// <param name="ofNumbers">Which of the two.</param>
    public static void Report(StepContext context, Rule rule, bool ofNumbers)
    {
        if (context.Facts.Asked is not { } asked)
            return;
        var plain = context.Analysis.Lower;
        var stated = Stated(context.Analysis, plain);
        if (!ofNumbers && Last(context) is { } last)
            stated = stated.Append(last).Distinct();
        foreach (var span in stated)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Compare(context, rule, asked, span, ofNumbers);
        }
    }

    // What a solution ends with, where no step tries or rejects anything: "= x + 5".
    private static TextSpan? Last(StepContext context) => context.Analysis.Statements is [.., { Chain: var chain } statement]
        && chain.Signs.All(sign => sign == "=") && context.Facts.IsFinal && !ClaimGuard.GoesOn(statement)
        && OperationWords.AreAll(statement.Bridge, statement.Lexicon) && chain.Members[^1] is { Expression: Call } member
            ? TextSpan.FromBounds(member.Start, member.End) : null;

    // The formulas behind "the expression becomes", and what is boxed.
    private static IEnumerable<TextSpan> Stated(StepAnalysis analysis, string plain)
    {
        var (text, tokens) = (analysis.Text, analysis.Tokens);
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.MathStart)
                continue;
            var before = plain[Math.Max(0, tokens[i].Start - NearBy)..tokens[i].Start].TrimEnd(s_marks);
            var end = i + 1;
            while (end < tokens.Length && tokens[end].Kind != TokenKind.MathEnd)
                end++;
            if (end < tokens.Length && s_becomes.Any(phrase => before.EndsWith(phrase, StringComparison.Ordinal)))
                yield return Trimmed(text, tokens[i].End, tokens[end].Start);
        }

        foreach (var answer in analysis.Marks.Answers)
        {
            if (answer.Length > 0 && text.LastIndexOf(answer, StringComparison.Ordinal) is var at and >= 0)
                yield return Trimmed(text, at, at + answer.Length);
        }
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '.' or ',' or ';'))
            end--;
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return TextSpan.FromBounds(start, end);
    }

    private static void Compare(StepContext context, Rule rule, string asked, TextSpan span, bool ofNumbers)
    {
        if (span.Length is 0 or > LongestFormula || context.Quote(span) is var stated && stated.AsSpan().ContainsAny(s_others))
            return;
        var text = $"${asked} = {stated}$";
        var analysis = StepAnalyzer.Analyze(text, [], TextHints.Of(text), context.Facts.Traits, context.Analysis.Options,
            context.Tools, context.CancellationToken);
        if (LinkReader.Read(analysis, context.Facts.Traits, context.Tools, context.CancellationToken) is not [var link]
            || link is not { Sign: "=", LeftExpression: Call left, RightExpression: { } right } || link.IsNumeric != ofNumbers
            || link.Left.Start > 1 || link.Left.End < asked.Length || link.Right.End < text.Length - 1
            || ((link.Left.Ambiguities | link.Right.Ambiguities) & (ClaimRoles.Unsure | Ambiguities.ImaginaryUnit)) != 0)
            return;
        if (ofNumbers && link.Judgment.Verdict == Verdict.Fails)
        {
            context.Report(new Draft(rule, span,
                $"The problem asks for {left}, which is {ValueText.Of(link.Judgment.Left)}, the step makes it {right}"
                    + (ExpressionInspector.IsLiteral(right) ? "." : $", which is {ValueText.Of(link.Judgment.Right)}."),
                Evidence.Of(("left", $"{left} = {ValueText.Of(link.Judgment.Left)}"),
                    ("right", $"{right} = {ValueText.Of(link.Judgment.Right)}"))));
        }

        if (!ofNumbers && link.Identity is { Holds: false } outcome && !OtherPlaces.MayHold(context.Tools, left, right)
            && ExpressionInspector.Symbols(right).IsSubsetOf(ExpressionInspector.Symbols(left)))
        {
            var point = outcome.Point;
            var (x, y) = (ValueText.Of(outcome.Left), ValueText.Of(outcome.Right));
            context.Report(new Draft(rule, span,
                $"The problem asks for {left}, and {right} is not the same: at {point} the first is {x}, the second {y}.",
                Evidence.Of(("counterexample", point), ("left", $"{left} = {x}"), ("right", $"{right} = {y}"))));
        }
    }
}
