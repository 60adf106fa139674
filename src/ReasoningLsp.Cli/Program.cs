using System.Runtime;
using System.Runtime.InteropServices;
using System.Text;
using ReasoningLsp.Cli.Commands;
using ReasoningLsp.Cli.Hosting;

// An editor waits for its server: the command line is not built for it, unless it is asked for help.
if (ServeCommand.IsMeant(args))
    return await ServeCommand.RunAsync(ConsoleHost.Serving(), CancellationToken.None).ConfigureAwait(false);
// Nobody waits for a keystroke here: garbage is collected when it is due, and not on another core meanwhile.
if (args is ["review" or "bench", ..])
    GCSettings.LatencyMode = GCLatencyMode.Batch;
using var interrupt = new CancellationTokenSource();
// An engine serves others too: it must outlive the terminal of the run that started it.
var isShared = args is ["engine", ..] && Console.IsInputRedirected;
using var hangUp = isShared && !OperatingSystem.IsWindows()
    ? PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true) : null;
Console.CancelKeyPress += (_, pressed) =>
{
    if (isShared)
    {
        pressed.Cancel = true;
        return;
    }

    // The first time the run ends in order; the second time at once.
    if (interrupt.IsCancellationRequested)
        return;
    pressed.Cancel = true;
    interrupt.Cancel();
};
Console.OutputEncoding = new UTF8Encoding(false);
using var output = Console.OpenStandardOutput();
using var input = new InterruptibleStream(Console.OpenStandardInput(), interrupt.Token);
var host = ConsoleHost.Create(output, input);
if (RawArguments.Problem(args) is { } strange)
{
    Console.Error.WriteLine($"reasoning-lsp: {strange}");
    return ExitCode.Trouble;
}

return await CommandLineProgram.Create(host).RunAsync(args, interrupt.Token).ConfigureAwait(false);
