using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Runs.Planting;

/// <summary>Puts another unit of the same kind behind a result: of a right result it is wrong, since the units differ in size.</summary>
internal static partial class UnitSwap
{
    // Nobody takes metres for light-years.
    private const double MostApart = 1100;

    /// <summary>The unit behind a result and another one; null where none stands there, or none that has one meaning.</summary>
    public static (Capture Old, string New)? Of(string text, int end, Random random)
    {
        var word = Word().Match(text, end);
        if (!word.Success || word.Index != end || Plain(word.Groups["unit"].Value) is not { } unit)
            return null;
        var written = word.Groups["unit"].Value;
        var plural = written.EndsWith('s') ? "s" : string.Empty;
        List<string> others = [.. UnitTable.All.Where(other => other.Dimension == unit.Dimension && other.Factor != unit.Factor
                && Apart(other, unit) <= MostApart && Plain(other.Name + plural) == other).Select(other => other.Name + plural)];
        return others.Count == 0 ? null : (word.Groups["unit"], others[random.Next(others.Count)]);
    }

    private static Unit? Plain(string name) =>
        UnitTable.Readings(name) is [{ Approximate: false, Offset.IsZero: true, OtherFactors.Count: 0 } unit] ? unit : null;

    private static double Apart(Unit one, Unit other)
    {
        var ratio = (one.Factor / other.Factor).ToDouble();
        return Math.Max(ratio, 1 / ratio);
    }

    [GeneratedRegex(@"\G\s?(?<unit>\p{L}{3,})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
