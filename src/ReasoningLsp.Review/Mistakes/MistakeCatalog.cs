using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Symbolic;
using ReasoningLsp.Review.Analysis;

namespace ReasoningLsp.Review.Mistakes;

/// <summary>The wrong rules of <c>catalog.json</c>, and which of them a false rewriting follows.</summary>
internal static class MistakeCatalog
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>The mistakes that are written in formulas, in the order in which they are tried.</summary>
    public static ImmutableArray<(Mistake Mistake, RewriteRule Rule)> Rules { get; } =
        [.. Read().Select(mistake => (mistake, RuleOf(mistake)))];

    /// <summary>Every mistake with a name.</summary>
    public static ImmutableArray<Mistake> All { get; } = [.. Rules.Select(rule => rule.Mistake), Mistake.Sign, Mistake.ZeroProduct];

    /// <summary>The first wrong rule that makes the right side of the left one; null where none does.</summary>
    public static Mistake? Of(Expression left, Expression right, Toolbox tools)
    {
        // "+ C": what an indefinite integral comes to is compared by its derivative.
        var name = left is Call { Operation: Operation.Integral, Arguments: [_, Symbol { Name: var over }] } ? over : null;
        foreach (var (mistake, rule) in Rules)
        {
            foreach (var result in rule.Apply(left))
            {
                // A rule that happens to hold here explains nothing.
                if (AreSame(result, right, name, tools) && !AreSame(result, left, name, tools))
                    return mistake;
            }
        }

        return null;
    }

    private static bool AreSame(Expression x, Expression y, string? name, Toolbox tools)
    {
        Expression Derived(Expression expression) => name is null ? expression
            : Call.Of(Operation.Derivative, expression, new Symbol(name), new NumberLiteral(Rational.One));
        return tools.Identities.Compare(Derived(x), Derived(y)).Agrees;
    }

    private static Mistake[] Read()
    {
        using var stream = typeof(MistakeCatalog).Assembly.GetManifestResourceStream("mistakes/catalog.json")!;
        return JsonSerializer.Deserialize<Mistake[]>(stream, s_json)!;
    }

    private static RewriteRule RuleOf(Mistake mistake)
    {
        var text = mistake.Wrong;
        var tokens = Lexer.Lex(text, [new NotationRegion(0, text.Length, NotationMode.Math)], LexerOptions.Default).Tokens;
        var chain = RelationFinder.Find(tokens, ParserOptions.Default, CancellationToken.None)[0];
        return chain.Members is [{ Expression: { } from }, { Expression: { } to }] ? new RewriteRule(from, to)
            : throw new InvalidOperationException($"The mistake \"{mistake.Name}\" has no rule that can be read: {text}");
    }
}
