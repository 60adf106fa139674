using System.Globalization;
using System.Text;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Runs.Pages.Mathematics;

/// <summary>
/// Sets LaTeX as MathML, which browsers set without scripts and fonts of ours. All or nothing: of a formula with a command that is not
/// known, nothing is left out.
/// </summary>
internal sealed class MathSetter
{
    private const int Deepest = 40;

    private readonly string _tex;
    private int _at;
    private int _depth;

    private MathSetter(string tex, int at) => (_tex, _at) = (tex, at);

    /// <summary>The formula, or null where not all of it can be set.</summary>
    public static string? Of(string tex, bool isDisplay)
    {
        try
        {
            var setter = new MathSetter(tex, 0);
            var rows = setter.Rows(string.Empty);
            return setter._at < tex.Length ? null
                : $"<math{(isDisplay ? " display=\"block\"" : string.Empty)}>{rows}</math>";
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The one command that begins at a place of a text without signs of mathematics; null where it cannot be set.</summary>
    public static string? Command(string text, int at, out int end)
    {
        end = at;
        try
        {
            var setter = new MathSetter(text, at);
            var set = setter.Scripted();
            end = setter._at;
            return set.Length == 0 ? string.Empty : $"<math>{set}</math>";
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // Up to the end, or to \end of the environment.
    private string Rows(string environment)
    {
        List<List<string>> rows = [[]];
        while (true)
        {
            rows[^1].Add(Row());
            if (Take("\\\\"))
            {
                if (_at < _tex.Length && _tex[_at] == '[')
                    Until(']');
                rows.Add([]);
            }
            else if (!Take("&"))
            {
                break;
            }
        }

        if (environment.Length > 0 && !Take($"\\end{{{environment}}}"))
            throw new FormatException();
        if (rows is [[var only]])
            return only;
        var table = string.Concat(rows.Where(row => row.Exists(cell => cell.Length > 0))
            .Select(row => $"<mtr>{string.Concat(row.Select(cell => $"<mtd>{cell}</mtd>"))}</mtr>"));
        return $"<mtable class=\"{Html.Escape(environment.TrimEnd('*'))}\">{table}</mtable>";
    }

    private string Row()
    {
        if (++_depth > Deepest)
            throw new FormatException();
        var row = new StringBuilder();
        while (true)
        {
            Skip();
            if (_at >= _tex.Length || _tex[_at] is '}' or '&' || At("\\\\") || At("\\end"))
                break;
            row.Append(Scripted());
        }

        _depth--;
        return row.ToString();
    }

    private string Scripted()
    {
        var core = _tex[_at] is '^' or '_' ? string.Empty : Atom();
        string? above = null, below = null;
        var end = _at;
        while (true)
        {
            Skip();
            if (_at < _tex.Length && _tex[_at] == '\'')
            {
                _at++;
                above += "<mo>′</mo>";
            }
            else if (_at < _tex.Length && _tex[_at] is '^' or '_')
            {
                var isAbove = _tex[_at++] == '^';
                var script = Argument();
                (above, below) = isAbove ? (above + script, below) : (above, below + script);
            }
            else
            {
                // The blank belongs to what follows.
                _at = end;
                break;
            }

            end = _at;
        }

        core = core.Length == 0 && (above ?? below) is not null ? "<mrow></mrow>" : core;
        return (above, below) switch
        {
            (null, null) => core,
            (_, null) => $"<msup>{core}<mrow>{above}</mrow></msup>",
            (null, _) => $"<msub>{core}<mrow>{below}</mrow></msub>",
            _ => $"<msubsup>{core}<mrow>{below}</mrow><mrow>{above}</mrow></msubsup>",
        };
    }

    private string Atom()
    {
        var unit = _tex[_at];
        if (unit == '{')
            return Argument();
        if (unit == '\\')
            return Command();
        if (unit is '}' or '&' or '$' or '#')
            throw new FormatException();
        if (char.IsAsciiDigit(unit))
        {
            var number = Digits();
            // "3{,}14": the comma without a blank behind it.
            return $"<mn>{number}{(Take("{,}") ? "," + Digits() : string.Empty)}</mn>";
        }

        if (char.IsAsciiLetter(unit))
        {
            _at++;
            return $"<mi>{unit}</mi>";
        }

        // Words of other scripts, with the marks on their letters.
        if (char.IsLetter(unit) || char.IsSurrogate(unit))
        {
            return $"<mtext>{Html.Escape(Run(at => char.IsLetter(_tex[at]) || char.IsSurrogate(_tex[at])
                || char.GetUnicodeCategory(_tex[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))}</mtext>";
        }

        _at++;
        // Else one bracket of a pair would grow where the other has an exponent.
        if (unit is '(' or ')' or '[' or ']' or '|')
            return $"<mo stretchy=\"false\">{unit}</mo>";
        return unit == '~' ? Blank : $"<mo>{Html.Escape(unit == '-' ? "−" : unit.ToString())}</mo>";
    }

    private const string Blank = "<mspace width=\"0.5em\"></mspace>";

    private string Command()
    {
        var name = Name();
        if (MathSigns.Nothing.Contains(name))
        {
            // "\left." stands for no bracket.
            Skip();
            if (name is "left" or "right" && _at < _tex.Length && _tex[_at] == '.')
                _at++;
            return string.Empty;
        }

        if (MathSigns.Blanks.Contains(name))
            return Blank;
        if (MathSigns.Operators.TryGetValue(name, out var sign))
            return $"<mo>{Html.Escape(sign)}</mo>";
        if (MathSigns.Letters.TryGetValue(name, out var letter))
            return $"<mi>{letter}</mi>";
        if (MathSigns.Functions.Contains(name))
            return name is "mod" or "bmod" ? "<mo>mod</mo>" : $"<mi>{name}</mi>";
        if (MathSigns.Texts.Contains(name))
            return $"<mtext>{Html.Escape(Words())}</mtext>";
        if (MathSigns.Styles.Contains(name))
            return Argument();
        if (MathSigns.Accents.TryGetValue(name, out var accent))
            return $"<mover accent=\"true\">{Argument()}<mo>{accent}</mo></mover>";
        return name switch
        {
            "frac" or "dfrac" or "tfrac" or "cfrac" => $"<mfrac>{Argument()}{Argument()}</mfrac>",
            "binom" or "dbinom" or "tbinom" =>
                $"<mrow><mo>(</mo><mfrac linethickness=\"0\">{Argument()}{Argument()}</mfrac><mo>)</mo></mrow>",
            "sqrt" => Root(),
            "boxed" or "fbox" => $"<mrow class=\"boxed\">{Argument()}</mrow>",
            "cancel" or "bcancel" or "xcancel" => $"<mrow class=\"cancel\">{Argument()}</mrow>",
            "pmod" => $"<mrow><mo>(</mo><mo>mod</mo>{Argument()}<mo>)</mo></mrow>",
            "begin" => Environment(),
            _ => throw new FormatException(),
        };
    }

    private string Root()
    {
        Skip();
        if (_at >= _tex.Length || _tex[_at] != '[')
            return $"<msqrt>{Argument()}</msqrt>";
        var index = Of(Until(']'), isDisplay: false) is { } set ? set["<math>".Length..^"</math>".Length] : throw new FormatException();
        return $"<mroot>{Argument()}<mrow>{index}</mrow></mroot>";
    }

    private string Environment()
    {
        var name = Words();
        if (!MathSigns.Environments.TryGetValue(name.TrimEnd('*'), out var fences))
            throw new FormatException();
        if (name is "array" or "alignedat")
            Words();
        var rows = Rows(name);
        return $"<mrow>{Fence(fences.Open)}{rows}{Fence(fences.Close)}</mrow>";
    }

    private static string Fence(string sign) => sign.Length == 0 ? string.Empty : $"<mo>{sign}</mo>";

    // What stands in braces, or the one sign that stands in their place.
    private string Argument()
    {
        Skip();
        if (_at >= _tex.Length)
            throw new FormatException();
        if (char.IsAsciiDigit(_tex[_at]))
            return $"<mn>{_tex[_at++]}</mn>";
        if (_tex[_at] != '{')
            return $"<mrow>{Atom()}</mrow>";
        _at++;
        var row = Row();
        if (!Take("}"))
            throw new FormatException();
        return $"<mrow>{row}</mrow>";
    }

    // Words in braces as they stand.
    private string Words()
    {
        Skip();
        if (_at >= _tex.Length || _tex[_at] != '{')
            throw new FormatException();
        var words = Until('}');
        return words.Contains('\\', StringComparison.Ordinal) || words.Contains('{', StringComparison.Ordinal)
            ? Plain(words) : words.Replace("~", "\u00a0", StringComparison.Ordinal);
    }

    private static string Plain(string words)
    {
        var plain = words.Replace("\\$", "$", StringComparison.Ordinal).Replace("\\%", "%", StringComparison.Ordinal)
            .Replace("\\ ", " ", StringComparison.Ordinal).Replace("\\,", " ", StringComparison.Ordinal);
        return plain.Contains('\\', StringComparison.Ordinal) || plain.Contains('{', StringComparison.Ordinal)
            ? throw new FormatException() : plain;
    }

    private string Until(char close)
    {
        var end = _tex.IndexOf(close, _at);
        if (end < 0)
            throw new FormatException();
        var inner = _tex[(_at + 1)..end];
        _at = end + 1;
        return inner;
    }

    private string Name()
    {
        _at++;
        if (_at >= _tex.Length)
            throw new FormatException();
        return char.IsAsciiLetter(_tex[_at]) ? Run(at => char.IsAsciiLetter(_tex[at])) : _tex[_at++].ToString();
    }

    private string Digits() => Run(at => char.IsAsciiDigit(_tex[at])
        || (_tex[at] is '.' or ',' && at + 1 < _tex.Length && char.IsAsciiDigit(_tex[at + 1])));

    private string Run(Func<int, bool> belongs)
    {
        var start = _at;
        while (_at < _tex.Length && belongs(_at))
            _at++;
        return _tex[start.._at];
    }

    private void Skip()
    {
        while (_at < _tex.Length && char.IsWhiteSpace(_tex[_at]))
            _at++;
    }

    private bool At(string text) => string.CompareOrdinal(_tex, _at, text, 0, text.Length) == 0;

    private bool Take(string text)
    {
        if (!At(text))
            return false;
        _at += text.Length;
        return true;
    }
}
