using System.Text.Json;
using ReasoningLsp.Inference.Json;

namespace ReasoningLsp.Inference.Import;

/// <summary>Reads JSON files of a checkpoint.</summary>
internal static class JsonFile
{
    private static readonly JsonForm AnyObject = JsonForm.Parse("""{"type": "object"}""");

    /// <summary>The object in a file that follows <paramref name="form"/>.</summary>
    /// <exception cref="InferenceException">There is none.</exception>
    public static JsonElement Read(string path, JsonForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        RegularFile.Check(path, "JSON file");
        try
        {
            return form.Read(File.ReadAllBytes(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The object in a file, whatever it holds.</summary>
    /// <exception cref="InferenceException">There is none.</exception>
    public static JsonElement Read(string path) => Read(path, AnyObject);
}
