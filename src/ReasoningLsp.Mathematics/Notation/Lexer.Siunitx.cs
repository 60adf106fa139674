using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Notation;

/// <content>Numbers and units as the package siunitx writes them.</content>
public sealed partial class Lexer
{
    private static readonly FrozenSet<string> Siunitx = FrozenSet.Create(StringComparer.Ordinal, "SI", "qty", "num", "si", "unit", "ang");

    private void TakeSiunitx(string name, int length)
    {
        if (Peek(length) == '[' && _text.AsSpan(_position, Math.Min(_end - _position, 120)).IndexOf(']') is var options and > 0)
            length = options + 1;
        var first = GroupLength(length);
        if (first < 2)
        {
            _position += length;
            return;
        }

        var isNumber = name is not ("si" or "unit");
        if (isNumber)
            TakeNumberGroup(length, first);
        if (name == "ang")
            Take(TokenKind.Degree, "°", 0);
        if (!isNumber || name is "SI" or "qty")
            TakeUnitGroup(isNumber ? 0 : length);
    }

    private void TakeNumberGroup(int length, int group)
    {
        var outer = (_end, _math);
        var end = _position + length + group;
        _position += length + _text.AsSpan(_position + length, group).IndexOf('{') + 1;
        _end = end - 1;
        _math = false;
        var first = _tokens.Count;
        while (_position < _end)
            Next();
        (_end, _math) = outer;
        _position = end;
        for (var i = first; i < _tokens.Count; i++)
            _tokens[i] = _tokens[i] with { InMath = _math };
    }

    private void TakeUnitGroup(int length)
    {
        var group = GroupLength(length);
        if (group < 2)
            return;
        var unit = UnitMacros.Read(_text.AsSpan(_position + length, group).Trim(" {}"));
        // What could not be read stands for itself: a sign or word has a text.
        if (unit.Length == 0)
            Take(TokenKind.Other, _text.Substring(_position, length + group), length + group);
        else
            Take(TokenKind.Word, unit, length + group);
        _tokens[^1] = _tokens[^1] with { Upright = true, Roman = true };
    }
}
