using System.Runtime.InteropServices;

namespace ReasoningLsp.Inference.Native;

/// <summary>What a grammar allows next.</summary>
internal sealed unsafe class GrammarSampler : SafeHandle
{
    private const int LongestGrammar = 64 << 10;
    private const int DeepestGrammar = 64;

    private GrammarSampler(nint sampler)
        : base(0, true) => SetHandle(sampler);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Reads a grammar in GBNF, whose first rule is <c>root</c>.</summary>
    /// <exception cref="InferenceException">It is no grammar, or too long or deep to be read safely.</exception>
    public static GrammarSampler Create(string grammar, Vocabulary vocabulary)
    {
        // llama.cpp reads brackets by recursion and would overflow its stack.
        if (string.IsNullOrWhiteSpace(grammar) || grammar.Length > LongestGrammar || Depth(grammar) > DeepestGrammar
            || grammar.Contains('\0', StringComparison.Ordinal))
            throw new InferenceException(InferenceError.BadRequest, "The grammar is empty, too long or nested too deeply.");
        var sampler = LlamaApi.SamplerGrammar(vocabulary.Handle, grammar, "root");
        return sampler != 0 ? new GrammarSampler(sampler)
            : throw new InferenceException(InferenceError.BadRequest, "llama.cpp refuses the grammar.");
    }

    /// <summary>Sets the logit of every forbidden candidate to −∞.</summary>
    public void Mask(LlamaTokenData[] candidates)
    {
        fixed (LlamaTokenData* data = candidates)
        {
            var array = new LlamaTokenDataArray { Data = data, Size = (nuint)candidates.Length, Selected = -1 };
            LlamaApi.SamplerApply(handle, &array);
        }
    }

    /// <summary>Goes on with a token that the mask left standing; any other would end the process.</summary>
    public void Accept(int token) => LlamaApi.SamplerAccept(handle, token);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        LlamaApi.SamplerFree(handle);
        return true;
    }

    private static int Depth(string grammar)
    {
        var (depth, deepest) = (0, 0);
        foreach (var character in grammar)
        {
            depth += character is '(' ? 1 : character is ')' ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }
}
