using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>The one release of llama.cpp that the structures here are laid out for.</summary>
internal static class NativeBuild
{
    /// <summary>Release of the npm packages.</summary>
    public const string Package = "@node-llama-cpp 3.22.1";

    /// <summary>What <c>llama_version()</c> answers.</summary>
    public const string Version = "0.5.0-dev";

    /// <summary>Part of the libraries' file names.</summary>
    public const string FileVersion = "v0.5.0";

    /// <summary>SHA-256 of libllama, libggml and libggml-base by platform, where it is known; elsewhere version and layout must
    /// do.</summary>
    public static ImmutableDictionary<string, ImmutableArray<string>> Hashes { get; } = new Dictionary<string, ImmutableArray<string>>
    {
        ["linux-x64"] = ["2ecd1d85f68456573a664106a9039366b88231579fd65d9669c9a6ab41374fd4",
        "41cd5e6ad78b9f0af31a6f80d637d3168e75ff84db14c495de4d3d9c95607444",
        "6c342c8aeb20cb31a18099d6f79de4de6703814d1cfd5c4d754a8643087e486e"],
        ["linux-arm64"] = ["ba559136061c8ca89df13d86937fa4214100583fb4d734ab2a6ebe2a149be993",
        "c1c7b0c0d2d67863c7e0544dd7190bf0f0897c87ae3002efca5817bdda9b9b85",
        "ef8a2f781f9fccc99a744166529e20f48ea4c850e35fbb38d88762691fea1da6"],
    }.ToImmutableDictionary();

    /// <summary>This platform as the hashes name it.</summary>
    public static string Platform =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "mac" : "linux")}-"
            + $"{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>What of the defaults differs from the pinned layout, or null: a moved field would show here.</summary>
    public static unsafe string? LayoutProblem(in LlamaModelParams model, in LlamaContextParams context)
    {
        if (sizeof(LlamaModelParams) != 80 || sizeof(LlamaContextParams) != 160 || sizeof(LlamaBatch) != 56 || sizeof(LlamaTokenData) != 12
            || sizeof(LlamaTokenDataArray) != 32)
            return "structure sizes";
        if (model is not { GpuLayers: -1, SplitMode: 1, LoadMode: -1, LazyMode: 1, UseExtraBufts: 1, VocabOnly: 0, LoadMtp: 0 })
            return "llama_model_params";
        return context is
        {
            Context: 512, Batch: 2048, MicroBatch: 512, SequencesMax: 1, OutputsMaxPerSequence: 1, RopeScalingType: -1,
            PoolingType: -1, FlashAttention: -1, YarnExtFactor: -1f, YarnBetaSlow: -1f, DefragThreshold: -1f, TypeK: 1, TypeV: 1,
            OffloadKqv: 1, NoPerf: 1, OpOffload: 1, SwaFull: 1, KvUnified: 0, Embeddings: 0
        }
            ? null
            : "llama_context_params";
    }
}
