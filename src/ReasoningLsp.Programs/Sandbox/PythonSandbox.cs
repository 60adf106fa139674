using System.Collections.Immutable;
using System.Security.Cryptography;
using Wasmtime;

namespace ReasoningLsp.Programs.Sandbox;

/// <summary>Runs Python as WebAssembly, which reaches nothing outside itself. Nothing is loaded before the first run.</summary>
public sealed class PythonSandbox : IProgramSandbox
{
    private static readonly TimeSpan s_beat = TimeSpan.FromMilliseconds(20);
    private const int StackOfThread = 16 << 20, AtOnce = 2;

    private readonly ImmutableArray<string> _folders;
    private readonly string _cacheFolder;
    private readonly SandboxLimits _limits;
    private readonly TimeProvider _clock;
    private readonly Lazy<CompiledInterpreter> _interpreter;
    private readonly Lazy<string> _runner = new(RunnerText.Read);
    private readonly SemaphoreSlim _free = new(AtOnce);

    /// <summary>A sandbox that looks for the interpreter in <paramref name="folders"/>, in this order.</summary>
    /// <param name="folders">Full paths.</param>
    /// <param name="cacheFolder">Where its compiled form is kept.</param>
    /// <param name="limits">What programs may take.</param>
    /// <param name="clock">Measures how long they run.</param>
    public PythonSandbox(ImmutableArray<string> folders, string cacheFolder, SandboxLimits limits, TimeProvider clock)
    {
        (_folders, _cacheFolder, _limits, _clock) = (folders, cacheFolder, limits, clock);
        _interpreter = new Lazy<CompiledInterpreter>(Open);
    }

    /// <summary>Where the interpreter lies when it comes with the program.</summary>
    public static string BesideProgram => Path.Combine(AppContext.BaseDirectory, "programs");

    /// <summary>Whether the interpreter is in one of the folders.</summary>
    public bool IsHere => InterpreterFiles.In(_folders) is not null;

    /// <inheritdoc/>
    public async Task<SandboxRun> RunAsync(ImmutableArray<string> programs, int chance, CancellationToken cancellationToken)
    {
        if (programs.Any(program => program.Contains('\0')) || programs.Sum(program => (long)program.Length) > _limits.Source)
            return new SandboxRun([], SandboxEnd.Broken);
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var done = new TaskCompletionSource<SandboxRun>(TaskCreationOptions.RunContinuationsAsynchronously);
            // On a thread of its own: it is busy for as long as the program is, and a deep recursion needs a deep stack.
            var thread = new Thread(() => Complete(done, programs, chance, cancellationToken), StackOfThread)
            {
                IsBackground = true,
                Name = "program",
            };
            thread.Start();
            return await done.Task.ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_interpreter.IsValueCreated)
            _interpreter.Value.Dispose();
        _free.Dispose();
    }

    private CompiledInterpreter Open() => CompiledInterpreter.Open(
        InterpreterFiles.In(_folders) ?? throw new SandboxUnavailableException(
            $"The interpreter is not here. Put {InterpreterFiles.InterpreterName} and "
            + $"{InterpreterFiles.LibraryName} into {_folders[^1]}."), _cacheFolder);

    private void Complete(TaskCompletionSource<SandboxRun> done, ImmutableArray<string> programs, int chance,
        CancellationToken cancellationToken)
    {
        try
        {
            done.SetResult(Run(_interpreter.Value, programs, chance, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            done.SetCanceled(cancellationToken);
        }
        catch (Exception error)
        {
            done.SetException(error);
        }
    }

    private SandboxRun Run(CompiledInterpreter interpreter, ImmutableArray<string> programs, int chance,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var mark = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var output = new RunReader(mark, _limits.Output);
        using var linker = new Linker(interpreter.Engine);
        linker.DefineWasi();
        NoOutside.Define(linker, chance);
        using var store = new Store(interpreter.Engine);
        store.SetLimits(_limits.Memory, instances: 1, memories: 1, tables: 1);
        store.SetWasiConfiguration(new WasiConfiguration()
            .WithArgs(["python", "-I", "-S", "-B", "-X", "utf8", "-c", _runner.Value, mark, .. programs])
            .WithStandardOutputCallback(output.Take)
            .WithStandardErrorCallback(_ => { }));
        var begun = _clock.GetTimestamp();
        var isLate = false;
        store.SetEpochDeadlineCallback(_ =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            isLate = _clock.GetElapsedTime(begun) > _limits.Time;
            return isLate ? throw new TimeoutException() : 1UL;
        });
        store.SetEpochDeadline(1);
        using var beat = new Timer(_ => interpreter.Engine.IncrementEpoch(), null, s_beat, s_beat);
        try
        {
            linker.Instantiate(store, interpreter.Module).GetAction("_start")!();
        }
        catch (WasmtimeException)
        {
            // Stopped, or ended by itself: what it did until then was written.
            cancellationToken.ThrowIfCancellationRequested();
        }

        var runs = output.Read();
        return runs.Length > programs.Length ? new SandboxRun([], SandboxEnd.Broken)
            : new SandboxRun(runs, isLate ? SandboxEnd.TimedOut : runs.Length < programs.Length ? SandboxEnd.Broken : SandboxEnd.Finished);
    }
}
