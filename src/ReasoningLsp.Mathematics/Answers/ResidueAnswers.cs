using System.Globalization;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>Compares answers that are classes of residues: <c>x ≡ 2 (mod 11)</c>, <c>2 mod 11</c>, <c>n = 11k + 2</c>.</summary>
internal static partial class ResidueAnswers
{
    private enum Form
    {
        Congruence,
        Bare,
        Family,
    }

    /// <summary>Whether both are classes, and one is written as a congruence; then <paramref name="same"/> is whether they are the same
    /// one, null where one may be meant as a number or as one number of the class.</summary>
    public static bool AreClasses(string gold, string pred, out bool? same)
    {
        same = null;
        if (Read(gold) is not { } left || Read(pred) is not { } right || (left.Form != Form.Congruence && right.Form != Form.Congruence))
            return false;
        var areSame = left.Modulus == right.Modulus && left.Residue == right.Residue;
        same = areSame ? true : left.Form == Form.Congruence && right.Form == Form.Congruence ? false : null;
        return true;
    }

    private static (Form Form, long Residue, long Modulus)? Read(string text)
    {
        if (Class().Match(text) is { Success: true } written)
            return Of(written.Groups["name"].Success ? Form.Congruence : Form.Bare, written);
        return Multiples().Match(text) is { Success: true } family ? Of(Form.Family, family) : null;
    }

    private static (Form, long, long)? Of(Form form, Match match)
    {
        var modulus = long.Parse(match.Groups["modulus"].Value, CultureInfo.InvariantCulture);
        var residue = match.Groups["residue"] is { Success: true, Value: var digits }
            ? long.Parse(digits.Replace(" ", string.Empty, StringComparison.Ordinal).Replace('−', '-'), CultureInfo.InvariantCulture) : 0;
        return modulus == 0 ? null : (form, ((residue % modulus) + modulus) % modulus, modulus);
    }

    // Atomic where two runs of blanks meet: a long one is read once.
    [GeneratedRegex(@"^(?:(?<name>[a-z])\s*(?:≡|\\equiv)\s*)?(?<residue>[-−]?[0-9]{1,9})(?>\s*)[,(\\{ ]*"
        + @"(?:\\?[pb]?mod(?:ulo)?)(?>\s*)[{( ]*"
        + @"(?<modulus>[0-9]{1,9})\s*[})]*\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Class();

    [GeneratedRegex(@"^[a-z]\s*=\s*(?:(?<modulus>[0-9]{1,9})(?>\s*)\*?(?>\s*)[a-z]\s*(?<residue>[+\-−]\s*[0-9]{1,9})?"
        + @"|(?<residue>[-−]?[0-9]{1,9})\s*\+\s*(?<modulus>[0-9]{1,9})(?>\s*)\*?(?>\s*)[a-z])$", RegexOptions.CultureInvariant)]
    private static partial Regex Multiples();
}
