using System.Diagnostics;
using ReasoningLsp.Inference.Hosting;

namespace ReasoningLsp.Inference.Tests.Support;

/// <summary>A process that tries one file after another, and another one behind each that ended or held it up.</summary>
internal sealed class LoadingProcess : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly EngineLauncher _launcher =
        new(Path.Combine(AppContext.BaseDirectory, "reasoning-lsp"), ["engine", "--threads", "1", "--load-each"]);
    private Process? _process;
    private string _words = string.Empty;

    /// <summary>What it said last.</summary>
    public string Words => Volatile.Read(ref _words);

    /// <summary>Empty where the model loads, why it is refused, or null where it ends or holds up the process.</summary>
    public async Task<string?> TryAsync(string path, CancellationToken cancellationToken)
    {
        var process = _process ??= Start();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(s_limit);
        try
        {
            await process.StandardInput.WriteLineAsync(path.AsMemory(), late.Token);
            await process.StandardInput.FlushAsync(late.Token);
            if (await process.StandardOutput.ReadLineAsync(late.Token) is { } answer)
                return answer;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            // It hangs, or is gone.
        }

        Dispose();
        return null;
    }

    public void Dispose()
    {
        if (_process is null)
            return;
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    private Process Start()
    {
        var process = _launcher.Start();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text)
                Volatile.Write(ref _words, text);
        };
        process.BeginErrorReadLine();
        return process;
    }
}
