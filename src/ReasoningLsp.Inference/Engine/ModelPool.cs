using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Loaded models: as many as the budget holds, the one unused for longest goes first. Only the engine's thread uses it.</summary>
internal sealed class ModelPool(NativeRuntime runtime, EngineOptions options, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<string, LoadedModel> _models = new(StringComparer.Ordinal);

    /// <summary>The model of <paramref name="reference"/>, loaded if it was not.</summary>
    /// <exception cref="InferenceException">It cannot be loaded.</exception>
    public LoadedModel Get(ModelReference reference)
    {
        var stamp = RegularFile.Check(reference.Path, "GGUF file");
        // A file that was written anew is another model.
        if (_models.TryGetValue(reference.Path, out var model) && model.Stamp != stamp)
        {
            Unload(reference.Path);
            model = null;
        }

        if (model is null)
        {
            var file = GgufReader.Read(reference.Path);
            ModelHeader.Check(file);
            MakeRoom(file.Length);
            MemoryNeed.Check(file, MemoryNeed.Context(file, 1_024, reference.Cache), isLoaded: false);
            _models[reference.Path] = model = LoadedModel.Load(file, stamp, runtime, options.Threads);
        }

        model.Used = clock.GetUtcNow();
        return model;
    }

    /// <summary>Unloads models that nobody used for as long as the options allow.</summary>
    public void UnloadIdle()
    {
        var limit = clock.GetUtcNow() - options.IdleUnload;
        foreach (var (path, _) in _models.Where(entry => entry.Value.Used <= limit && entry.Value.Users == 0).ToArray())
            Unload(path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var path in _models.Keys.ToArray())
            Unload(path);
    }

    private void MakeRoom(long bytes)
    {
        while (_models.Values.Sum(model => model.Bytes) + bytes > options.MemoryBudget
            && _models.Where(entry => entry.Value.Users == 0).OrderBy(entry => entry.Value.Used).FirstOrDefault().Key is { } path)
            Unload(path);
    }

    private void Unload(string path)
    {
        if (_models.Remove(path, out var model))
            model.GiveUp();
    }
}
