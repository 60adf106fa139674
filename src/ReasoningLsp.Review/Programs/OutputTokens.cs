using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Review.Programs;

/// <summary>An output as numbers and what stands between them, without blanks and quotes.</summary>
/// <param name="Numbers">The numbers, in order.</param>
/// <param name="Frame">What is left, with a sign for each number.</param>
internal sealed partial record OutputTokens(ImmutableArray<OutputTokens.Number> Numbers, string Frame)
{
    private const double Close = 1e-9;

    /// <summary>Reads an output.</summary>
    public static OutputTokens Of(string text)
    {
        var numbers = ImmutableArray.CreateBuilder<Number>();
        var frame = Written().Replace(text, match =>
        {
            numbers.Add(Number.Of(match.Value));
            return "#";
        });
        return new OutputTokens(numbers.ToImmutable(), Left().Replace(frame, string.Empty));
    }

    /// <summary>Whether both say the same, but for how numbers are rounded.</summary>
    public bool IsSame(OutputTokens other) => Frame == other.Frame && Numbers.Length == other.Numbers.Length
        && Numbers.Zip(other.Numbers).All(pair => pair.First.IsClose(pair.Second));

    /// <summary>Whether every number of this stands in the other, wherever.</summary>
    public bool IsWithin(OutputTokens other) => Numbers.All(number => other.Numbers.Any(number.IsClose));

    [GeneratedRegex(@"(?<![A-Za-z_0-9.])-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"[\s'""]+", RegexOptions.CultureInvariant)]
    private static partial Regex Left();

    /// <summary>A number as it is written.</summary>
    /// <param name="Text">The digits.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="Decimals">How many digits stand behind the point; -1 for a whole number.</param>
    public readonly record struct Number(string Text, double Value, int Decimals)
    {
        /// <summary>Reads one.</summary>
        public static Number Of(string text)
        {
            var point = text.IndexOf('.', StringComparison.Ordinal);
            var power = text.AsSpan().IndexOfAny('e', 'E');
            var decimals = power >= 0 ? int.MaxValue : point < 0 ? -1 : text.Length - point - 1;
            return new Number(text, double.Parse(text, CultureInfo.InvariantCulture), decimals);
        }

        /// <summary>Whether both are one number, exact or rounded to the digits of the one that shows fewer.</summary>
        public bool IsClose(Number other)
        {
            if (Text == other.Text)
                return true;
            if (Decimals < 0 && other.Decimals < 0)
                return Text.TrimStart('0') == other.Text.TrimStart('0');
            var distance = Math.Abs(Value - other.Value);
            var decimals = Math.Min(15, Math.Max(0, Math.Min(Decimals, other.Decimals)));
            return distance <= Close * Math.Max(1, Math.Max(Math.Abs(Value), Math.Abs(other.Value)))
                || distance <= 0.5000001 * Math.Pow(10, -decimals);
        }
    }
}
