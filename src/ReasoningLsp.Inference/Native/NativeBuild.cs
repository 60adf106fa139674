using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LLama.Native;

namespace ReasoningLsp.Inference.Native;

/// <summary>
/// A build of llama.cpp whose structures are known. LLamaSharp's are laid out for one build and it never checks which one it
/// was given; of another one its numbers would be read and written in the wrong places.
/// </summary>
/// <param name="Commit">What <c>ggml_commit()</c> answers.</param>
/// <param name="Release">Release of llama.cpp, and the package that holds it.</param>
/// <param name="HasModules">Whether what computes is loaded into a registry of its own (and not linked).</param>
/// <param name="IsShifted">Whether <c>llama_context_params</c> has one more number than LLamaSharp's.</param>
internal sealed record NativeBuild(string Commit, string Release, bool HasModules, bool IsShifted)
{
    // v0.5.0 has n_outputs_max_per_seq behind n_outputs_max; what follows stands four bytes later, up to the first pointer.
    private const int ShiftedFrom = 24;
    private const int ShiftedEnd = 84;
    private const int Shift = sizeof(uint);

    /// <summary>The build that LLamaSharp is laid out for.</summary>
    public static NativeBuild LLamaSharp { get; } =
        new("815a2a591", "b10221 (LLamaSharp.Backend 0.30.0)", HasModules: false, IsShifted: false);

    /// <summary>npm's, compiled for every kind of processor.</summary>
    public static NativeBuild Npm { get; } = new("0ad4a86", "v0.5.0 (@node-llama-cpp 3.22.1)", HasModules: true, IsShifted: true);

    /// <summary>All that are known.</summary>
    public static ImmutableArray<NativeBuild> Known { get; } = [LLamaSharp, Npm];

    /// <summary>The build of this commit.</summary>
    /// <exception cref="InferenceException">It is not known.</exception>
    public static NativeBuild Of(string? commit) => Known.FirstOrDefault(build => build.Commit == commit)
        ?? throw new InferenceException(InferenceError.WrongNatives,
            "The llama.cpp libraries are of another build than this program was made for: expected commit "
                + $"{string.Join(" or ", Known.Select(build => $"{build.Commit} of {build.Release}"))}, found commit {commit ?? "none"}.");

    /// <summary>llama.cpp's defaults as LLamaSharp names them.</summary>
    /// <exception cref="InferenceException">They are laid out otherwise than is known of this build.</exception>
    public LLamaContextParams Defaults()
    {
        var parameters = LLamaContextParams.Default();
        if (IsShifted)
        {
            var bytes = Bytes(ref parameters);
            bytes[(ShiftedFrom + Shift)..(ShiftedEnd + Shift)].CopyTo(bytes[ShiftedFrom..]);
        }

        return IsAsKnown(parameters) ? parameters
            : throw new InferenceException(InferenceError.WrongNatives,
                $"The llama.cpp libraries name commit {Commit} and have another layout: the defaults of llama_context_params are not those "
                    + $"of {Release}. Libraries of several builds lie together.");
    }

    /// <summary>The same parameters as this build takes them.</summary>
    public LLamaContextParams Laid(LLamaContextParams parameters)
    {
        if (!IsShifted)
            return parameters;
        var bytes = Bytes(ref parameters);
        bytes[ShiftedFrom..ShiftedEnd].CopyTo(bytes[(ShiftedFrom + Shift)..]);
        MemoryMarshal.Write(bytes[ShiftedFrom..], 1u);
        return parameters;
    }

    private static Span<byte> Bytes(ref LLamaContextParams parameters) =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<LLamaContextParams, byte>(ref parameters), Unsafe.SizeOf<LLamaContextParams>());

    private static bool IsAsKnown(in LLamaContextParams context) => context is
    {
        n_ctx: 512, n_batch: 2048, n_ubatch: 512, n_seq_max: 1, n_outputs_max: 0, n_threads: 4, n_threads_batch: 4,
        llama_pooling_type: LLamaPoolingType.Unspecified, yarn_ext_factor: -1f, yarn_beta_slow: -1f, yarn_orig_ctx: 0,
        defrag_threshold: -1f, type_k: GGMLType.GGML_TYPE_F16, type_v: GGMLType.GGML_TYPE_F16, embeddings: false, offload_kqv: true,
        no_perf: true, swa_full: true, kv_unified: false
    };
}
