using System.Globalization;
using System.Text.Json;
using ReasoningLsp.Inference;
using ReasoningLsp.Inference.Json;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Review.Judges;

/// <summary>What was found of judges, by the path and length of the model's file or by server and name, in the user's folder.</summary>
/// <param name="Path">Full path of the file.</param>
public sealed record ProbeFile(string Path)
{
    private static readonly JsonForm Form = JsonForm.Parse("""{"type": "object", "additionalProperties": {"type": "string"}}""");

    private const string NotProbed = "this judge was not probed: run `reasoning-lsp doctor`";

    /// <summary>The file in <paramref name="userFolder"/>.</summary>
    public static ProbeFile In(string userFolder) => new(System.IO.Path.Combine(userFolder, "judge-probes.json"));

    /// <summary>The model with what the probes found of it; a file that cannot be read counts as none.</summary>
    public JudgeModel Marked(JudgeModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Read().TryGetValue(KeyOf(model), out var caution) ? model with { Caution = caution.Length == 0 ? null : caution }
            : model with { Caution = NotProbed };
    }

    /// <summary>Keeps what <paramref name="report"/> found.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Keep(JudgeModel model, ProbeReport report)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(report);
        var known = Read();
        known[KeyOf(model)] = report.Caution ?? string.Empty;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        AtomicFile.Write(Path, JsonSerializer.SerializeToUtf8Bytes(known));
    }

    private Dictionary<string, string> Read()
    {
        try
        {
            return File.Exists(Path) ? Form.Read(File.ReadAllBytes(Path), Path).Deserialize<Dictionary<string, string>>()! : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InferenceException)
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
}
