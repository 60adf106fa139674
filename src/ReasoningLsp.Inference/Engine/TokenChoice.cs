using System.Numerics.Tensors;
using LLama.Native;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;

namespace ReasoningLsp.Inference.Engine;

/// <summary>
/// Chooses the next token from a row of logits: temperature, then the smallest set that holds the probability asked for. Sorts nothing,
/// and allocates nothing once it is warm. Not thread-safe.
/// </summary>
internal sealed class TokenChoice
{
    private const int Block = 1_024;

    /// <summary>First look at what is within e⁻⁸ of the best, then further down.</summary>
    private const float Reach = 8;
    private const float Further = 8;

    /// <summary>With a grammar in smaller steps: how many tokens there are between two of them is what asking costs.</summary>
    private const float Nearer = 2;
    private const int Growth = 4;
    private const float Farthest = 88;
    private const int FewestUnderGrammar = 64;
    private const int MostDraws = 8;

    // Not for secrets: the same seed must draw the same text.
    private readonly Random _random;
    private readonly float _cold;
    private readonly double _topP;
    private readonly int _topK;
    private readonly float _minimum;
    private int[] _ids = new int[256];
    private float[] _weights = new float[256];
    private readonly WeightRow _row = new();
    private float[] _scratch = [];
    private LLamaTokenData[]? _all;
    private int _count;

    /// <summary>As a request says.</summary>
    public TokenChoice(GenerateRequest request)
    {
        _random = new Random(request.Seed);
        _cold = request.Temperature > 0 ? (float)(1 / request.Temperature) : 0;
        _topP = request.TopP;
        _topK = request.TopK;
        _minimum = request.MinP > 0 ? (float)-Math.Log(Math.Min(1, request.MinP)) : float.PositiveInfinity;
    }

    /// <summary>A token; with a grammar one that it allows, −1 where it allows none.</summary>
    /// <exception cref="InferenceException">The row holds what is no number.</exception>
    public int Choose(ReadOnlySpan<float> logits, GrammarSampler? grammar)
    {
        // What would be chosen anyway is nearly always allowed, and asking about one token costs nothing.
        var token = Choose(logits);
        if (grammar is null || grammar.Allows(token, logits[token]))
            return token;
        // Asking about each costs the same, so that a few are asked about, then several times as many.
        var best = TensorPrimitives.Max(logits);
        var enough = FewestUnderGrammar;
        for (var reach = Nearer; reach <= Farthest; reach += Nearer)
        {
            Gather(logits, best - reach);
            if (_count < enough)
                continue;
            if (Among(logits, grammar, _ids.AsSpan(0, _count)) is >= 0 and var near)
                return near;
            enough = _count * Growth;
        }

        GatherAll(logits.Length);
        return Among(logits, grammar, _ids.AsSpan(0, _count));
    }

    private int Choose(ReadOnlySpan<float> logits)
    {
        var first = TensorPrimitives.IndexOfMax(logits);
        var best = logits[first];
        if (!float.IsFinite(best))
            throw RowReading.NotFinite();
        if (_cold == 0)
            return first;
        _row.Fill(logits, best, _cold);
        return Draw();
    }

    // Nearly always the token that is drawn from all lies within: where it stands is asked, and the likeliest need not be found.
    private int Draw()
    {
        var floor = float.IsPositiveInfinity(_minimum) ? 0 : MathF.Exp(-_minimum);
        if (_topK > 0 && _topK < _row.Weights.Length)
            return OfFew(floor);
        var wanted = Math.Min(1, _topP) * _row.Total;
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var token = _row.At(_random.NextDouble() * _row.Total);
            if (_row.Weights[token] < floor)
                continue;
            var (count, sum) = _row.Before(token);
            if (sum < wanted || count == 0)
                return token;
        }

