using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Runs.Labels;
using ReasoningLsp.Runs.Records;

namespace ReasoningLsp.Runs.Exporting;

/// <summary>Monte-Carlo rates of many traces: lines of <c>progress --format jsonl</c>, or of other programs with <c>id</c> or <c>hash</c>
/// and <c>rates</c>, one number a step.</summary>
public sealed class MonteCarloFile
{
    private readonly NamedLines<MonteCarloRates> _lines;

    private MonteCarloFile(NamedLines<MonteCarloRates> lines) => _lines = lines;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line holds no rates, or two hold different ones of one trace; the message names it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static MonteCarloFile Read(string path) => new(new NamedLines<MonteCarloRates>(path, RatesOf,
        (rates, trace) => rates.Steps.Length == trace.Steps.Length,
        "holds no Monte-Carlo rates: write what `progress --format jsonl` writes, or "
            + "{\"id\": \"…\", \"rates\": [share after each step]}."));

    /// <summary>Lines that said nothing of the traces which were asked for, each in words.</summary>
    public IEnumerable<string> Left => _lines.Left;

    /// <summary>The rates of a trace, by its hash or else its id; null where there are none of just its steps.</summary>
    public MonteCarloRates? Of(RunTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return _lines.Of(trace);
    }

    private static MonteCarloRates? RatesOf(JsonElement json)
    {
        if (json.TryGetProperty("rates", out var rates))
            return new MonteCarloRates(null, [.. rates.EnumerateArray().Select(Share)]);
        ImmutableArray<double?> values = [.. json.GetProperty("values").EnumerateArray()
            .OrderBy(value => value.GetProperty("steps").GetInt32()).Select(value => Share(value.GetProperty("value")))];
        return new MonteCarloRates(values[0], values[1..]);
    }

    private static double? Share(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null
        : value.GetDouble() is >= 0 and <= 1 and var share ? share : throw new FormatException();
}
