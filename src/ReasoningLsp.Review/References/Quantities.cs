using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Reviews;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.References;

/// <summary>Where the quantities of a trace are fixed and used, for a person who asks; nothing is judged by it.</summary>
public static class Quantities
{
    /// <summary>Every place, in order. Letters count in mathematics only.</summary>
    public static ImmutableArray<QuantityUse> Of(TraceReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        if (review.Snapshot is not { } snapshot)
            return [];
        var texts = snapshot.Steps.Select((result, index) => (result.Analysis, review.Trace.Steps[index].Text, Step: index)).ToList();
        if (snapshot.Problem is { } problem && review.Trace.Problem is { } text)
            texts.Insert(0, (problem, text, -1));
        var definitions = Definitions(texts.Select(each => (each.Analysis, each.Step)));
        var uses = ImmutableArray.CreateBuilder<QuantityUse>();
        foreach (var (analysis, mapped, step) in texts)
        {
            foreach (var (name, span) in Names(analysis))
                uses.Add(new QuantityUse(name, mapped.ToOriginal(span), step,
                    definitions.TryGetValue(name, out var place) && place.Step == step && span.Start >= place.Start
                    && span.End <= place.End));
        }

        return uses.ToImmutable();
    }

    private static Dictionary<string, (int Step, int Start, int End)> Definitions(IEnumerable<(StepAnalysis Analysis, int Step)> texts)
    {
        var byValue = new Dictionary<string, (int, int, int)>(StringComparer.Ordinal);
        var byEquation = new Dictionary<string, (int, int, int)>(StringComparer.Ordinal);
        foreach (var (analysis, step) in texts)
        {
            foreach (var fact in analysis.Equations)
            {
                if (fact.Left is not Symbol { Name: var name })
                    continue;
                var member = analysis.Statements[fact.Statement].Chain.Members[fact.Link];
                byEquation.TryAdd(name, (step, member.Start, member.End));
                if (ExpressionInspector.IsClosed(fact.Right))
                    byValue.TryAdd(name, (step, member.Start, member.End));
            }
        }

        foreach (var (name, place) in byEquation)
            byValue.TryAdd(name, place);
        return byValue;
    }

    private static IEnumerable<(string Name, TextSpan Span)> Names(StepAnalysis analysis)
    {
        var tokens = analysis.Tokens;
        for (var at = 0; at < tokens.Length; at++)
        {
            var token = tokens[at];
            if (token.Kind != TokenKind.Letter
                || !(token.InMath || analysis.Statements.Any(
                    statement => statement.Chain.Start <= token.Start && token.End <= statement.Chain.End)))
                continue;
            var subscript = Subscript(tokens, at + 1);
            var end = subscript?.End ?? token.End;
            yield return (subscript is null ? token.Text : $"{token.Text}_{subscript.Text}", TextSpan.FromBounds(token.Start, end));
        }
    }

    // "_1" and "_{1}"; anything longer is read as the letter alone.
    private static Token? Subscript(ImmutableArray<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Length || !tokens[at].Is(TokenKind.Operator, "_"))
            return null;
        if (tokens[at + 1].Kind is TokenKind.Number or TokenKind.Letter)
            return tokens[at + 1];
        return at + 3 < tokens.Length && tokens[at + 1].Kind == TokenKind.Open
            && tokens[at + 2].Kind is TokenKind.Number or TokenKind.Letter && tokens[at + 3].Kind == TokenKind.Close
            ? tokens[at + 2]
            : null;
    }
}
