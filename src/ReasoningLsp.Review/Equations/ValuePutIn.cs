using System.Buffers;
using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;
using ReasoningLsp.Traces;
using Quantity = ReasoningLsp.Mathematics.Expressions.Quantity;

namespace ReasoningLsp.Review.Equations;

/// <summary>"With x = 6, 3x - 3 = 21": an equation in one letter is a calculation once the value of the letter is put in.</summary>
internal static class ValuePutIn
{
    private const int LongestBridge = 20;

    private static readonly ImmutableArray<string> s_phrases = LanguagePhrases.InAll(PhraseRole.PutIn);
    private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create(".;:!?。；：．！？\n");

    /// <summary>Reports those of a step that come out otherwise.</summary>
    public static void Report(StepContext context, Rule rule)
    {
        if (context.Facts.Traits is { IsCongruent: true } or { StarIsDefined: true } or { RedefinesNotation: true }
            or { HasOtherBase: true })
            return;
        foreach (var fact in context.Analysis.Equations)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var statement = context.Analysis.Statements[fact.Statement];
            if (!IsCalculation(statement, fact) || GivenBefore(context.Analysis, statement) is not var (name, value)
                || !fact.Symbols.SetEquals([name]))
                continue;
            var left = ExpressionRewriter.PutIn(fact.Left, name, value);
            var judgment = context.Tools.Links.JudgeReading(left, fact.Right);
            if (judgment.Verdict != Verdict.Fails)
                continue;
            var right = statement.Chain.Members[1];
            var result = ValueText.Signed(judgment.Left, judgment.Unit ?? string.Empty);
            context.Report(new Draft(rule, TextSpan.FromBounds(right.Start, right.End),
                $"At {name} = {value}, {fact.Left} {result}, the step says {fact.Right}.",
                Evidence.Of(("statement", fact.Key), ("with", $"{name} = {value}"), ("left", $"{fact.Left} {result}"))));
        }
    }

    private static bool IsCalculation(Statement statement, EquationFact fact) =>
        fact.Link == 0 && statement.Index > 0 && statement.Chain.Signs is ["="] && fact.Symbols.Count == 1 && fact.Left is not Symbol
        && ExpressionInspector.IsClosed(fact.Right) && statement.Bridge.Length <= LongestBridge
        && !statement.Lexicon.Has(PhraseRole.Or, statement.Bridge)
        && !statement.Bridge.AsSpan().ContainsAny(s_sentenceEnds) && ClaimGuard.IsCalculated(statement) && !ClaimGuard.IsTried(statement)
        && statement.Chain.Members.All(IsCertain);

    private static bool IsCertain(Member member) => member is { Ambiguities: Ambiguities.None, Expression: { } expression }
        && !ExpressionInspector.Nodes(expression).Any(node => node is Quantity or FunctionValue or Collection
            or Call { Operation: Operation.PlusMinus or Operation.Degrees or Operation.Percent });

    // The value that the statement before gives, where a word puts it in and nothing is tried or supposed against the truth.
    private static (string Name, Expression Value)? GivenBefore(StepAnalysis analysis, Statement statement)
    {
        var given = analysis.Statements[statement.Index - 1];
        if (given.Chain is not { Signs: ["="], Members: [{ Expression: Symbol { Name: var name } }, { Expression: { } value }] }
            || !ExpressionInspector.IsClosed(value) || !given.Chain.Members.All(IsCertain) || ClaimGuard.IsTried(given)
            || ClaimGuard.IsTakenBack(given))
            return null;
        var words = given.Before.AsSpan().TrimEnd(" $\\(\t");
        return EndsWithWord(words) && !EndsWithWord(statement.Before.AsSpan().TrimEnd(" $\\(\t")) ? (name, value) : null;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> words)
    {
        foreach (var phrase in s_phrases)
        {
            if (words.EndsWith(phrase, StringComparison.OrdinalIgnoreCase)
                && (words.Length == phrase.Length || phrase[0] > '\u2e80' || !char.IsLetter(words[^(phrase.Length + 1)])))
                return true;
        }

        return false;
    }
}
