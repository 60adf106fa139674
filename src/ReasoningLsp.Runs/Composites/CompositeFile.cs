using System.Collections.Immutable;
using System.Text.Json;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Runs.Statistics;
using ReasoningLsp.Runs.Storage;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Runs.Composites;

/// <summary>The composite of a folder, in <c>.reasoning/composite.json</c>: a team shares it as it shares decisions.</summary>
public static class CompositeFile
{
    private static readonly ImmutableArray<string> s_computed = ["reward model", "judge", "checklist"];

    /// <summary>Where that of the folder in which a run is kept stands.</summary>
    public static string PathOf(RunFolder run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Path.GetFullPath(Path.Combine(run.Path, "..", "..", "composite.json"));
    }

    /// <summary>By what the signals of a run were computed.</summary>
    public static ImmutableSortedDictionary<string, string> SourcesOf(RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Options.Where(option => s_computed.Contains(option.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>What speaks of a run; null where nothing does.</summary>
    /// <param name="run">The run.</param>
    /// <param name="ofSteps">Of single steps, not of solutions.</param>
    public static Composite? Of(RunFolder run, bool ofSteps = false)
    {
        try
        {
            return Read(PathOf(run), SourcesOf(RunSettings.Read(run)), ofSteps);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="composite">The composite.</param>
    /// <param name="steps">That of single steps, or null.</param>
    /// <param name="sources">What each signal was computed by; of another model's scores nothing is known.</param>
    /// <param name="data">The hash of the run that it was fitted to.</param>
    public static void Write(string path, Composite composite, Composite? steps,
        ImmutableSortedDictionary<string, string> sources, string data)
    {
        ArgumentNullException.ThrowIfNull(composite);
        ArgumentNullException.ThrowIfNull(sources);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("data"u8, data);
            Write(json, composite, sources);
            if (steps is not null)
            {
                json.WriteStartObject("steps"u8);
                Write(json, steps, sources);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Composite composite, ImmutableSortedDictionary<string, string> sources)
    {
        json.WriteNumber("intercept"u8, composite.Intercept);
        json.WriteStartArray("signals"u8);
        foreach (var signal in composite.Signals)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, signal.Name);
            if (sources.TryGetValue(OriginOf(signal.Name), out var source))
                json.WriteString("by"u8, source);
            json.WriteNumber("weight"u8, signal.Weight);
            json.WriteNumber("usual"u8, signal.Usual);
            json.WriteNumber("solutions"u8, signal.Count);
            json.WriteStartArray("curve"u8);
            foreach (var (score, right) in signal.Curve.Knots)
            {
                json.WriteStartArray();
                json.WriteNumberValue(score);
                json.WriteNumberValue(right);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The composite of a folder as far as it speaks of a run; null where there is none, or none that can be read.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="sources">What the run's signals were computed by; those of others are left out.</param>
    /// <param name="ofSteps">That of single steps, not of solutions.</param>
    public static Composite? Read(string path, IReadOnlyDictionary<string, string> sources, bool ofSteps = false)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (!File.Exists(path))
            return null;
        try
        {
            using var document = JsonDocument.Parse(BoundedFile.ReadOfFolder(path));
            var json = document.RootElement;
            if (ofSteps && !json.TryGetProperty("steps", out json))
                return null;
            ImmutableArray<CompositeSignal> signals = [.. json.GetProperty("signals").EnumerateArray()
                .Where(signal => !signal.TryGetProperty("by", out var by)
                    || by.GetString() == sources.GetValueOrDefault(OriginOf(signal.GetProperty("name").GetString()!))).Select(Signal)];
            return signals.IsEmpty ? null : new Composite(json.GetProperty("intercept").GetDouble(), signals);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or KeyNotFoundException
            or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    // How a score changes is of the model whose score it is.
    private static string OriginOf(string signal) => signal == StepSignals.Change ? "reward model" : signal;

    private static CompositeSignal Signal(JsonElement signal) => new(signal.GetProperty("name").GetString()!,
        new IsotonicFit([.. signal.GetProperty("curve").EnumerateArray()
            .Select(knot => new IsotonicKnot(knot[0].GetDouble(), knot[1].GetDouble()))]),
        signal.GetProperty("weight").GetDouble(), signal.GetProperty("usual").GetDouble(), signal.GetProperty("solutions").GetInt32());
}
