using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Fractions, roots, named functions, sums.</content>
public sealed partial class ExpressionParser
{
    private static bool IsOperandCommand(string name) => name switch
    {
        "pmod" or "over" or "choose" or "angle" or "triangle" or "star" or "circledast" or "oplus" or "otimes" or "diamond" or "forall"
            or "exists" or "partial" or "label" or "ref" or "eqref" or "neg" or "lnot" => false,
        _ => true,
    };

    private Expression? ParseCommand(Token token)
    {
        var saved = _position;
        _position++;
        var result = token.Text switch
        {
            "pi" => Pi(),
            "infty" => Constant.Infinity,
            "frac" or "dfrac" or "tfrac" or "cfrac" => TryDerivative() ?? ParsePair(Operation.Divide),
            "int" => ParseIntegral(),
            "lim" => ParseLimit(),
            "binom" or "dbinom" or "tbinom" => ParsePair(Operation.Binomial),
            "sqrt" => ParseRoot(),
            "cbrt" => ParseArgument() is { } cube ? Call.Of(Operation.Root, cube, new NumberLiteral(3)) : null,
            "boxed" or "fbox" or "underbrace" or "overbrace" or "cancel" or "bcancel" or "xcancel" or "underline" or "mathbb"
                or "widehat" => ParseTransparent(),
            "overline" or "bar" => ParseOverline(),
            "sum" => ParseBig(Operation.SumOver),
            "prod" => ParseBig(Operation.ProductOver),
            "gcd" => ParseMany(Operation.Gcd),
            "lcm" => ParseMany(Operation.Lcm),
            "min" => ParseMany(Operation.Min),
            "max" => ParseMany(Operation.Max),
            "floor" => ParseMany(Operation.Floor),
            "ceil" => ParseMany(Operation.Ceiling),
            "abs" => ParseMany(Operation.Abs),
            "det" => ParseFunction(Operation.Determinant),
            "tr" => ParseFunction(Operation.Trace),
            "sin" => ParseFunction(Operation.Sin),
            "cos" => ParseFunction(Operation.Cos),
            "tan" => ParseFunction(Operation.Tan),
            "cot" => ParseFunction(Operation.Cot),
            "sec" => ParseFunction(Operation.Sec),
            "csc" => ParseFunction(Operation.Csc),
            "arcsin" => ParseFunction(Operation.Asin),
            "asin" => ParseShortArc(Operation.Asin),
            "arccos" => ParseFunction(Operation.Acos),
            "acos" => ParseShortArc(Operation.Acos),
            "arctan" => ParseFunction(Operation.Atan),
            "atan" => ParseShortArc(Operation.Atan),
            "sinh" => ParseFunction(Operation.Sinh),
            "cosh" => ParseFunction(Operation.Cosh),
            "tanh" => ParseFunction(Operation.Tanh),
            "ln" => ParseFunction(Operation.Ln),
            "lg" => ParseFunction(Operation.Log, new NumberLiteral(10)),
            "exp" => ParseFunction(Operation.Exp),
            "log" => ParseFunction(Operation.Log),
            _ => null,
        };
        if (result is null)
            _position = saved;
        return result;
    }

    // \operatorname{acos}: an arc, or an a before a cosine.
    private Expression? ParseShortArc(Operation operation)
    {
        _met |= Ambiguities.NeverRefute;
        return ParseFunction(operation);
    }

    private Expression Pi()
    {
        _met |= Ambiguities.PiName;
        if (Current is { Kind: TokenKind.Operator, Text: "_" } or { Kind: TokenKind.Open, Text: "(" } && TakeSubscript("π") is { } name
            && name != "π")
            return new Symbol(name);
        if (MayCountPrimes())
            _met |= Ambiguities.NeverRefute;
        return Constant.Pi;
    }

    // "π(10) = 4": how many primes there are, where nothing is multiplied or raised to a power.
    private bool MayCountPrimes() =>
        Current is { Kind: TokenKind.Open, Text: "(", SpaceBefore: false }
        && TokenAt(_position + 1) is { Kind: TokenKind.Number, Decimals: 0 }
        && TokenAt(_position + 2) is { Kind: TokenKind.Close, Text: ")" }
        && TokenAt(_position + 3) is not ({ Kind: TokenKind.Superscript or TokenKind.Open or TokenKind.Number }
            or { Kind: TokenKind.Operator, Text: "^" or "*" })
        && !(_position > 1 && _tokens[_position - 2] is { Kind: TokenKind.Number or TokenKind.Close }
            or { Kind: TokenKind.Operator, Text: "*" });

    // \frac34 is 3/4: without braces an argument is one digit.
    private Expression? ParsePair(Operation operation)
    {
        if (Current is { Kind: TokenKind.Number, Decimals: 0 } digits && digits.Text.Length >= 2 && digits.Text.All(char.IsAsciiDigit)
            && digits.InMath)
        {
            if (digits.Text.Length > 2)
                return null;
            _position++;
            return Make(operation, new NumberLiteral(digits.Text[0] - '0'), new NumberLiteral(digits.Text[1] - '0'));
        }

        var first = ParseArgument();
        var second = first is null ? null : ParseArgument();
        return second is null ? null : Make(operation, first!, second);
    }

