using System.Globalization;
using System.Text.RegularExpressions;

namespace ReasoningLsp.Inference.Import;

/// <summary>Names of tensors in published checkpoints to names in GGUF.</summary>
internal static partial class TensorNames
{
    private static readonly Dictionary<string, string> Whole = new(StringComparer.Ordinal)
    {
        ["embed_tokens.weight"] = "token_embd.weight",
        ["norm.weight"] = "output_norm.weight",
        ["lm_head.weight"] = "output.weight",
    };

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["input_layernorm"] = "attn_norm",
        ["post_attention_layernorm"] = "ffn_norm",
        ["self_attn.q_proj"] = "attn_q",
        ["self_attn.k_proj"] = "attn_k",
        ["self_attn.v_proj"] = "attn_v",
        ["self_attn.o_proj"] = "attn_output",
        ["mlp.gate_proj"] = "ffn_gate",
        ["mlp.up_proj"] = "ffn_up",
        ["mlp.down_proj"] = "ffn_down",
    };

    /// <summary>Whether the tensor belongs to a head, which goes into a file of its own.</summary>
    public static bool IsHead(string name) => Bare(name) is var bare
        && (bare.StartsWith("score.", StringComparison.Ordinal) || bare.StartsWith("score_head.", StringComparison.Ordinal)
            || bare.StartsWith("v_head.", StringComparison.Ordinal) || bare.StartsWith("value_head.", StringComparison.Ordinal));

    /// <summary>Whether it is computed anew by whoever loads the model.</summary>
    public static bool IsDerived(string name) => name.EndsWith("rotary_emb.inv_freq", StringComparison.Ordinal);

    /// <summary>The name without what wrappers put before it.</summary>
    public static string Bare(string name)
    {
        foreach (var prefix in (string[])["pretrained_model.", "base_model.", "model."])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                name = name[prefix.Length..];
        }

        return name;
    }

    /// <summary>The name in GGUF, or null where the tensor is unknown.</summary>
    public static string? InGguf(string name)
    {
        var bare = Bare(name);
        if (Whole.TryGetValue(bare, out var whole))
            return whole;
        var match = Layer().Match(bare);
        return match.Success && Parts.TryGetValue(match.Groups["part"].Value, out var part)
            ? string.Create(CultureInfo.InvariantCulture, $"blk.{match.Groups["layer"].Value}.{part}.{match.Groups["kind"].Value}")
            : null;
    }

    [GeneratedRegex(@"^layers\.(?<layer>\d+)\.(?<part>[a-z_.]+)\.(?<kind>weight|bias)$")]
    private static partial Regex Layer();
}
