using System.Diagnostics;
using System.Text;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Support;

/// <summary>The server as editors start it: a process of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly StringBuilder _log = new();

    public ServerProcess(params string[] arguments)
        : this(new Dictionary<string, string>(), arguments)
    {
    }

    public ServerProcess(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(ProgramFile.Published)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        foreach (var argument in (string[])["serve", "--stdio", .. arguments])
            start.ArgumentList.Add(argument);
        Process = Process.Start(start)!;
        Process.ErrorDataReceived += (_, line) => _log.AppendLine(line.Data);
        Process.BeginErrorReadLine();
        Client = new TestClient(Process.StandardInput.BaseStream, Process.StandardOutput.BaseStream);
    }

    public Process Process { get; }

    public TestClient Client { get; }

    /// <summary>What it wrote to standard error.</summary>
    public string Log => _log.ToString();

    /// <summary>The exit code, once it has ended.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1));
        return Process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.Dispose();
    }
}
