using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Units that are one sign: ㎡, ㎞, ℃.</content>
public sealed partial class Lexer
{
    private const char FirstUnitSign = '\u2103';

    private static readonly FrozenDictionary<char, string> s_unitSigns = ("㎜mm ㎝cm ㎞km ㎟mm2 ㎠cm2 ㎡m2 ㎢km2 ㎣mm3 ㎤cm3 ㎥m3 ㎦km3 ㎍µg ㎎mg ㎏kg "
        + "㎖ml ㎗dl ㎘kl ㏄cc ㎚nm ㎛µm ㎰ps ㎱ns ㎲µs ㎳ms ㎐Hz ㎑kHz "
        + "㎒MHz ㎓GHz ㎩Pa ㎪kPa ㎫MPa ㎬GPa ㎽mW ㎾kW ㎿MW ㎷mV ㎸kV ㎹MV ㎂µA ㎃mA "
        + "㎄kA ㎅KB ㎆MB ㎇GB ㎈cal ㎉kcal ㏊ha")
        .Split(' ').ToFrozenDictionary(pair => pair[0], pair => pair[1..]);

    private bool TakeUnitSign(char c)
    {
        if (c is '℃' or '℉')
        {
            Take(TokenKind.Word, c.ToString(), 1);
            return true;
        }

        if (!s_unitSigns.TryGetValue(c, out var plain))
            return false;
        var power = plain[^1] is '2' or '3' ? plain[^1] - '0' : 1;
        var name = power > 1 ? plain[..^1] : plain;
        _tokens.Add(new Token(name.Length == 1 ? TokenKind.Letter : TokenKind.Word, name, _position, power > 1 ? 0 : 1)
        {
            InMath = _math,
            SpaceBefore = _space,
            Upright = true,
            Nested = _nested > 0
        });
        if (power > 1)
            _tokens.Add(new Token(TokenKind.Superscript, plain[^1..], _position, 1)
            { InMath = _math, Value = power, Nested = _nested > 0 });
        _position++;
        _space = false;
        return true;
    }
}
