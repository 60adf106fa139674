using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary><c>llama_model_params</c>, as large as in the largest known build: llama.cpp fills it and takes it back. LLamaSharp's is
/// smaller, and what another build wrote would run over its end.</summary>
[StructLayout(LayoutKind.Sequential, Size = 80)]
internal struct ModelParams
{
    private nint _devices;
}
