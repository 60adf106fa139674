using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Where the letters e and i are Euler's number and the imaginary unit for certain: by what is calculated with them, or because
/// the text speaks of complex numbers.</summary>
public static class KnownConstants
{
    private const int MostTokens = 400;

    /// <summary>The chain with its members read anew where one of the letters is known.</summary>
    public static RelationChain Read(ImmutableArray<Token> tokens, RelationChain chain, ParserOptions options)
    {
        var met = chain.Members.Aggregate(Ambiguities.None, (all, member) => all | member.Ambiguities);
        if ((met & (Ambiguities.EulerNumber | Ambiguities.ImaginaryUnit)) == 0 || chain.EndToken - chain.FirstToken > MostTokens)
            return chain;
        var known = Ambiguities.None;
        if ((met & Ambiguities.EulerNumber) != 0 && chain.Members.Any(member => member.Expression is { } expression && IsEuler(expression)))
            known |= Ambiguities.EulerNumber;
        if ((met & Ambiguities.ImaginaryUnit) != 0 && (options.IsComplex || IsComplexCalculation(chain, known)))
            known |= Ambiguities.ImaginaryUnit;
        return known == Ambiguities.None ? chain
            : chain with { Members = [.. chain.Members.Select(member => Reread(tokens, member, options, known))] };
    }

    private static Member Reread(ImmutableArray<Token> tokens, Member member, ParserOptions options, Ambiguities known)
    {
        if ((member.Ambiguities & known) == 0)
            return member;
        var parsed = ExpressionParser.Parse(tokens, member.FirstToken, member.EndToken, options with { Second = known });
        return parsed.Expression is null ? member
            : member with { Expression = parsed.Expression, Ambiguities = parsed.Ambiguities & ~known, Certain = known };
    }

    // e^x, e^(-2), ln e, an integral, limit or derivative that e stands in: nobody calculates so with an unknown of that name.
    private static bool IsEuler(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node switch
    {
        Call { Operation: Operation.Power, Arguments: [Symbol { Name: "e" }, var exponent] } =>
            exponent is not NumberLiteral { Value.IsInteger: true, Value.Sign: > 0 },
        Call { Operation: Operation.Ln } call => Holds(call, "e"),
        Call { Operation: Operation.Integral or Operation.Limit or Operation.Derivative } call => Holds(call, "e"),
        _ => false,
    }) || expression is Call { Operation: Operation.Integral or Operation.Limit or Operation.SumOver or Operation.ContinuedSum };

    private static bool Holds(Expression expression, string name) =>
        ExpressionInspector.Nodes(expression).Any(node => node is Symbol symbol && symbol.Name == name);

    // No name but i, one side a calculation that only complex numbers are put through, and every other side one with a real and an
    // imaginary part.
    private static bool IsComplexCalculation(RelationChain chain, Ambiguities known)
    {
        if (chain.Signs.Any(sign => sign != "=") || chain.Members[0].Expression is not { } first || !IsComplexCalculation(first))
            return false;
        return chain.Members.All(member => member.Expression is { } expression && ExpressionInspector.Symbols(expression)
            .All(name => name == "i" || (name == "e" && (known & Ambiguities.EulerNumber) != 0)))
                && chain.Members.Skip(1).All(member => IsSumOfParts(member.Expression!)
            || IsComplexCalculation(member.Expression!));
    }

    private static bool IsComplexCalculation(Expression expression) => expression switch
    {
        Call { Operation: Operation.Power, Arguments: [var operand, var exponent] } =>
            (operand is Symbol { Name: "i" } || IsSumWithUnit(operand)) && exponent is NumberLiteral or Call { Operation: Operation.Negate }
            || (operand is Symbol { Name: "e" } && Holds(exponent, "i")),
        Call { Operation: Operation.Abs or Operation.Conjugate } call => IsSumWithUnit(call.Arguments[0]),
        Call { Operation: Operation.Multiply } product => product.Arguments.Count(IsSumWithUnit) >= 2
            || (product.Arguments.Any(IsSumWithUnit) && product.Arguments.Any(factor => factor is Symbol { Name: "i" }))
            || product.Arguments.Any(IsComplexCalculation),
        Call { Operation: Operation.Divide, Arguments: [var top, var bottom] } =>
            IsSumWithUnit(bottom) || bottom is Symbol { Name: "i" } || IsComplexCalculation(top),
        // cos 60° + i sin 60°
        Call
        {
            Operation: Operation.Add, Arguments: [Call { Operation: Operation.Cos } cosine, Call { Operation: Operation.Multiply } sine]
        } when ExpressionInspector.IsClosed(cosine) && sine.Arguments is [Symbol { Name: "i" }, Call { Operation: Operation.Sin }]
                or [Call { Operation: Operation.Sin }, Symbol { Name: "i" }] => true,
        Call { Operation: Operation.Add or Operation.Negate } sum => sum.Arguments.Any(IsComplexCalculation)
            || sum.Arguments.Count(IsSumWithUnit) >= 2,
        _ => false,
    };

    // (3 + 4i), -(2 - i)
    private static bool IsSumWithUnit(Expression expression) => expression switch
    {
        Call { Operation: Operation.Negate } call => IsSumWithUnit(call.Arguments[0]),
        Call { Operation: Operation.Add, Arguments: { Length: 2 } terms } => Holds(expression, "i") && terms.All(IsPart),
        _ => false,
    };

    private static bool IsSumOfParts(Expression expression) =>
        expression is Call { Operation: Operation.Add } sum ? sum.Arguments.All(IsPart) : IsPart(expression);

    // A number without names, or one times i.
    private static bool IsPart(Expression term) => term switch
    {
        Symbol { Name: "i" } => true,
        Call { Operation: Operation.Negate } call => IsPart(call.Arguments[0]),
        Call { Operation: Operation.Multiply } product => product.Arguments.Count(factor => factor is Symbol { Name: "i" }) <= 1
            && product.Arguments.All(factor => factor is Symbol { Name: "i" } || ExpressionInspector.IsClosed(factor)),
        Call { Operation: Operation.Divide, Arguments: [var top, var bottom] } => IsPart(top) && ExpressionInspector.IsClosed(bottom),
        _ => ExpressionInspector.IsClosed(term),
    };
}
