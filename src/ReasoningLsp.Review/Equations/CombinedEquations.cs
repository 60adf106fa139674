using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Mathematics.Numbers;
using ReasoningLsp.Mathematics.Patterns;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;

namespace ReasoningLsp.Review.Equations;

/// <summary>"Adding (1) and (2) gives …", "①-②得 …", "dividing (2) by (1)": what two marked equations of a step make.</summary>
internal static partial class CombinedEquations
{
    private const int MarkReach = 40;

    /// <summary>The equation that the one at <paramref name="index"/> is said to follow from, with its name; null where the words name no
    /// such operation, or a mark is that of no equation or of several.</summary>
    public static (string Name, EquationFact Fact)? Of(StepContext context, int index)
    {
        var second = context.Analysis.Equations[index];
        var bridge = context.Analysis.Statements[second.Statement].Bridge;
        if (Operation(bridge) is not { } named || Marked(context.Analysis, named.First, index) is not { } first
            || Marked(context.Analysis, named.Second, index) is not { } other || ReferenceEquals(first, other))
            return null;
        var (left, right) = named.Sign switch
        {
            '+' => (Sum(first.Left, other.Left), Sum(first.Right, other.Right)),
            '-' => (Sum(first.Left, Call.Of(Mathematics.Expressions.Operation.Negate, other.Left)),
                Sum(first.Right, Call.Of(Mathematics.Expressions.Operation.Negate, other.Right))),
            _ => (Product(first.Left, other.Right), Product(first.Right, other.Left)),
        };
        var fact = Fact(context, first, left, right);
        return ($"({named.First}) {named.Sign} ({named.Second})", named.Sign == '÷' ? WithoutCommon(context, fact, second) : fact);
    }

    private static EquationFact Fact(StepContext context, EquationFact place, Expression left, Expression right)
        => new(place.Statement, place.Link, left, right, ExpressionInspector.Symbols(left, right), place.Start, place.End,
            context.Tools.Identities);

    // "ar = 6" and "ar³ = 54": what both sides of the quotient have as a factor drops out.
    private static EquationFact WithoutCommon(StepContext context, EquationFact fact, EquationFact second)
    {
        if (fact.Difference is not { Top: var top })
            return fact;
        var dropped = fact.Symbols.Except(second.Symbols)
            .Where(name => top.Terms.Keys.Select(monomial => monomial.PowerOf(name)).Distinct().Count() == 1)
            .ToHashSet(StringComparer.Ordinal);
        Expression Without(Expression side) => ExpressionRewriter.Rewrite(
            side, node => node is Symbol { Name: var name } && dropped.Contains(name) ? new NumberLiteral(Rational.One) : null);
        return dropped.Count == 0 ? fact : Fact(context, fact, Without(fact.Left), Without(fact.Right));
    }

    private static Call Sum(Expression a, Expression b) => Call.Of(Mathematics.Expressions.Operation.Add, a, b);

    private static Call Product(Expression a, Expression b) => Call.Of(Mathematics.Expressions.Operation.Multiply, a, b);

    private static (char First, char Sign, char Second)? Operation(string bridge)
    {
        if (s_inSigns.Match(bridge) is { Success: true } signs)
        {
            var sign = signs.Groups["sign"].Value[0] switch { '+' => '+', '÷' or '/' => '÷', _ => '-' };
            return (Digit(signs.Groups["a"].Value), sign, Digit(signs.Groups["b"].Value));
        }

        if (s_inWords.Match(bridge) is not { Success: true } words)
            return null;
        var (a, b) = (Digit(words.Groups["a"].Value), Digit(words.Groups["b"].Value));
        return (words.Groups["verb"].Value[0], words.Groups["joins"].Value) switch
        {
            ('a', "and" or "to") => (a, '+', b),
            ('s', "from") => (b, '-', a),
            ('d', "by") => (a, '÷', b),
            _ => null,
        };
    }

    private static EquationFact? Marked(StepAnalysis analysis, char mark, int before)
    {
        EquationFact? found = null;
        foreach (var fact in analysis.Equations.Take(before))
        {
            var chain = analysis.Statements[fact.Statement].Chain;
            if (fact.Link != 0 || chain.Signs.Length != 1 || fact.End > analysis.Text.Length
                || chain.Members.Any(member => member.Ambiguities != Ambiguities.None))
                continue;
            var behind = analysis.Text.AsSpan(fact.End, Math.Min(MarkReach, analysis.Text.Length - fact.End)).ToString();
            if (s_mark.Match(behind) is not { Success: true } match || Digit(match.Groups["n"].Value) != mark)
                continue;
            if (found is not null)
                return null;
            found = fact;
        }

        return found;
    }

    private static char Digit(string mark) => mark[0] is >= '①' and <= '⑨' ? (char)('1' + (mark[0] - '①')) : mark[0];

    private static readonly LinearRegex s_inSigns = new(
        @"(?:[(（](?<a>[1-9])[)）]|(?<a>[①-⑨]))\s?\$?\s?(?<sign>[+\-−÷/])\s?\$?\s?(?:[(（](?<b>[1-9])[)）]|(?<b>[①"
        + @"-⑨]))[^()（）=0-9①-⑳+]{0,30}$");

    private static readonly LinearRegex s_inWords = new(
        @"(?<verb>add|subtract|divid)(?:e|ing)?\s(?:equations?\s)?\$?(?:[(（](?<a>[1-9])[)）]|(?<a>[①-⑨]))\$?\s("
        + @"?<joins>and|to|from|by)\s(?:equation\s)?\$?(?:[(（](?<b>[1-9])[)）]|(?<b>[①-⑨]))\$?[^()=0-9①-⑳+]{0,30}$");

    private static readonly LinearRegex s_mark = new(
        @"^[\s$\\\])}.,;，。；&]{0,8}(?:\\q?quad\s?|\\c?dots\s?|…+\s?|\.{3,}\s?){0,3}(?:\\tag\s?\{(?<n>[1-9])\}|["
        + @"(（](?<n>[1-9])[)）]|(?<n>[①-⑨]))");
}
