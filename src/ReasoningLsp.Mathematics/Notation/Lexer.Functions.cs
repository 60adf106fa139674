namespace ReasoningLsp.Mathematics.Notation;

/// <content>Names of functions.</content>
public sealed partial class Lexer
{
    private bool TakeFunction(string word)
    {
        var text = word switch
        {
            "sin" or "cos" or "tan" or "cot" or "sec" or "csc" or "log" or "ln" or "lg" or "exp" or "sqrt" or "gcd" or "lcm"
                or "max" or "min" or "arcsin" or "arccos" or "arctan" or "sinh" or "cosh" or "tanh" or "det" => word,
            "GCD" or "GCF" or "gcf" => "gcd",
            "LCM" => "lcm",
            "floor" or "ceil" or "abs" => word,
            "lim" when _math => word,
            "sum" or "prod" or "int" when Peek(word.Length) == '_' => word,
            _ => null,
        };
        if (word is "mod" or "MOD" or "modulo")
        {
            Take(TokenKind.Operator, "mod", word.Length);
            return true;
        }

        if (text is null)
            return false;
        var next = SkipBlanks(word.Length);
        if (_math ? text is "floor" or "ceil" or "abs" && next != '('
            : next is not '(' && !(char.IsAsciiDigit(next) && text is "sqrt" or "sin" or "cos" or "tan" or "log" or "ln" or "lg")
                && !(text == "det" && next == '[')
                && !(text == "log" && (next == '_' || Subscripts.Contains(next, StringComparison.Ordinal))))
            return false;
        Take(TokenKind.Command, text, word.Length);
        if (text == "lim")
            OpenBareLimit();
        return true;
    }
}
