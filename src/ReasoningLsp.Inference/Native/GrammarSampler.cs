using LLama.Native;

namespace ReasoningLsp.Inference.Native;

/// <summary>What a grammar allows next.</summary>
internal sealed class GrammarSampler : IDisposable
{
    private const int LongestGrammar = 64 << 10;
    private const int DeepestGrammar = 64;

    private readonly SafeLLamaSamplerChainHandle _chain = SafeLLamaSamplerChainHandle.Create(LLamaSamplerChainParams.Default());

    private readonly LLamaTokenData[] _one = new LLamaTokenData[1];

    private GrammarSampler(nint sampler) => LlamaApi.ChainAdd(_chain.DangerousGetHandle(), sampler);

    /// <summary>Reads a grammar in GBNF, whose first rule is <c>root</c>.</summary>
    /// <exception cref="InferenceException">It is no grammar, or too long or deep to be read safely.</exception>
    public static GrammarSampler Create(string grammar, Vocabulary vocabulary)
    {
        // llama.cpp reads brackets by recursion and would overflow its stack.
        if (string.IsNullOrWhiteSpace(grammar) || grammar.Length > LongestGrammar || Depth(grammar) > DeepestGrammar
            || grammar.Contains('\0', StringComparison.Ordinal))
            throw new InferenceException(InferenceError.BadRequest, "The grammar is empty, too long or nested too deeply.");
        // LLamaSharp would add a refused grammar to the chain as a null, which ends the process when it is applied.
        var sampler = LlamaApi.SamplerGrammar(LlamaApi.ModelVocabulary(vocabulary.Model.DangerousGetHandle()), grammar, "root");
        return sampler != 0 ? new GrammarSampler(sampler)
            : throw new InferenceException(InferenceError.BadRequest, "llama.cpp refuses the grammar.");
    }

    /// <summary>Sets the logit of every forbidden candidate to −∞.</summary>
    public void Mask(Memory<LLamaTokenData> candidates)
    {
        using (LLamaTokenDataArrayNative.Create(new LLamaTokenDataArray(candidates), out var native))
            _chain.Apply(ref native);
    }

    /// <summary>Whether the text may go on with a token.</summary>
    public bool Allows(int token, float logit)
    {
        _one[0] = new LLamaTokenData(token, logit, 0);
        Mask(_one);
        return !float.IsNegativeInfinity(_one[0].Logit);
    }

    /// <summary>Goes on with a token that the mask left standing; any other would end the process.</summary>
    public void Accept(int token) => _chain.Accept(token);

    /// <inheritdoc/>
    public void Dispose() => _chain.Dispose();

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
