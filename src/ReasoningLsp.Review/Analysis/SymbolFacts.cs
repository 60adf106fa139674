namespace ReasoningLsp.Review.Analysis;

/// <summary>
/// The equations that mention one symbol, in their order. A step reads those of the problem, the first few of the solution, which say what
/// the symbol is, and the last ones before it: what a step costs, and how many steps an edit reaches, does not grow with the solution.
/// </summary>
internal sealed class SymbolFacts
{
    private const int FirstRead = 4, LastRead = 44;
    private const ulong Base = 0x9E3779B97F4A7C15;

    private readonly List<PlacedFact> _facts = [];

    // Sums of digests times powers of the base, so that the digest of any stretch is a difference of two of them (Karp and Rabin).
    private readonly List<(ulong Plain, ulong Placed)> _sums = [(0, 0)];
    private readonly List<ulong> _powers = [1];
    private int _first = FirstRead;

    /// <summary>Every equation.</summary>
    public IReadOnlyList<PlacedFact> All => _facts;

    /// <summary>Adds the next one; steps come in order.</summary>
    public void Add(int step, EquationFact fact)
    {
        _facts.Add(new PlacedFact(step, fact));
        if (step < 0)
            _first = Math.Max(FirstRead, _facts.Count);
        var (plain, placed) = _sums[^1];
        _sums.Add((unchecked((plain * Base) + (uint)fact.Digest),
            unchecked((placed * Base) + (uint)HashCode.Combine(fact.Digest, step, fact.Start))));
        _powers.Add(unchecked(_powers[^1] * Base));
    }

    /// <summary>What <paramref name="step"/> reads.</summary>
    public IEnumerable<PlacedFact> Before(int step)
    {
        var end = EndBefore(step);
        var (first, last) = Read(end);
        for (var i = 0; i < first; i++)
            yield return _facts[i];
        for (var i = last; i < end; i++)
            yield return _facts[i];
    }

    /// <summary>A hash of that, with where each stands if <paramref name="places"/>; it is asked for every step at every edit, and costs no
    /// walk through the equations.</summary>
    public ulong DigestBefore(int step, bool places)
    {
        var end = EndBefore(step);
        var (first, last) = Read(end);
        return unchecked((Stretch(0, first, places) * _powers[end - last]) + Stretch(last, end, places));
    }

    // Those before the first end and those from the second on.
    private (int First, int Last) Read(int end) => end <= _first + LastRead ? (0, 0) : (_first, end - LastRead);

    private ulong Stretch(int start, int end, bool places) => places
        ? unchecked(_sums[end].Placed - (_sums[start].Placed * _powers[end - start]))
        : unchecked(_sums[end].Plain - (_sums[start].Plain * _powers[end - start]));

    private int EndBefore(int step)
    {
        var (low, high) = (0, _facts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _facts[middle].Step < step ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
