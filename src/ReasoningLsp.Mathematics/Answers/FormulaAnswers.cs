using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Patterns;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares formulas of chemistry, their charges and reactions: <c>H_2O</c>, <c>Na^+</c>, <c>2H2 + O2 -> 2H2O</c>.</summary>
internal static partial class FormulaAnswers
{
    private const int Longest = 200;

    private static readonly FrozenSet<string> s_elements = (
        "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd "
        + "Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac "
        + "Th Pa U Np Pu Am Cm Bk Cf Es Fm").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether both are formulas or reactions; then <paramref name="same"/> is whether they are the same.</summary>
    public static bool AreFormulas(string gold, string pred, out bool? same)
    {
        same = null;
        if (Read(gold) is not { } one || Read(pred) is not { } other || !(IsTelling(one) || IsTelling(other)))
            return false;
        same = string.Equals(one, other, StringComparison.Ordinal);
        return true;
    }

    // Letters alone may be names; a number of atoms, a charge or an arrow make a formula.
    private static bool IsTelling(string formula) => formula.AsSpan().ContainsAny("0123456789+-→".AsSpan());

    private static string? Read(string text)
    {
        if (text.Length is 0 or > Longest || !text.Any(char.IsAsciiLetterUpper))
            return null;
        text = s_arrow.Replace(s_marks.Replace(text, string.Empty), "→");
        var sides = text.Split('→');
        if (sides.Length > 2)
            return null;
        var read = sides.Select(side => sides.Length == 1 ? Species(side.Trim()) : Side(side)).ToList();
        return read.Contains(null) ? null : string.Join('→', read);
    }

    private static string? Side(string side)
    {
        var terms = side.Split(" + ").Select(term => term.Trim()).Select(term =>
        {
            var number = term.TakeWhile(char.IsAsciiDigit).Count();
            return Species(term[number..].Trim()) is { } species ? (number == 0 ? "1" : term[..number]) + "·" + species : null;
        }).ToList();
        return terms.Contains(null) ? null : string.Join(" + ", terms.Order(StringComparer.Ordinal));
    }

    // The atoms in the order of writing: C2H6O and CH3CH2OH tell more than their numbers.
    private static string? Species(string text)
    {
        if (Whole().Match(text) is not { Success: true } match || text.Length < 2)
            return null;
        foreach (Capture atom in match.Groups["atom"].Captures)
            if (!s_elements.Contains(atom.Value))
                return null;
        var charge = match.Groups["charge"].Value;
        var digits = string.Concat(charge.Where(char.IsAsciiDigit));
        var sign = charge.Length == 0 ? string.Empty : charge.Contains('-', StringComparison.Ordinal) ? "^-" : "^+";
        return match.Groups["formula"].Value + sign + (sign.Length > 0 && digits.Length == 0 ? "1" : digits);
    }

    private static readonly LinearRegex s_marks = new(@"\\(?:text|mathrm|ce|rm)\b\s*|[_{}$]");

    private static readonly LinearRegex s_arrow = new(@"\s*(?:-{1,2}>|\\rightarrow|\\longrightarrow|\\to\b|→|⟶)\s*");

    [GeneratedRegex(@"^(?<formula>(?:(?<atom>[A-Z][a-z]?)[0-9]{0,3}|\(|\)[0-9]{0,3})+)(?:\^(?<charge>[0-9]?[+-]|[+-][0-9]?))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
