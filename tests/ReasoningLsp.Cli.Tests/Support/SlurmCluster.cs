using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Support;

/// <summary>A Slurm of its own on this machine, as Debian packages it: the daemon that vouches for users, the controller and one
/// node.</summary>
internal sealed class SlurmCluster : IAsyncDisposable
{
    private static readonly string[] s_daemons = ["/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slurm-");
    private readonly List<Process> _running = [];

    private SlurmCluster()
    {
    }

    /// <summary>Starts it; the test is skipped where Slurm is not installed.</summary>
    public static async Task<SlurmCluster> StartAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || !s_daemons.All(File.Exists))
            Assert.Skip("Slurm is not installed: apt-get install slurm-wlm munge.");
        var cluster = new SlurmCluster();
        try
        {
            await cluster.BeginAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Submits a script and waits until all of its jobs have ended; returns the exit code of the worst.</summary>
    public async Task<(int ExitCode, string Output)> SubmitAsync(
        string script, string folder, string path, CancellationToken cancellationToken)
    {
        using var process = Start("/usr/bin/sbatch", ["--wait", "--output", "slurm-%a.txt", script], folder, path);
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + error);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_running))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        // Whoever vouches for users reads its key and its socket only in folders that nobody else can write.
        File.WriteAllBytes(At("key"), RandomNumberGenerator.GetBytes(1024));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At("key"), UnixFileMode.UserRead);
            File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_101_101);
        }

        Directory.CreateDirectory(At("state"));
        Directory.CreateDirectory(At("spool"));
        await File.WriteAllTextAsync(At("slurm.conf"), Configuration(), cancellationToken);
        _running.Add(Start("/usr/sbin/munged", ["--foreground", "--force", "--key-file", At("key"), "--socket", At("socket"),
            "--pid-file", At("munged.pid"), "--log-file", At("munged.log"), "--seed-file", At("seed")], _folder.FullName, null));
        await UntilAsync(() => Task.FromResult(File.Exists(At("socket"))), "munged.log", cancellationToken);
        _running.Add(Start("/usr/sbin/slurmctld", ["-D", "-f", At("slurm.conf")], _folder.FullName, null));
        _running.Add(Start("/usr/sbin/slurmd", ["-D", "-f", At("slurm.conf")], _folder.FullName, null));
        await UntilAsync(async () => (await SaidAsync("/usr/bin/sinfo", ["-h", "-o", "%T"], cancellationToken)).Contains("idle",
            StringComparison.Ordinal), "slurmctld.log", cancellationToken);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private string Configuration()
    {
        var name = Dns.GetHostName().Split('.')[0];
        var user = Environment.UserName;
        return string.Create(CultureInfo.InvariantCulture, $"""
            ClusterName=tests
            SlurmctldHost={name}
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            AuthType=auth/munge
            AuthInfo=socket={At("socket")}
            SlurmUser={user}
            SlurmdUser={user}
            StateSaveLocation={At("state")}
            SlurmdSpoolDir={At("spool")}
            SlurmctldPidFile={At("slurmctld.pid")}
            SlurmdPidFile={At("slurmd.pid")}
            SlurmctldLogFile={At("slurmctld.log")}
            SlurmdLogFile={At("slurmd.log")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            MpiDefault=none
            ReturnToService=2
            SchedulerParameters=sched_interval=1,batch_sched_delay=0
            NodeName={name} CPUs={Environment.ProcessorCount} State=UNKNOWN
            PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP

            """);
    }

    private async Task UntilAsync(Func<Task<bool>> isSo, string log, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await isSo())
                return;
            await Task.Delay(100, cancellationToken);
        }

        Assert.Fail($"Slurm did not start: {(File.Exists(At(log)) ? await File.ReadAllTextAsync(At(log), cancellationToken) : "no log")}");
    }

    private async Task<string> SaidAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments, _folder.FullName, null);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return output;
    }

    private Process Start(string program, string[] arguments, string folder, string? path)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SLURM_CONF"] = At("slurm.conf");
        if (path is not null)
            start.Environment["PATH"] = $"{path}:{start.Environment["PATH"]}";
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
