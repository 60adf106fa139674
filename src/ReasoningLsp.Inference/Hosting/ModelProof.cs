using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Inference.Engine;
using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Hosting;

/// <summary>
/// Has a file that was never loaded before loaded by a process of its own, while the engine goes on with other work: what ends or holds
/// up llama.cpp ends and holds up that process. Thread-safe.
/// </summary>
/// <param name="program">Starts the process; the files are appended to its arguments.</param>
/// <param name="record">Full path of the file that names what was proven.</param>
/// <param name="clock">Time.</param>
internal sealed class ModelProof(EngineLauncher program, string record, TimeProvider clock)
{
    private const int MostKills = 24;
    private const long BytesASecond = 16 << 20;
    private const int KeptWords = 400;
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan AfterKill = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, Lazy<Task>> _proofs = new(StringComparer.Ordinal);
    private readonly Lock _writing = new();

    /// <summary>Ends when the model can be loaded without danger.</summary>
    /// <exception cref="InferenceException">It ends llama.cpp, or holds it up; a file with a fault that llama.cpp tells is left to
    /// the engine, which tells it.</exception>
    public async Task EnsureAsync(ModelReference model, CancellationToken cancellationToken)
    {
        ImmutableArray<string> paths = model.Adapter is null ? [model.Path] : [model.Path, model.Adapter];
        var stamps = paths.Select(path => RegularFile.Check(path, "GGUF file")).ToImmutableArray();
        var name = string.Join('|', stamps.Select(
            stamp => string.Create(CultureInfo.InvariantCulture, $"{stamp.Path}:{stamp.Length}:{stamp.Written.Ticks}")));
        // One proof serves all who wait for it; whoever no longer waits does not stop it.
        var proof = _proofs.GetOrAdd(name, _ => new Lazy<Task>(
            () => Task.Run(() => ProveAsync(paths, stamps, name), CancellationToken.None)));
        try
        {
            await proof.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InferenceException error) when (error.Kind == InferenceError.Unavailable)
        {
            // It says nothing of the file, so that the next one who asks has it tried again.
            _proofs.TryRemove(new KeyValuePair<string, Lazy<Task>>(name, proof));
            throw;
        }
    }

    private async Task ProveAsync(ImmutableArray<string> paths, ImmutableArray<FileStamp> stamps, string name)
    {
        if (IsKnown(name))
            return;
        ModelFile.Read(paths[0]);
        foreach (var adapter in paths[1..])
            AdapterHeader.Check(GgufReader.Read(adapter));
        var file = Path.GetFileName(paths[^1]);
        var limit = LeastTime + TimeSpan.FromSeconds(stamps.Sum(stamp => stamp.Length) / BytesASecond);
        for (var kills = 0; ; kills++)
        {
            var (code, words) = await LoadAsync(paths, limit).ConfigureAwait(false);
            if (paths.Zip(stamps).Any(pair => RegularFile.Check(pair.First, "GGUF file") != pair.Second))
                throw new InferenceException(InferenceError.Unavailable, $"{file} changes while it is read: wait until it is written.");
            switch (code)
            {
                case null:
                    throw new InferenceException(InferenceError.BadFile, string.Create(CultureInfo.InvariantCulture,
                        $"{file} could not be loaded within {limit.TotalSeconds:0} seconds."));
                case 0:
                    Remember(name);
                    return;
                case 2:
                    return;
                case 137 or 143 when kills < MostKills:
                    await Task.Delay(AfterKill, clock).ConfigureAwait(false);
                    break;
                case 137 or 143:
                    throw new InferenceException(InferenceError.Unavailable,
                        $"What loads {file} is ended from outside again and again, perhaps for want of memory.");
                default:
                    throw new InferenceException(InferenceError.BadFile,
                        $"{file} ends llama.cpp (exit code {code}), so that it is not loaded."
                            + $"{(words.Length > 0 ? $" Its last words: {words}" : string.Empty)}");
            }
        }
    }

    private async Task<(int? Code, string Words)> LoadAsync(ImmutableArray<string> paths, TimeSpan limit)
    {
        var words = string.Empty;
        using var process = program.With(paths).Start();
        // It ends when its input does: it does not outlive this process.
        process.ErrorDataReceived += (_, line) =>
            words = line.Data is { Length: > 0 } text ? text[..Math.Min(text.Length, KeptWords)] : words;
        process.BeginErrorReadLine();
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var late = new CancellationTokenSource(limit, clock);
        try
        {
            await process.WaitForExitAsync(late.Token).ConfigureAwait(false);
            return (process.ExitCode, words);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            return (null, words);
        }
    }

    private bool IsKnown(string name)
    {
        lock (_writing)
        {
            try
            {
                return File.Exists(record) && File.ReadLines(record).Contains(name, StringComparer.Ordinal);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    private void Remember(string name)
    {
        lock (_writing)
        {
            try
            {
                File.AppendAllText(record, name + "\n");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It is proven once more some day.
            }
        }
    }

    /// <summary>What the process does: all that an engine does first with a model.</summary>
    /// <exception cref="InferenceException">The model is refused in order.</exception>
    public static async Task RunAsync(EngineOptions options, ModelReference model, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var engine = LocalEngine.Start(options, clock);
        await engine.DescribeAsync(model, cancellationToken).ConfigureAwait(false);
        // Tokens are made of all of it, and few of them are computed with.
        ImmutableArray<PromptPiece> pieces = [PromptPiece.Begin, PromptPiece.Plain("1 + 1 = 2."), PromptPiece.Plain(EverySign)];
        foreach (var kind in (ReadingKind[])[ReadingKind.MeanLogit, ReadingKind.Hidden])
            await engine.ScoreAsync(new ScoreRequest
            {
                Model = model,
                Pieces = pieces,
                Rows = [new PromptPosition(1, int.MaxValue, 0)],
                Kind = kind,
            }, cancellationToken).ConfigureAwait(false);
        await engine.GenerateAsync(new GenerateRequest { Model = model, Pieces = pieces[..2], MaximumTokens = 1 }, null, cancellationToken)
            .ConfigureAwait(false);
    }

    // Each kind of sign, so that a vocabulary without one of them shows it here.
    private static string EverySign { get; } = new string([.. Enumerable.Range(1, 0x250).Select(sign => (char)sign)])
        + "\u2211 \u4E2D \U0001F600";
}
