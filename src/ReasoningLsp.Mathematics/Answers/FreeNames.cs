using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Names that whoever writes an answer may choose: the constants of a general solution, <c>C e^{2x}</c>, and the whole numbers of
/// a family, <c>2kπ</c>.</summary>
internal static class FreeNames
{
    // Three constants are those of an equation of third order.
    private const int Most = 3;

    /// <summary>Whether the expressions have different free names, and nothing else in which they are known to differ: what is said with
    /// <c>C</c> may be said with <c>A</c>.</summary>
    public static bool MayAgree(Expression left, Expression right)
    {
        var (one, other) = (ExpressionInspector.Symbols(left), ExpressionInspector.Symbols(right));
        var own = one.Except(other, StringComparer.Ordinal).ToList();
        var its = other.Except(one, StringComparer.Ordinal).ToList();
        // AB and AC are segments: a free name stands beside what is known, a variable or π.
        if (!one.Any(name => other.Contains(name) && !IsConstant(name)) && !(HasConstant(left) && HasConstant(right)))
            return false;
        return own.Count is > 0 and <= Most && its.Count is > 0 and <= Most && own.TrueForAll(IsConstant) && its.TrueForAll(IsConstant)
            || own.Count is > 0 and <= Most && own.Count == its.Count && own.TrueForAll(IsCounter) && its.TrueForAll(IsCounter);
    }

    /// <summary>Whether one is the other from another member on, as <c>π/4 + kπ</c> and <c>5π/4 + kπ</c> for whole k.</summary>
    public static bool MayShift(Expression left, Expression right, Func<Expression, Expression, bool?> equal)
    {
        var names = ExpressionInspector.Symbols(left);
        if (names.Count != 1 || !HasConstant(left) || !IsCounter(names.First()) || !ExpressionInspector.Symbols(right).SetEquals(names))
            return false;
        var name = names.First();
        return new[] { -2, -1, 1, 2 }.Any(shift => equal(Shifted(left, name, shift), right) == true
            || equal(Shifted(Mirrored(left, name), name, shift), right) == true);
    }

    private static Expression Shifted(Expression expression, string name, int by) =>
        ExpressionRewriter.PutIn(expression, name, Call.Of(Operation.Add, new Symbol(name), new NumberLiteral(by)));

    private static Expression Mirrored(Expression expression, string name) =>
        ExpressionRewriter.PutIn(expression, name, Call.Of(Operation.Negate, new Symbol(name)));

    private static bool HasConstant(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node is Constant);

    // C, C_1, A, K, and c
    private static bool IsConstant(string name) =>
        name is [(>= 'A' and <= 'D') or 'K' or 'c' or 'k', ..] && (name.Length == 1 || name[1] == '_');

    private static bool IsCounter(string name) => name is "k" or "n" or "m" or "l" or "j" or "K" or "N" or "M";
}
