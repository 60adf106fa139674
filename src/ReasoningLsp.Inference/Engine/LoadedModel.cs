using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Weights in memory, and the sessions on them. Only the engine's thread uses it.</summary>
internal sealed class LoadedModel : IDisposable
{
    private const int UsualCells = 4_096;
    private const int WritingCells = 8_192;
    private const long WritingMemory = 512L << 20;
    private const int CellsStep = 256;

    private static readonly string[] ChatControls = ["<|im_start|>", "<|start_header_id|>", "<start_of_turn>", "[INST]", "<｜User｜>"];

    private readonly NativeRuntime _runtime;
    private readonly int _threads;
    private readonly Dictionary<FileStamp, (nint Adapter, string Hash)> _adapters = [];
    private readonly Dictionary<(FileStamp? Adapter, CachePrecision Cache, bool IsFused, bool IsAlone), ModelSession> _sessions = [];

    private bool _isGivenUp;

    private LoadedModel(GgufFile file, FileStamp stamp, ModelHandle handle, string hash, NativeRuntime runtime, int threads)
    {
        File = file;
        Stamp = stamp;
        Handle = handle;
        Hash = hash;
        Vocabulary = new Vocabulary(handle);
        _runtime = runtime;
        _threads = threads;
    }

    /// <summary>Its file.</summary>
    public GgufFile File { get; }

    /// <summary>Which state of the file it is.</summary>
    public FileStamp Stamp { get; }

    /// <summary>Its weights.</summary>
    public ModelHandle Handle { get; }

    /// <summary>Names the file by its content.</summary>
    public string Hash { get; }

    /// <summary>Its tokens.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>When it was used last.</summary>
    public DateTimeOffset Used { get; set; }

    /// <summary>Texts that are being written with it; it stays loaded as long as there are any.</summary>
    public int Users { get; private set; }

    /// <summary>Tokens that one text may have.</summary>
    public int LongestText => Math.Max(1, Handle.ContextLength);

    /// <summary>Bytes in memory, estimated.</summary>
    public long Bytes => File.Length + _sessions.Sum(session => MemoryNeed.Cache(File, session.Value.Capacity, session.Key.Cache));

    /// <summary>Loads a model whose header is sound and for which there is memory.</summary>
    /// <exception cref="InferenceException">It cannot be loaded.</exception>
    public static LoadedModel Load(GgufFile file, FileStamp stamp, NativeRuntime runtime, int threads)
    {
        var handle = ModelHandle.Load(file.Path, runtime);
        try
        {
            return new LoadedModel(file, stamp, handle, ModelHash.Of(file), runtime, threads);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>What it is, with the adapter if one is named.</summary>
    public ModelDescription Describe(string? adapter) => new(
        File.Architecture,
        File.Text("general.name") ?? string.Empty,
        adapter is null ? Hash : $"{Hash}+{AdapterOf(adapter).Hash}",
        Vocabulary.Size,
        LongestText,
        Handle.HiddenLength,
        Handle.Parameters,
        File.Length)
    {
        Controls = [.. ChatControls.Where(name => Vocabulary.Control(name) is not null)],
    };

    /// <summary>The session for <paramref name="reference"/> that holds at least so many tokens at once.</summary>
    /// <param name="reference">Says which adapter and which cache.</param>
    /// <param name="tokens">Of all texts that must be held at once.</param>
    /// <param name="longest">Of the longest of them.</param>
    /// <param name="limit">How many that may be at most; 0 leaves it to the model.</param>
    /// <param name="mayFuse">Whether speed goes before the last decimals: with fused attention what is read depends a little on how the
    /// tokens were cut into batches.</param>
    /// <param name="isAlone">Whether it is kept for one text at a time.</param>
    /// <exception cref="InferenceException">The text is too long for the model, or there is not enough memory.</exception>
    public ModelSession SessionFor(
        ModelReference reference, int tokens, int longest, int limit = 0, bool mayFuse = false, bool isAlone = false)
    {
        CheckLength(longest, limit);
        var isFused = mayFuse && reference.Cache == CachePrecision.Half;
        FileStamp? stamp = reference.Adapter is null ? null : RegularFile.Check(reference.Adapter, "GGUF file");
        var key = (stamp, reference.Cache, isFused, isAlone);
        var adapter = reference.Adapter is { } path ? AdapterOf(path).Adapter : 0;
        if (_sessions.TryGetValue(key, out var session))
        {
            if (session.Capacity >= tokens)
                return session;
            _sessions.Remove(key);
            session.Dispose();
        }

        var usual = isAlone ? 0 : mayFuse ? CellsForWriting(reference.Cache) : Math.Min(UsualCells, LongestText);
        var cells = Rounded(Math.Max(usual, tokens));
        // Room for many texts is no need of one.
        if (!MemoryNeed.Fits(MemoryNeed.Context(File, cells, reference.Cache)))
            cells = Rounded(tokens);
        MemoryNeed.Check(File, MemoryNeed.Context(File, cells, reference.Cache), isLoaded: true);
        return _sessions[key] = new ModelSession(this, adapter, new ContextOptions(cells, 1, _threads, reference.Cache, isFused), _runtime);
    }

    /// <summary>Refuses what the model cannot read at once.</summary>
    /// <param name="longest">Tokens of a text.</param>
    /// <param name="limit">How many there may be at most; 0 leaves it to the model.</param>
    /// <exception cref="InferenceException">It is too long.</exception>
    public void CheckLength(int longest, int limit)
    {
        limit = limit > 0 ? Math.Min(limit, LongestText) : LongestText;
        if (longest > limit)
            throw new InferenceException(InferenceError.TooLong,
                $"The text has {longest:N0} tokens; {Path.GetFileName(File.Path)} reads at most {limit:N0} at once.")
            {
                Tokens = longest,
                Limit = limit
            };
    }

    /// <summary>A text is written with it.</summary>
    public void Enter() => Users++;

    /// <summary>A text is over.</summary>
    public void Leave()
    {
        Users--;
        if (_isGivenUp && Users == 0)
            Dispose();
    }

    /// <summary>Unloads it, as soon as no text is written with it.</summary>
    public void GiveUp()
    {
        _isGivenUp = true;
        if (Users == 0)
            Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var session in _sessions.Values)
            session.Dispose();
        _sessions.Clear();
        Handle.Dispose();
    }

    private static int Rounded(int cells) => (cells + CellsStep - 1) / CellsStep * CellsStep;

    // So many texts at once, as long as that takes little beside the weights.
    private int CellsForWriting(CachePrecision precision) =>
        (int)Math.Clamp(WritingMemory / Math.Max(1, MemoryNeed.Cache(File, 1, precision)), UsualCells, WritingCells);

    private (nint Adapter, string Hash) AdapterOf(string path)
    {
        var stamp = RegularFile.Check(path, "GGUF file");
        if (_adapters.TryGetValue(stamp, out var loaded))
            return loaded;
        var file = GgufReader.Read(path);
        AdapterHeader.Check(file);
        return _adapters[stamp] = (Handle.LoadAdapter(path, _runtime), ModelHash.Of(file));
    }
}
