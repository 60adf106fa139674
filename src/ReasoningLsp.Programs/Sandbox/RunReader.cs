using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace ReasoningLsp.Programs.Sandbox;

/// <summary>Takes what an interpreter writes, up to a bound, and reads the runner's lines in it.</summary>
/// <param name="mark">What such a line begins with.</param>
/// <param name="most">How many bytes are taken.</param>
internal sealed class RunReader(string mark, int most)
{
    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _written = new();

    /// <summary>Takes what was written.</summary>
    /// <exception cref="IOException">It is too much.</exception>
    public void Take(ReadOnlySpan<byte> data)
    {
        lock (_gate)
        {
            if (_written.WrittenCount + data.Length > most)
                throw new IOException("The program writes more than is taken.");
            _written.Write(data);
        }
    }

    /// <summary>The programs that came to their end.</summary>
    public ImmutableArray<ProgramRun> Read()
    {
        string text;
        lock (_gate)
            text = Encoding.UTF8.GetString(_written.WrittenSpan);
        var runs = ImmutableArray.CreateBuilder<ProgramRun>();
        foreach (var line in text.Split('\n').Where(line => line.StartsWith(mark, StringComparison.Ordinal)))
        {
            if (Run(line[mark.Length..]) is not { } run)
                break;
            runs.Add(run);
        }

        return runs.ToImmutable();
    }

    private static ProgramRun? Run(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var alone = json.RootElement.GetProperty("alone");
            return new ProgramRun(Output(json.RootElement.GetProperty("following")),
                alone.ValueKind == JsonValueKind.Null ? null : Output(alone));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // A program that imitates the runner gains nothing.
            return null;
        }
    }

    private static ProgramOutput Output(JsonElement run) => new(run.GetProperty("printed").GetString()!, Text(run, "value"),
        Text(run, "text"), run.GetProperty("cut").GetBoolean(),
        Text(run, "error") is { } kind ? new ProgramError(kind, Text(run, "message") ?? string.Empty, Text(run, "module")) : null);

    private static string? Text(JsonElement run, string name) => run.TryGetProperty(name, out var value) ? value.GetString() : null;
}
