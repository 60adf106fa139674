using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace ReasoningLsp.Review.Configuration;

/// <summary>A configuration's text and what was found wrong with it, by place. Not thread-safe.</summary>
internal sealed class ConfigurationText(string file, string text)
{
    private readonly ImmutableArray<ConfigurationProblem>.Builder _problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();

    /// <summary>The text as the JSON reader counts it.</summary>
    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>What was reported so far.</summary>
    public ImmutableArray<ConfigurationProblem> Problems => _problems.ToImmutable();

    /// <summary>Reports something at a byte offset.</summary>
    public void Report(long offset, string key, string message, string remedy)
    {
        var before = Encoding.UTF8.GetString(Bytes.AsSpan(0, (int)offset));
        var line = before.Count(character => character == '\n') + 1;
        _problems.Add(new(file, line, before.Length - before.LastIndexOf('\n'), key, message, remedy));
    }

    /// <summary>Reports the value the reader stands on and skips it. Returns false, for brevity of the callers.</summary>
    public bool Reject(ref Utf8JsonReader reader, string key, string expected)
    {
        Report(reader.TokenStartIndex, key, $"\"{key}\" has a value without meaning.", $"Set it to {expected}.");
        reader.Skip();
        return false;
    }

    /// <summary>Reports where the JSON breaks off.</summary>
    public void ReportBroken(JsonException error)
    {
        var line = (int)(error.LineNumber ?? 0);
        _problems.Add(new(file, line + 1, (int)(error.BytePositionInLine ?? 0) + 1, string.Empty, "This is not JSON.",
            "Mend the syntax here: a comma, a quote or a bracket is missing or too many."));
    }
}