    private static Expression Make(Operation operation, Expression first, Expression second) => Call.Of(operation, first, second);

    private Expression? ParseArgument()
    {
        if (Current is { Kind: TokenKind.Open, Text: "group" })
            return ParseGroup();
        return Current is { Kind: TokenKind.Operator, Text: "-" or "+" } ? null : ParsePrimary();
    }

    private Expression? ParseRoot()
    {
        // The sign √ has no braces, so all digits behind it are under it.
        var isTex = _tokens[_position - 1].Length > 1;
        Expression index = new NumberLiteral(2);
        if (Current is { Kind: TokenKind.Open, Text: "[" })
        {
            _position++;
            var inner = ParseSum();
            if (inner is null || Current is not { Kind: TokenKind.Close, Text: "]" })
                return null;
            _position++;
            index = inner;
        }

        if (isTex && TakeScriptDigit(out var behind) is { } digit)
            return Call.Of(Operation.Multiply, Call.Of(Operation.Root, digit, index), behind!);
        _roots++;
        var radicand = ParseArgument();
        _roots--;
        return radicand is null ? null : Call.Of(Operation.Root, radicand, index);
    }

    private Expression? ParseTransparent()
    {
        var name = _tokens[_position - 1].Text;
        var inner = ParseArgument();
        // What is struck out has the numbers that are left beside it.
        if (name is "cancel" or "bcancel" or "xcancel")
            _met |= Ambiguities.NeverRefute;
        if (inner is not null && Current is { Kind: TokenKind.Operator, Text: "_" or "^" }
            && _tokens[_position - 1] is { Kind: TokenKind.Close, Text: "group" }
                && TokenAt(_position + 1) is { Kind: TokenKind.Open, Text: "group" } && IsBrace(_position - 1))
            TakeSubscript("");
        return inner;
    }

    // Whether the group that closes here belongs to \underbrace or \overbrace, whose script is a label.
    private bool IsBrace(int close)
    {
        var depth = 0;
        for (var i = close; i > 0; i--)
        {
            if (_tokens[i] is { Kind: TokenKind.Close, Text: "group" })
                depth++;
            else if (_tokens[i] is { Kind: TokenKind.Open, Text: "group" } && --depth == 0)
                return _tokens[i - 1] is { Kind: TokenKind.Command, Text: "underbrace" or "overbrace" };
        }

        return false;
    }

    private Expression? ParseOverline()
    {
        var start = _position;
        var inner = ParseArgument();
        if (inner is null)
            return null;
        if (inner is Call && ExpressionInspector.Nodes(inner).Any(node => node is Symbol { Name: "i" } || node.Equals(Constant.I)))
        {
            // \overline{3 + 4i}: with a real and an imaginary part a conjugate.
            _met |= Ambiguities.ImaginaryUnit;
            return Call.Of(Operation.Conjugate, inner);
        }

        _met |= Ambiguities.Overline | Ambiguities.NeverRefute;
        var name = string.Concat(
            _tokens.AsSpan()[start.._position].ToArray().Where(token => token.Text != "group").Select(token => token.Text));
        if (inner is Symbol { Name.Length: > 1 } segment && segment.Name.All(char.IsAsciiLetterUpper))
            return segment;
        return new Symbol($"overline({name})");
    }

    // \sum_{k=1}^{n} body, its bounds in either order
    private Expression? ParseBig(Operation operation)
    {
        Expression? to = null;
        NumberLiteral? carried = null;
        (string Index, Expression From)? start = null;
        for (var i = 0; i < 2; i++)
        {
            if (start is null && Current is { Kind: TokenKind.Operator, Text: "_" })
                start = ParseStart();
            else if (to is null && Take(TokenKind.Operator, "^"))
                to = Current is { Kind: TokenKind.Open, Text: "group" } ? ParseGroup()
                    : Current is { Kind: TokenKind.Letter } letter && letter.Text != "e" ? new Symbol(Taken(letter).Text)
                    : TakeScriptDigit(out carried) ?? ParseExponentAtom();
        }

        if (to is null || start is not var (index, from))
            return null;
        var bound = _bound;
        _bound = index;
        var body = ParseTerm();
        _bound = bound;
        if (carried is not null)
            body = body is null ? carried : Call.Of(Operation.Multiply, carried, body);
        return body is null ? null : Call.Of(operation, body, new Symbol(index), from, to);
    }

    // _{k=1}
    private (string Index, Expression From)? ParseStart()
    {
        if (TokenAt(_position + 1) is not { Kind: TokenKind.Open, Text: "group" }
            || TokenAt(_position + 2) is not { Kind: TokenKind.Letter } index
            || TokenAt(_position + 3) is not { Kind: TokenKind.Relation, Text: "=" })
            return null;
        _position += 4;
        return ParseSum() is { } from && Take(TokenKind.Close, "group") ? (index.Text, from) : null;
    }
}
