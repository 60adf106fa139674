using System.Collections.Frozen;
using System.Text;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Writes a unit in macros (<c>\kilo\metre\per\second</c>) or with dots as people do: km/s.</summary>
internal static class UnitMacros
{
    // The package's abbreviations are symbols of units: \J, \kW, \MHz.
    private const int LongestSymbol = 4;

    private static readonly FrozenDictionary<string, string> s_prefixes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["femto"] = "f",
        ["pico"] = "p",
        ["nano"] = "n",
        ["micro"] = "µ",
        ["milli"] = "m",
        ["centi"] = "c",
        ["deci"] = "d",
        ["hecto"] = "h",
        ["kilo"] = "k",
        ["mega"] = "M",
        ["giga"] = "G",
        ["tera"] = "T",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_units = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["metre"] = "m",
        ["meter"] = "m",
        ["m"] = "m",
        ["gram"] = "g",
        ["g"] = "g",
        ["kg"] = "kg",
        ["second"] = "s",
        ["s"] = "s",
        ["minute"] = "min",
        ["hour"] = "h",
        ["h"] = "h",
        ["day"] = "d",
        ["kelvin"] = "K",
        ["celsius"] = "°C",
        ["degreeCelsius"] = "°C",
        ["ampere"] = "A",
        ["mole"] = "mol",
        ["mol"] = "mol",
        ["newton"] = "N",
        ["joule"] = "J",
        ["watt"] = "W",
        ["pascal"] = "Pa",
        ["hertz"] = "Hz",
        ["volt"] = "V",
        ["ohm"] = "Ω",
        ["coulomb"] = "C",
        ["farad"] = "F",
        ["tesla"] = "T",
        ["henry"] = "H",
        ["weber"] = "Wb",
        ["litre"] = "L",
        ["liter"] = "L",
        ["bar"] = "bar",
        ["electronvolt"] = "eV",
        ["degree"] = "°",
        ["percent"] = "%",
        ["candela"] = "cd",
        ["tonne"] = "t",
        ["km"] = "km",
        ["cm"] = "cm",
        ["mm"] = "mm",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The unit in letters; empty where a macro is not known.</summary>
    public static string Read(ReadOnlySpan<char> text)
    {
        var unit = new StringBuilder();
        var prefix = "";
        for (var i = 0; i < text.Length;)
        {
            if (text[i] != '\\')
            {
                if (!char.IsWhiteSpace(text[i]))
                    unit.Append(text[i] is '.' or '~' ? '·' : text[i]);
                i++;
                continue;
            }

            var end = i + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
                end++;
            var name = text[(i + 1)..end].ToString();
            i = end;
            if (s_prefixes.TryGetValue(name, out var found))
                prefix = found;
            else if (name == "per")
                unit.Append('/');
            else if (name is "squared" or "cubed")
                unit.Append(name == "squared" ? "^2" : "^3");
            else if (SymbolOf(name) is { } symbol)
                (_, prefix) = (unit.Append(unit.Length > 0 && unit[^1] != '/' ? "·" : "").Append(prefix).Append(symbol), "");
            else if (name is not ("cdot" or "square" or "cubic"))
                return string.Empty;
        }

        return unit.ToString();
    }

    // The symbol of a macro's unit; a macro may be named by the symbol itself.
    private static string? SymbolOf(string name) =>
        s_units.TryGetValue(name, out var symbol) ? symbol
        : name.Length is > 0 and <= LongestSymbol && CompoundUnit.TryParse(name, out var known) && known.Terms.Count == 1 ? name
        : null;
}
