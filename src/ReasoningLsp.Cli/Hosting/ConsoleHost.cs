using System.Reflection;
using ReasoningLsp.Inference.Hosting;
using Spectre.Console;

namespace ReasoningLsp.Cli.Hosting;

/// <summary>The surroundings of a real run.</summary>
internal static class ConsoleHost
{
    /// <summary>Looks at the terminal and the environment.</summary>
    public static ProgramHost Create(Stream output, Stream input) => new()
    {
        Output = output,
        Error = Console.Error,
        Input = input,
        Folder = Environment.CurrentDirectory,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
        Colour = !Console.IsOutputRedirected && WantsColour(Environment.GetEnvironmentVariable) && TerminalShowsColour(),
        Width = TerminalWidth(),
        Program = Program,
    };

    /// <summary>For an editor, which is no terminal.</summary>
    public static ProgramHost Serving() => new()
    {
        Output = Console.OpenStandardOutput(),
        Error = Console.Error,
        Input = Console.OpenStandardInput(),
        Folder = Environment.CurrentDirectory,
        Program = Program,
    };

    // Whatever its file is called; run by `dotnet reasoning-lsp.dll` the process is dotnet's.
    private static EngineLauncher? Program => typeof(ConsoleHost).Assembly is var own && own == Assembly.GetEntryAssembly()
        && Environment.ProcessPath is { } process
        ? new EngineLauncher(process, Path.GetFileNameWithoutExtension(process) != "dotnet" ? []
            : [Path.Combine(AppContext.BaseDirectory, $"{own.GetName().Name}.dll")]) : null;

    /// <summary>By the convention of NO_COLOR: any value but the empty one switches colour off.</summary>
    public static bool WantsColour(Func<string, string?> environment) =>
        string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb";

    /// <summary>Asks the terminal; on Windows this also switches its escape sequences on.</summary>
    private static bool TerminalShowsColour() =>
        AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(
        Console.Out)
        }).Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors };

    private static int TerminalWidth()
    {
        try
        {
            return Console.IsOutputRedirected || Console.WindowWidth < 20 ? 100 : Console.WindowWidth;
        }
        catch (Exception error) when (error is IOException or PlatformNotSupportedException)
        {
            return 100;
        }
    }
}
