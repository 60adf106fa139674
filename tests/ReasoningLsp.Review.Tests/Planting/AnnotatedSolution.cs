using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReasoningLsp.Mathematics.Numbers;

namespace ReasoningLsp.Review.Tests.Planting;

/// <summary>A GSM8K record with its calculator annotations.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Steps">The steps without annotations.</param>
/// <param name="Calculations">The annotated calculations in order.</param>
/// <param name="Answer">The reference answer.</param>
internal sealed record AnnotatedSolution(string Id, string Problem, ImmutableArray<string> Steps, ImmutableArray<Calculation> Calculations,
    string Answer)
{
    /// <summary>Reads every record of a JSONL file.</summary>
    public static IEnumerable<AnnotatedSolution> ReadAll(string path) => File.ReadLines(path).Select(Read);

    private static AnnotatedSolution Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var steps = ImmutableArray.CreateBuilder<string>();
        var calculations = ImmutableArray.CreateBuilder<Calculation>();
        foreach (var step in root.GetProperty("steps_annotated").EnumerateArray())
            steps.Add(Strip(step.GetString()!, steps.Count, calculations));
        return new AnnotatedSolution(root.GetProperty("id").GetString()!, root.GetProperty("problem").GetString()!, steps.ToImmutable(),
            calculations.ToImmutable(), root.GetProperty("answer").GetString()!);
    }

    private static string Strip(string annotated, int step, ImmutableArray<Calculation>.Builder calculations)
    {
        var text = new StringBuilder();
        var found = new List<(string Expression, Rational Value, int At)>();
        var from = 0;
        for (var open = annotated.IndexOf("<<", StringComparison.Ordinal); open >= 0; open = annotated.IndexOf("<<", from,
            StringComparison.Ordinal))
        {
            var close = annotated.IndexOf(">>", open, StringComparison.Ordinal);
            if (close < 0)
                break;
            text.Append(annotated, from, open - from);
            if (annotated[(open + 2)..close].Split('=') is [var expression, var result]
                && Rational.TryParseDecimal(result.Trim(), out var value))
                found.Add((expression, value, text.Length));
            from = close + 2;
        }

        var plain = text.Append(annotated, from, annotated.Length - from).ToString();
        var writtenFrom = 0;
        foreach (var (expression, value, at) in found)
        {
            var written = WrittenNumbers.In(plain).FirstOrDefault(number => number.At == at);
            calculations.Add(new Calculation(step, expression, value, writtenFrom, at, written.Value == value ? written.Length : 0));
            writtenFrom = at + written.Length;
        }

        return plain;
    }
}
