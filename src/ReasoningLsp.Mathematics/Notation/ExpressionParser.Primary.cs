using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Numbers, names, brackets.</content>
public sealed partial class ExpressionParser
{
    private bool StartsImplicitFactor(int index)
    {
        var token = TokenAt(index);
        if (token is null || index == 0)
            return false;
        var before = _tokens[index - 1];
        var tight = !token.SpaceBefore;
        return token.Kind switch
        {
            TokenKind.Number => (before.Kind == TokenKind.Close && before.Text != "group" && token.InMath)
                || (before.Kind == TokenKind.Factorial && tight && TokenAt(index + 1) is { Kind: TokenKind.Factorial }),
            TokenKind.Word => IsRomanName(token) && before.Kind is TokenKind.Number or TokenKind.Close or TokenKind.Letter,
            TokenKind.Bar => token is { InMath: true, Text: "|" } && _bars == 0 && HasClosingBar(index),
            TokenKind.Letter => token.InMath
                || (tight && before.Kind is TokenKind.Number or TokenKind.Letter or TokenKind.Close or TokenKind.Superscript),
            TokenKind.Open => token.Text is "(" or "[" or "{" or "⌊" or "⌈" or "group" or "pmatrix" or "bmatrix" or "lvert"
                && (token.InMath || tight || token.Text == "lvert" || LooseProduct.IsFactor(_tokens, index))
                && !(token.Text == "{" && !token.InMath),
            TokenKind.Command => IsOperandCommand(token.Text)
                && (token.InMath || before is { Kind: TokenKind.Number or TokenKind.Close or TokenKind.Letter }
                    or { Kind: TokenKind.Command, Text: "pi" }),
            _ => false,
        };
    }

    // \mathrm{bc}: names set upright, and no word.
    private static bool IsRomanName(Token token) => token is { Roman: true, InMath: true, Text.Length: <= 3 };

    private Expression? ParsePrimary()
    {
        if (!Enter())
        {
            Leave();
            return null;
        }

        var token = Current;
        var result = token?.Kind switch
        {
            TokenKind.Number => ParseNumber(token),
            TokenKind.Letter => ParseName(token),
            TokenKind.Word when IsRomanName(token) => ParseName(token),
            TokenKind.Currency => ParseMoney(token),
            TokenKind.Command => ParseCommand(token),
            TokenKind.Open when StartsEmptyGroup() => ParseScriptedChoices(),
            TokenKind.Open => TryBracketedDerivative(token) ?? ParseBracket(token),
            TokenKind.Bar when token.Text == "|" => ParseBars(),
            TokenKind.Operator when token.Text is "_" or "^" => ParseChoices(),
            _ => null,
        };
        Leave();
        return result;
    }
}
