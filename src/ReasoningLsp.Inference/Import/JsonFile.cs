using System.Text.Json;

namespace ReasoningLsp.Inference.Import;

/// <summary>Reads JSON files of a checkpoint.</summary>
internal static class JsonFile
{
    /// <summary>The object in a file.</summary>
    /// <exception cref="InferenceException">There is none.</exception>
    public static JsonElement Read(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new InferenceException(InferenceError.BadFile, $"{path} holds no JSON object.");
        }
        catch (JsonException error)
        {
            throw new InferenceException(InferenceError.BadFile, $"{path} is broken: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InferenceException(InferenceError.NoFile, $"{path} cannot be read: {error.Message}", error);
        }
    }
}
