using System.CommandLine;
using System.Text;
using System.Text.Json;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Review.Files;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp equal</c>: whether pairs of final answers say the same.</summary>
internal sealed class EqualCommand
{
    private readonly Argument<string> _file = new(
        "file")
    { Description = "JSONL of {\"gold\", \"pred\", \"precision\"?, \"strict\"?}, or - for standard input." };

    /// <summary>The command.</summary>
    public Command Create(ProgramHost host)
    {
        var command = new Command("equal", "Compare final answers: writes {\"equal\": true|false|null} for each line.") { _file };
        command.SetAction((result, cancellationToken) => RunAsync(host, result.GetValue(_file) ?? "-", cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ProgramHost host, string name, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(name, host.Folder);
        try
        {
            using var reader = new StreamReader(name == "-" ? host.Input : File.OpenRead(path), Encoding.UTF8);
            return await CompareAsync(host, name, reader, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            host.Error.WriteLine($"{name} cannot be read: {FileReason.Of(path, error)}");
            return ExitCode.Trouble;
        }
    }

    private static async Task<int> CompareAsync(ProgramHost host, string name, StreamReader reader, CancellationToken cancellationToken)
    {
        var exitCode = ExitCode.Clean;
        var comparer = new AnswerComparer();
        using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        for (var number = 1; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            bool? equal = null;
            try
            {
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                equal = Compare(comparer, line);
            }
            catch (Exception error) when (error is JsonException or FormatException)
            {
                host.Error.WriteLine($"{name}:{number}: {error.Message}");
                exitCode = ExitCode.Trouble;
            }

            output.WriteLine(equal switch { true => """{"equal":true}""", false => """{"equal":false}""", null => """{"equal":null}""" });
        }

        return exitCode;
    }

    private static bool? Compare(AnswerComparer comparer, string line)
    {
        using var document = JsonDocument.Parse(line);
        var pair = document.RootElement;
        if (pair.ValueKind != JsonValueKind.Object)
            throw new FormatException("This line is no JSON object.");
        var options = new AnswerOptions
        {
            Precision = Value(pair, "precision") is { } precision
            ? precision.ValueKind == JsonValueKind.Number && precision.TryGetInt32(out var digits) && digits is >= 0 and <= 30 ? digits
                : throw new FormatException("`precision` is a whole number from 0 to 30.") : null,
            Strict = Flag(pair, "strict") ?? true,
        };
        return comparer.Compare(Text(pair, "gold"), Text(pair, "pred"), options);
    }

    private static JsonElement? Value(JsonElement pair, string name) =>
        pair.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static bool? Flag(JsonElement pair, string name) => Value(pair, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => throw new FormatException($"`{name}` is true or false."),
    };

    private static string Text(JsonElement pair, string name)
    {
        try
        {
            return Value(pair, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()!
                : throw new FormatException($"`{name}` must be a text.");
        }
        catch (InvalidOperationException)
        {
            throw new FormatException($"`{name}` holds half a surrogate pair.");
        }
    }
}
