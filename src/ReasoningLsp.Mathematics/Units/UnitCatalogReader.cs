using System.Globalization;
using System.Numerics;
using ReasoningLsp.Mathematics.Languages;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Mathematics.Units;

/// <summary>Turns the catalogue's lines into units and their names. Its input is ours, so a mistake in it throws.</summary>
internal static class UnitCatalogReader
{
    private static readonly Dictionary<char, (string Name, int Power)> Prefixes = new()
    {
        ['f'] = ("femto", -15),
        ['p'] = ("pico", -12),
        ['n'] = ("nano", -9),
        ['µ'] = ("micro", -6),
        ['m'] = ("milli", -3),
        ['c'] = ("centi", -2),
        ['d'] = ("deci", -1),
        ['h'] = ("hecto", 2),
        ['k'] = ("kilo", 3),
        ['M'] = ("mega", 6),
        ['G'] = ("giga", 9),
        ['T'] = ("tera", 12),
        ['P'] = ("peta", 15),
    };

    private static readonly Dictionary<string, BaseQuantity> Codes = new()
    {
        ["L"] = BaseQuantity.Length,
        ["M"] = BaseQuantity.Mass,
        ["T"] = BaseQuantity.Time,
        ["K"] = BaseQuantity.Temperature,
        ["I"] = BaseQuantity.Current,
        ["N"] = BaseQuantity.Substance,
        ["J"] = BaseQuantity.Light,
        ["A"] = BaseQuantity.Angle,
        ["D"] = BaseQuantity.Data,
        ["USD"] = BaseQuantity.Dollar,
        ["GBP"] = BaseQuantity.Sterling,
        ["EUR"] = BaseQuantity.Euro,
        ["CNY"] = BaseQuantity.Yuan,
        ["JPY"] = BaseQuantity.Yen,
        ["INR"] = BaseQuantity.Rupee,
        ["MXN"] = BaseQuantity.Peso,
        ["RUB"] = BaseQuantity.Rouble,
        ["UAH"] = BaseQuantity.Hryvnia,
        ["PLN"] = BaseQuantity.Zloty,
        ["TRY"] = BaseQuantity.Lira,
        ["KRW"] = BaseQuantity.Won,
        ["VND"] = BaseQuantity.Dong,
        ["BRL"] = BaseQuantity.Real,
        ["CHF"] = BaseQuantity.Franc,
    };

    private static readonly ILookup<string, string> InOtherLanguages = LanguageFile.All
        .SelectMany(language => language.Find("units") is { } units ? units.EnumerateObject() : default)
        .SelectMany(unit => unit.Value.EnumerateArray().Select(name => (Unit: unit.Name, Name: name.GetString()!)))
        .ToLookup(pair => pair.Unit, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>Every name with its unit, in the order of the catalogue; a name with several meanings comes several times.</summary>
    public static IEnumerable<(string Alias, Unit Unit)> Read()
    {
        string[] sections =
        [
            UnitCatalog.Length, UnitCatalog.Mass, UnitCatalog.Time, UnitCatalog.AreaAndVolume,
            UnitCatalog.Science, UnitCatalog.DataAndCounts, UnitCatalog.Money,
        ];
        return sections.SelectMany(section => section.Replace("\n    ", " ", StringComparison.Ordinal).Split('\n')).SelectMany(ReadLine);
    }

    private static IEnumerable<(string Alias, Unit Unit)> ReadLine(string line)
    {
        var fields = line.Split(';', StringSplitOptions.TrimEntries);
        var unit = ReadUnit(fields[0], fields[1], fields[2]);
        var prefixes = fields.Length > 4 ? fields[4] : "";
        var names = fields[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var alias in names.Concat(InOtherLanguages[unit.Name]))
        {
            var name = alias.TrimStart('~');
            yield return (name, unit);
            if (!alias.StartsWith('~'))
                continue;
            foreach (var prefixed in prefixes == "binary" ? WithDataPrefixes(name, unit) : WithPrefixes(name, unit, prefixes))
                yield return prefixed;
        }
    }

    private static IEnumerable<(string Alias, Unit Unit)> WithPrefixes(string name, Unit unit, string prefixes)
    {
        foreach (var symbol in prefixes)
        {
            var (word, power) = Prefixes[symbol];
            var prefixed = unit with { Name = word + unit.Name, Factor = unit.Factor * PowerOfTen(power), OtherFactors = [] };
            if (IsWord(name))
            {
                yield return (word + name.ToLowerInvariant(), prefixed);
                continue;
            }

            yield return (symbol + name, prefixed);
            if (symbol == 'µ')
            {
                // MICRO SIGN and GREEK SMALL LETTER MU look the same; "u" is what keyboards have.
                yield return ("\u03BC" + name, prefixed);
                yield return ("u" + name, prefixed);
            }
        }
    }

    private static IEnumerable<(string Alias, Unit Unit)> WithDataPrefixes(string name, Unit unit)
    {
        foreach (var (symbols, word, power) in new[] { ("kK", "kilo", 1), ("M", "mega", 2), ("G", "giga", 3), ("T", "tera", 4),
            ("P", "peta", 5) })
        {
            var prefixed = unit with
            {
                Name = word + unit.Name,
                Factor = unit.Factor * BigInteger.Pow(1000, power),
                OtherFactors = [unit.Factor * BigInteger.Pow(1024, power)],
            };
            if (IsWord(name))
                yield return (word + name, prefixed);
            else
                foreach (var symbol in symbols)
                    yield return (symbol + name, prefixed);
        }
    }

    // Symbols have up to three letters, and the words that take prefixes have more, "mol", "amp", "bit" and "bar" apart.
    private static bool IsWord(string name) => name.Length > 3 || name is "amp" or "bit";

    private static Unit ReadUnit(string name, string dimension, string size)
    {
        var (numbers, basis) = Halves(size, '@');
        var (factors, offset) = Halves(numbers, '+');
        var values = factors.Split(',', StringSplitOptions.TrimEntries).Select(Number).ToArray();
        return new Unit(name, ReadDimension(dimension), values[0], offset.Length == 0 ? default : Number(offset), basis.Length > 0)
        {
            Basis = basis,
            OtherFactors = values[1..],
        };
    }

    private static (string Before, string After) Halves(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text.Trim(), "") : (text[..at].Trim(), text[(at + 1)..].Trim());
    }

    private static Dimension ReadDimension(string text)
    {
        Dimension result = default;
        foreach (var factor in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var code = factor.TrimEnd('-', '1', '2', '3', '4');
            var power = code.Length == factor.Length ? 1 : int.Parse(factor.AsSpan(code.Length), CultureInfo.InvariantCulture);
            result = result.TryMultiply(Dimension.Of(Codes[code], power))!.Value;
        }

        return result;
    }

    private static Rational Number(string text)
    {
        var (numerator, denominator) = Halves(text, '/');
        if (!Rational.TryParseDecimal(numerator, out var value))
            throw new FormatException(text);
        if (denominator.Length == 0)
            return value;
        return Rational.TryParseDecimal(denominator, out var divisor) ? value / divisor : throw new FormatException(text);
    }

    private static Rational PowerOfTen(int power) =>
        power >= 0 ? BigInteger.Pow(10, power) : new Rational(1, BigInteger.Pow(10, -power));
}
