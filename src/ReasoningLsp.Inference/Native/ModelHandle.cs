using System.Runtime.InteropServices;
using LLama.Native;

namespace ReasoningLsp.Inference.Native;

/// <summary>A loaded model. Adapters loaded on it live as long as it does.</summary>
internal sealed class ModelHandle(SafeLlamaModelHandle model) : IDisposable
{
    /// <summary>LLamaSharp's handle.</summary>
    public SafeLlamaModelHandle Native => model;

    /// <summary>Numbers in a hidden state.</summary>
    public int HiddenLength => model.EmbeddingSize;

    /// <summary>Tokens it was trained to see.</summary>
    public int ContextLength => model.ContextSize;

    /// <summary>How many weights it has.</summary>
    public long Parameters => (long)model.ParameterCount;

    /// <summary>Loads the file, whose header was found to be sound.</summary>
    /// <exception cref="InferenceException">llama.cpp refuses it.</exception>
    public static ModelHandle Load(string path, NativeRuntime runtime)
    {
        runtime.MakeReady();
        runtime.Log.Clear();
        var pointer = LlamaApi.ModelLoad(path, LlamaApi.ModelDefaultParams());
        if (pointer == 0)
            throw new InferenceException(InferenceError.BadFile,
                $"llama.cpp refuses {Path.GetFileName(path)}: {runtime.Log.Complaint() ?? "it gives no reason"}");
        var model = new SafeLlamaModelHandle();
        Marshal.InitHandle(model, pointer);
        return new ModelHandle(model);
    }

    /// <summary>Loads an adapter on this model. LLamaSharp would not tell that it failed, and end the process at the next decode.</summary>
    /// <exception cref="InferenceException">llama.cpp refuses it.</exception>
    public nint LoadAdapter(string path, NativeRuntime runtime)
    {
        runtime.Log.Clear();
        var adapter = LlamaApi.AdapterLoad(model.DangerousGetHandle(), path);
        return adapter != 0 ? adapter
            : throw new InferenceException(InferenceError.BadFile,
                $"llama.cpp refuses the adapter {Path.GetFileName(path)} on this model: {runtime.Log.Complaint() ?? "it gives no reason"}");
    }

    /// <inheritdoc/>
    public void Dispose() => model.Dispose();
}