        return Selected(floor, wanted);
    }

    private int OfFew(float floor)
    {
        Gather(_row.Weights, _row.FloorOf(_topK));
        if (_count > _topK)
        {
            MakeRoom();
            var sorted = _scratch.AsSpan(0, _count);
            _weights.AsSpan(0, _count).CopyTo(sorted);
            sorted.Sort();
            var least = sorted[^_topK];
            Keep(least, sorted[^_topK..].Count(least));
        }

        var wanted = Math.Min(1, _topP) * Held();
        Keep(floor, _count);
        return Drawn(wanted);
    }

    // In the order in which they are.
    private void Keep(float least, int ties)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_weights[i] > least || (_weights[i] == least && ties-- > 0))
                (_ids[kept], _weights[kept++]) = (_ids[i], _weights[i]);
        }

        _count = kept;
    }

    private void MakeRoom()
    {
        if (_scratch.Length < _count)
            _scratch = new float[_ids.Length];
    }

    private int Selected(float floor, double wanted)
    {
        for (var reach = Reach; ; reach += Further)
        {
            var least = Math.Max(floor, MathF.Exp(-reach));
            Gather(_row.Weights, least);
            if (least <= floor || reach > Farthest || Held() >= wanted)
                return Drawn(wanted);
        }
    }

    // Of what was gathered, the likeliest that together hold what is wanted, and one of them by its weight. They are gone through in the
    // order in which they were gathered: what changes in the last digit of a weight changes no draw.
    private int Drawn(double wanted)
    {
        var ids = _ids.AsSpan(0, _count);
        var weights = _weights.AsSpan(0, _count);
        MakeRoom();
        var (least, ties, kept) = Nucleus.Of(weights, _scratch, wanted);
        var drawn = _random.NextDouble() * kept;
        var last = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] < least || (weights[i] == least && ties-- <= 0))
                continue;
            drawn -= weights[i];
            last = i;
            if (drawn <= 0)
                break;
        }

        return ids[last];
    }

    private double Held()
    {
        var sum = 0.0;
        foreach (var weight in _weights.AsSpan(0, _count))
            sum += weight;
        return sum;
    }

    // Which of the tokens the grammar allows, and of these the likeliest or one that is drawn.
    private int Among(ReadOnlySpan<float> logits, GrammarSampler grammar, ReadOnlySpan<int> ids)
    {
        if (_all is null || _all.Length < ids.Length)
            _all = new LLamaTokenData[Math.Max(ids.Length, FewestUnderGrammar * 8)];
        for (var i = 0; i < ids.Length; i++)
            _all[i] = new LLamaTokenData(ids[i], logits[ids[i]], 0);
        var candidates = _all.AsMemory(0, ids.Length);
        grammar.Mask(candidates);
        var best = float.NegativeInfinity;
        var chosen = -1;
        foreach (ref readonly var candidate in candidates.Span)
        {
            if (candidate.Logit > best)
                (best, chosen) = (candidate.Logit, (int)candidate.ID);
        }

        if (chosen < 0 || _cold == 0)
            return chosen;
        _count = 0;
        var total = 0.0;
        foreach (ref readonly var candidate in candidates.Span)
        {
            if (float.IsNegativeInfinity(candidate.Logit) || (best - candidate.Logit) * _cold > _minimum)
                continue;
            var weight = MathF.Exp((candidate.Logit - best) * _cold);
            Add((int)candidate.ID, weight);
            total += weight;
        }

        return Drawn(Math.Min(1, _topP) * total);
    }

    // Every token whose value is not below the least.
    private void Gather(ReadOnlySpan<float> values, float least)
    {
        _count = 0;
        for (var at = 0; at < values.Length; at += Block)
        {
            var part = values.Slice(at, Math.Min(Block, values.Length - at));
            // Most blocks hold nothing of the likeliest few.
            if (!(TensorPrimitives.Max(part) >= least))
                continue;
            for (var i = 0; i < part.Length; i++)
            {
                if (part[i] >= least)
                    Add(at + i, part[i]);
            }
        }
    }

    private void GatherAll(int length)
    {
        _count = 0;
        for (var i = 0; i < length; i++)
            Add(i, 0);
    }

    private void Add(int id, float weight)
    {
        if (_count == _ids.Length)
        {
            Array.Resize(ref _ids, _count * 2);
            Array.Resize(ref _weights, _count * 2);
        }

        (_ids[_count], _weights[_count++]) = (id, weight);
    }
}
