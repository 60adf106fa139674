using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ReasoningLsp.Cli.Hosting;

/// <summary>The command line in its bytes: of a name that is no UTF-8 .NET hands over something else.</summary>
internal static class RawArguments
{
    private const string CommandLine = "/proc/self/cmdline";

    /// <summary>What is wrong with one of the arguments, its bytes shown; null where nothing is.</summary>
    public static string? Problem(IReadOnlyList<string> arguments)
    {
        if (!arguments.Any(argument => argument.Contains('\uFFFD', StringComparison.Ordinal)) || !File.Exists(CommandLine))
            return null;
        try
        {
            return Strange(File.ReadAllBytes(CommandLine)) is not { } strange ? null
                : $"{strange} is no UTF-8, and a file of such a name cannot be opened here: give it another name.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The first argument that is no UTF-8, its odd bytes as <c>\xFF</c>; null where there is none.</summary>
    internal static string? Strange(ReadOnlySpan<byte> commandLine)
    {
        foreach (var part in commandLine.Split((byte)0))
        {
            if (!Utf8.IsValid(commandLine[part]))
                return Shown(commandLine[part]);
        }

        return null;
    }

    private static string Shown(ReadOnlySpan<byte> bytes)
    {
        var shown = new StringBuilder();
        while (!bytes.IsEmpty)
        {
            var isText = Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (isText && !Rune.IsControl(rune))
                shown.Append(rune.ToString());
            else
                foreach (var value in bytes[..length])
                    shown.Append(CultureInfo.InvariantCulture, $"\\x{value:X2}");
            bytes = bytes[length..];
        }

        return shown.ToString();
    }
}
