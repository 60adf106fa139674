using LLama.Native;

namespace ReasoningLsp.Inference.Engine;

/// <summary>Chooses the next token.</summary>
internal sealed class TokenChoice(double temperature, double topP, int seed)
{
    // Not for secrets: the same seed must draw the same text.
    private readonly Random _random = new(seed);

    /// <summary>A token among the candidates that are not masked; −1 where all are.</summary>
    public int Choose(LLamaTokenData[] candidates)
    {
        var best = candidates.MaxBy(candidate => candidate.Logit);
        if (float.IsNegativeInfinity(best.Logit))
            return -1;
        if (temperature <= 0)
            return (int)best.ID;
        var weighted = candidates.Where(candidate => !float.IsNegativeInfinity(candidate.Logit))
            .Select(candidate => (Id: (int)candidate.ID, Weight: Math.Exp((candidate.Logit - best.Logit) / temperature)))
            .OrderByDescending(candidate => candidate.Weight).ToList();
        var total = weighted.Sum(candidate => candidate.Weight);
        var kept = 0.0;
        var nucleus = weighted.TakeWhile(candidate =>
        {
            var takes = kept < topP * total;
            kept += candidate.Weight;
            return takes;
        }).ToList();
        var drawn = _random.NextDouble() * nucleus.Sum(candidate => candidate.Weight);
        foreach (var (id, weight) in nucleus)
        {
            drawn -= weight;
            if (drawn <= 0)
                return id;
        }

        return nucleus[^1].Id;
    }
}
