using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Json;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Traces.Files;

namespace ReasoningLsp.Review.Judges;

/// <summary>What was found of judges, by the path and length of the model's file or by server and name, in the user's folder.</summary>
/// <param name="Path">Full path of the file.</param>
public sealed record ProbeFile(string Path)
{
    private static readonly JsonForm Form = JsonForm.Parse("""{"type": "object"}""");
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    private const string NotProbed = "this judge was not probed: run `reasoning-lsp doctor`";

    /// <summary>The file in <paramref name="userFolder"/>.</summary>
    public static ProbeFile In(string userFolder) => new(System.IO.Path.Combine(userFolder, "judge-probes.json"));

    /// <summary>The model with what the probes found of it; a file that cannot be read counts as none.</summary>
    public JudgeModel Marked(JudgeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Read().TryGetValue(KeyOf(model), out var kept)
            ? model with { Caution = kept.Caution is { Length: 0 } ? null : kept.Caution ?? NotProbed, Measure = kept.Measure }
            : model with { Caution = NotProbed };
    }

    /// <summary>Keeps what <paramref name="report"/> found, and what was measured beside it; a measure of more traces stays.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Keep(JudgeModel model, ProbeReport report, JudgeMeasure? measure)
    {
        ArgumentNullException.ThrowIfNull(report);
        Keep(model, kept => new Kept(report.Caution ?? string.Empty, kept?.Measure is { } old && !(measure?.Traces >= old.Traces)
            ? old : measure));
    }

    /// <summary>Keeps how well a judge was measured to tell right from wrong.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Keep(JudgeModel model, JudgeMeasure measure) => Keep(model, kept => new Kept(kept?.Caution, measure));

    private void Keep(JudgeModel model, Func<Kept?, Kept> change)
    {
        ArgumentNullException.ThrowIfNull(model);
        var known = Read();
        known[KeyOf(model)] = change(known.GetValueOrDefault(KeyOf(model)));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        AtomicFile.Write(Path, JsonSerializer.SerializeToUtf8Bytes(known, s_options));
    }

    private Dictionary<string, Kept> Read()
    {
        try
        {
            // A word alone is what older versions kept: the caution.
            return !File.Exists(Path) ? [] : Form.Read(BoundedFile.ReadOfFolder(Path), Path).EnumerateObject()
                .Where(entry => entry.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object)
                .ToDictionary(
                entry => entry.Name,
                entry => entry.Value.ValueKind == JsonValueKind.String ? new Kept(entry.Value.GetString(), null)
                    : entry.Value.Deserialize<Kept>(s_options)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InferenceException or JsonException)
        {
            return [];
        }
    }

    // A replaced file has another length or time.
    private static string KeyOf(JudgeModel model)
    {
        if (model.Model.Remote is { } remote)
            return $"{remote.Root}|{remote.Id}";
        var file = new FileInfo(model.Model.Path);
        return string.Create(CultureInfo.InvariantCulture,
            $"{model.Model.Path}|{model.Model.Adapter}|{(file.Exists ? file.Length : 0)}|"
                + $"{(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}");
    }

    // Null: never probed; empty: it passed every probe.
    private sealed record Kept(string? Caution, JudgeMeasure? Measure);
}
