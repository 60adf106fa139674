using System.Text;

namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>Writes operations in plain one-line notation with as few brackets as reading needs.</summary>
internal static class ExpressionWriter
{
    private const int Sum = 1, Product = 2, Sign = 3, Exponent = 4, Atom = 5;

    public static string Write(Call call) => call.Operation switch
    {
        Operation.Add => WriteSum(call),
        Operation.Multiply => WriteProduct(call),
        Operation.Divide => $"{At(call.Arguments[0], Product)}/{At(call.Arguments[1], Sign)}",
        Operation.Negate => $"-{At(call.Arguments[0], Product)}",
        Operation.Power => $"{At(call.Arguments[0], Atom)}^{At(call.Arguments[1], Atom)}",
        Operation.Root when call.Arguments[1] is NumberLiteral { Value: var two } && two == 2 => $"√{At(call.Arguments[0], Atom)}",
        Operation.Factorial => $"{At(call.Arguments[0], Atom)}!",
        Operation.DoubleFactorial => $"{At(call.Arguments[0], Atom)}!!",
        Operation.Abs => $"|{call.Arguments[0]}|",
        Operation.Floor => $"⌊{call.Arguments[0]}⌋",
        Operation.Ceiling => $"⌈{call.Arguments[0]}⌉",
        Operation.Percent => $"{At(call.Arguments[0], Atom)}%",
        Operation.Degrees => $"{At(call.Arguments[0], Atom)}°",
        Operation.PlusMinus => $"±{At(call.Arguments[0], Product)}",
        Operation.Mod => $"{At(call.Arguments[0], Product)} mod {At(call.Arguments[1], Product)}",
        Operation.Derivative when call.Arguments[2] is NumberLiteral { Value: var once } && once == 1 =>
            $"d/d{call.Arguments[1]}({call.Arguments[0]})",
        Operation.Derivative => $"d^{call.Arguments[2]}/d{call.Arguments[1]}^{call.Arguments[2]}({call.Arguments[0]})",
        Operation.Integral when call.Arguments.Length == 2 => $"∫{At(call.Arguments[0], Product)} d{call.Arguments[1]}",
        Operation.Integral =>
            $"∫[{call.Arguments[2]}, {call.Arguments[3]}] {At(call.Arguments[0], Product)} d{call.Arguments[1]}",
        Operation.Limit => $"lim({call.Arguments[1]} → {call.Arguments[2]}{SideOf(call.Arguments[3])}) {At(call.Arguments[0], Product)}",
        Operation.ContinuedSum => WithGap(call, " + "),
        Operation.ContinuedProduct => WithGap(call, "·"),
        Operation.SumOver => Over("Σ", call),
        Operation.ProductOver => Over("Π", call),
        Operation.Binomial => $"({call.Arguments[0]} choose {call.Arguments[1]})",
        Operation.Permutations => $"nPr({call.Arguments[0]}, {call.Arguments[1]})",
        Operation.Log when call.Arguments.Length == 2 => $"log_{At(call.Arguments[1], Atom)}({call.Arguments[0]})",
        Operation.Determinant => $"det {At(call.Arguments[0], Atom)}",
        Operation.Transpose => $"{At(call.Arguments[0], Atom)}^T",
        _ => $"{call.Operation.ToString().ToLowerInvariant()}({string.Join(", ", call.Arguments)})",
    };

    private static string Over(string sign, Call call) =>
        $"{sign}[{call.Arguments[1]} = {call.Arguments[2]}…{call.Arguments[3]}] {At(call.Arguments[0], Product)}";

    private static string SideOf(Expression side) => side is NumberLiteral { Value.Sign: not 0 and var sign } ? sign > 0 ? "+" : "-"
        : string.Empty;

    private static string WithGap(Call call, string sign) =>
        string.Join(sign, call.Arguments.SkipLast(1).Select(term => At(term, Product)).Append("…").Concat(
            call.Arguments[^1].Equals(Constant.Infinity) ? [] : [At(call.Arguments[^1], Product)]));

    // "2x", "3x^2·y", "2π": between a number and a letter nobody writes a sign.
    private static string WriteProduct(Call call)
    {
        var text = new StringBuilder(At(call.Arguments[0], Product));
        for (var i = 1; i < call.Arguments.Length; i++)
        {
            if (!(call.Arguments[i - 1] is NumberLiteral { Value.Sign: >= 0 } && char.IsAsciiDigit(text[^1])
                && StartsWithLetter(call.Arguments[i])))
                text.Append('·');
            text.Append(At(call.Arguments[i], Product));
        }

        return text.ToString();
    }

    // Not e, which would make a power of ten of the number.
    private static bool StartsWithLetter(Expression factor) => factor switch
    {
        Symbol { Name: [not ('e' or 'E'), ..] name } => char.IsLetter(name[0]) || name[0] == '\\',
        Call { Operation: Operation.Power } power => StartsWithLetter(power.Arguments[0]),
        _ => factor == Constant.Pi || factor == Constant.I,
    };

    private static string WriteSum(Call call)
    {
        var text = new StringBuilder();
        foreach (var term in call.Arguments)
        {
            if (text.Length == 0)
                text.Append(At(term, Sum));
            else if (term is Call { Operation: Operation.Negate } negated)
                text.Append(" - ").Append(At(negated.Arguments[0], Product));
            else if (term is Call { Operation: Operation.PlusMinus } signed)
                text.Append(" ± ").Append(At(signed.Arguments[0], Product));
            else
                text.Append(" + ").Append(At(term, Product));
        }

        return text.ToString();
    }

    private static string At(Expression expression, int level) =>
        LevelOf(expression) < level ? $"({expression})" : expression.Key;

    private static int LevelOf(Expression expression) => expression switch
    {
        Call { Operation: Operation.Add or Operation.ContinuedSum } => Sum,
        Call
        {
            Operation: Operation.Multiply or Operation.Divide or Operation.Mod or Operation.Integral or Operation.Limit
            or Operation.ContinuedProduct or Operation.SumOver or Operation.ProductOver or Operation.Determinant
        } => Product,
        Call { Operation: Operation.Negate or Operation.PlusMinus } => Sign - 2,
        Call { Operation: Operation.Power } => Exponent,
        NumberLiteral { Value.Sign: < 0 } => Sum,
        Collection { Kind: CollectionKind.List } => 0,
        Quantity => Product,
        _ => Atom,
    };
}
