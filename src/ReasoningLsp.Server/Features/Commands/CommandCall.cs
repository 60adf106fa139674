using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ReasoningLsp.Server.Protocol;

namespace ReasoningLsp.Server.Features.Commands;

/// <summary>A command with the arguments that it is given, of which nothing may be taken for granted.</summary>
internal sealed class CommandCall(ICommand command, ExecuteCommandParams sent)
{
    private readonly ImmutableArray<JsonElement> _given = sent.Arguments is { IsDefault: false } given ? given : [];

    /// <summary>The client's token for progress, or null.</summary>
    public JsonElement? WorkDoneToken => sent.WorkDoneToken;

    /// <summary>The text at a place.</summary>
    /// <exception cref="LspException">There is none.</exception>
    public string Word(int index) => OptionalWord(index) ?? throw Missing(index, "a text");

    /// <summary>The text at a place, or null.</summary>
    public string? OptionalWord(int index) => At(index) is { ValueKind: JsonValueKind.String } word ? word.GetString() : null;

    /// <summary>The texts of the list at a place, or the one text there.</summary>
    /// <exception cref="LspException">There is none.</exception>
    public ImmutableArray<string> Words(int index) => At(index) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
        : [Word(index)];

    /// <summary>The whole number at a place, or null.</summary>
    public int? OptionalNumber(int index) =>
        At(index) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : null;

    /// <summary>Whether <c>true</c> stands at a place.</summary>
    public bool Flag(int index) => At(index) is { ValueKind: JsonValueKind.True };

    /// <summary>The number of one of <paramref name="count"/> solutions; null where none is named.</summary>
    /// <exception cref="LspException">There is no such solution.</exception>
    public int? Solution(int index, int count)
    {
        if (OptionalNumber(index) is not { } solution)
            return null;
        if (solution >= 0 && solution < count)
            return solution;
        throw new LspException(LspError.InvalidParams, count == 0
            ? "There is no solution in this document."
            : $"{Named(index)} is the number of a solution, from 0 to {count - 1}.");
    }

    /// <summary>The number of one of <paramref name="count"/> solutions.</summary>
    /// <exception cref="LspException">None is named, or there is no such solution.</exception>
    public int NamedSolution(int index, int count) =>
        Solution(index, count) ?? throw new LspException(LspError.InvalidParams, $"{Named(index)} is missing.");

    /// <summary>The record at a place.</summary>
    /// <exception cref="LspException">There is none.</exception>
    public T Record<T>(int index, JsonTypeInfo<T> type)
    {
        try
        {
            if (At(index) is { ValueKind: JsonValueKind.Object } json && json.Deserialize(type) is { } value)
                return value;
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw Missing(index, "the object that its code action carries");
    }

    private JsonElement? At(int index) => index < _given.Length ? _given[index] : null;

    private LspException Missing(int index, string what) =>
        new(LspError.InvalidParams, $"{command.Name} needs {what} as {char.ToLowerInvariant(Named(index)[0])}{Named(index)[1..]}.");

    private string Named(int index) => $"Argument {index + 1} (`{command.Arguments[index].TrimEnd('?')}`)";
}
