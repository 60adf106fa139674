using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Commands;

/// <summary>Reads the arguments of a command, of which nothing may be taken for granted.</summary>
internal static class CommandArguments
{
    /// <summary>The text at a place.</summary>
    /// <exception cref="LspException">There is none.</exception>
    public static string Word(this ExecuteCommandParams call, int index) =>
        call.OptionalWord(index) ?? throw new LspException(LspError.InvalidParams, $"{call.Command} needs a text as argument {index + 1}.");

    /// <summary>The text at a place, or null.</summary>
    public static string? OptionalWord(this ExecuteCommandParams call, int index) =>
        call.At(index) is { ValueKind: JsonValueKind.String } word ? word.GetString() : null;

    /// <summary>The whole number at a place, or null.</summary>
    public static int? OptionalNumber(this ExecuteCommandParams call, int index) =>
        call.At(index) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    /// <summary>Whether <c>true</c> stands at a place.</summary>
    public static bool Flag(this ExecuteCommandParams call, int index) => call.At(index) is { ValueKind: JsonValueKind.True };

    /// <summary>The record at a place.</summary>
    /// <exception cref="LspException">There is none.</exception>
    public static T Record<T>(this ExecuteCommandParams call, int index, JsonTypeInfo<T> type)
    {
        try
        {
            if (call.At(index) is { ValueKind: JsonValueKind.Object } json && json.Deserialize(type) is { } value)
                return value;
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new LspException(LspError.InvalidParams, $"{call.Command} needs the object that its code action carries as argument {index + 1}.");
    }

    private static JsonElement? At(this ExecuteCommandParams call, int index) =>
        call.Arguments is { IsDefault: false } arguments && index < arguments.Length ? arguments[index] : null;
}
