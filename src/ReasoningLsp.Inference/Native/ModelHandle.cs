using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>A loaded model. Adapters loaded on it live as long as it does.</summary>
internal sealed class ModelHandle : SafeHandle
{
    private ModelHandle(nint model)
        : base(0, true) => SetHandle(model);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Its vocabulary.</summary>
    public nint Vocabulary => LlamaApi.ModelVocabulary(handle);

    /// <summary>Numbers in a hidden state.</summary>
    public int HiddenLength => LlamaApi.ModelEmbeddingLength(handle);

    /// <summary>Tokens it was trained to see.</summary>
    public int ContextLength => LlamaApi.ModelContextLength(handle);

    /// <summary>How many weights it has.</summary>
    public long Parameters => (long)LlamaApi.ModelParameters(handle);

    /// <summary>Loads the file, whose header was found to be sound.</summary>
    /// <exception cref="InferenceException">llama.cpp refuses it.</exception>
    public static ModelHandle Load(string path, NativeRuntime runtime)
    {
        runtime.Log.Clear();
        var model = LlamaApi.ModelLoad(path, LlamaApi.ModelDefaultParams());
        return model != 0 ? new ModelHandle(model)
            : throw new InferenceException(InferenceError.BadFile,
                $"llama.cpp refuses {Path.GetFileName(path)}: {runtime.Log.Complaint() ?? "it gives no reason"}");
    }

    /// <summary>Loads an adapter on this model.</summary>
    /// <exception cref="InferenceException">llama.cpp refuses it.</exception>
    public nint LoadAdapter(string path, NativeRuntime runtime)
    {
        runtime.Log.Clear();
        var adapter = LlamaApi.AdapterLoad(handle, path);
        return adapter != 0 ? adapter
            : throw new InferenceException(InferenceError.BadFile,
                $"llama.cpp refuses the adapter {Path.GetFileName(path)} on this model: {runtime.Log.Complaint() ?? "it gives no reason"}");
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        LlamaApi.ModelFree(handle);
        return true;
    }
}
