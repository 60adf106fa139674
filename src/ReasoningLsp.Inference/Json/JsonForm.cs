using System.Reflection;
using System.Text.Json;

namespace ReasoningLsp.Inference.Json;

/// <summary>
/// What a JSON file may hold, as a JSON schema says it: whatever is read is compared with it first, so that nothing behind it meets a
/// value of another kind. Immutable.
/// </summary>
public sealed class JsonForm
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly JsonElement _schema;

    private JsonForm(JsonElement schema) => _schema = schema;

    /// <summary>The form that <paramref name="schema"/> describes; of JSON schema's words those of <see cref="JsonRule"/>.</summary>
    public static JsonForm Parse(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return new JsonForm(document.RootElement.Clone());
    }

    /// <summary>The form in a resource of an assembly.</summary>
    public static JsonForm Resource(Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>The value in a file that follows the form.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="InferenceException">It does not; the message names file and place, what stands there and what may.</exception>
    public JsonElement Read(ReadOnlyMemory<byte> utf8, string file)
    {
        utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
            throw Bad($"{file}:1:1: this is no JSON: there is nothing in it", null);
        JsonElement value;
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            value = document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw Bad($"{file}:{error.LineNumber + 1}:{error.BytePositionInLine + 1}: this is no JSON: {Told(error)}", error);
        }

        return JsonRule.Problem(_schema, _schema, value, string.Empty) is not { } problem ? value
            : throw Bad($"{file}:{JsonPlaces.Of(utf8.Span, problem.Path)}: {problem.What}", null);
    }

    private static InferenceException Bad(string message, Exception? inner) => new(InferenceError.BadFile, message, inner);

    // What is said behind it is the place once more.
    private static string Told(JsonException error)
    {
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var told = end < 0 ? error.Message : error.Message[..end];
        var path = told.IndexOf(" Path:", StringComparison.Ordinal);
        return path < 0 ? told : told[..path];
    }
}
