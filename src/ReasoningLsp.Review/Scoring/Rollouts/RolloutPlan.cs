using System.Collections.Immutable;

namespace ReasoningLsp.Review.Scoring.Rollouts;

/// <summary>
/// From which prefix the next completion is written. First each in turn, a few; then only where the change of value at a step is not
/// clear yet and may still become clear; at last what that saved, at the steps that are nearest to it. Not thread-safe.
/// </summary>
internal sealed class RolloutPlan
{
    /// <summary>Fewest completions of a prefix whose interval can be clear of its neighbour's.</summary>
    private const int Few = 4;

    private readonly RolloutOptions _options;
    private readonly PrefixValue[] _values;
    private readonly int[] _begun;

    /// <summary>A plan for so many prefixes.</summary>
    public RolloutPlan(int prefixes, RolloutOptions options)
    {
        _options = options;
        _values = [.. Enumerable.Range(0, prefixes).Select(steps => new PrefixValue(steps, 0, 0) { BestOf = options.BestOf })];
        _begun = new int[prefixes];
    }

    /// <summary>What is known of each prefix.</summary>
    public ImmutableArray<PrefixValue> Values => [.. _values];

    /// <summary>Completions that are being written.</summary>
    public int Running => Open.Sum(prefix => _begun[prefix] - _values[prefix].Rollouts);

    /// <summary>Completions there will be at most.</summary>
    public int Expected => HasNext ? Open.Count() * _options.Rollouts : Open.Sum(prefix => _begun[prefix]);

    /// <summary>Whether one more tells something, as far as is known now.</summary>
    public bool HasNext => Find() is not null;

    /// <summary>Whether no more is needed, and none is being written.</summary>
    public bool IsDone => Running == 0 && !HasNext;

    private IEnumerable<int> Open => Enumerable.Range(0, _values.Length).Where(prefix => !_values[prefix].IsStated);

    /// <summary>The whole solution states its answer: nothing need be completed there.</summary>
    public void State(bool isRight) =>
        _values[^1] = _values[^1] with { Reached = isRight ? 1 : 0, Rollouts = 1, IsStated = true };

    /// <summary>Begins one.</summary>
    public (int Prefix, int Round) Next()
    {
        var prefix = Find() ?? throw new InvalidOperationException("No more completions are needed.");
        return (prefix, _begun[prefix]++);
    }

    /// <summary>One is written.</summary>
    public void End(int prefix, bool isReached)
    {
        var value = _values[prefix];
        _values[prefix] = value with { Rollouts = value.Rollouts + 1, Reached = value.Reached + (isReached ? 1 : 0) };
    }

    private int? Find()
    {
        var few = Math.Min(Few, _options.Rollouts);
        if (Least(Open, few) is { } first)
            return first;
        // Whether more are needed is known when those that are being written are there.
        var known = Open.All(prefix => _values[prefix].Rollouts >= few);
        if (!known)
            return null;
        if (Least(Undecided(_options.Rollouts, mayBeEqual: true), _options.Rollouts) is { } next)
            return next;
        var saved = (Open.Count() * _options.Rollouts) - Open.Sum(prefix => _begun[prefix]);
        return saved > 0 ? Least(Undecided(2 * _options.Rollouts, mayBeEqual: false), 2 * _options.Rollouts) : null;
    }

    private int? Least(IEnumerable<int> prefixes, int most)
    {
        var open = prefixes.Where(prefix => _begun[prefix] < most).ToList();
        return open.Count == 0 ? null : open.MinBy(prefix => (_begun[prefix], prefix));
    }

    // Prefixes beside a step whose change is not clear, and may be with so many completions of either side. Where both sides are equal so
    // far, what was saved elsewhere is not spent.
    private IEnumerable<int> Undecided(int most, bool mayBeEqual)
    {
        var steps = Enumerable.Range(0, _values.Length - 1).Where(step => !AreApart(_values[step], _values[step + 1])
            && (mayBeEqual || _values[step].Value != _values[step + 1].Value)
                && MayBeApart(_values[step], _values[step + 1], most)).ToList();
        return Open.Where(prefix => steps.Contains(prefix) || steps.Contains(prefix - 1));
    }

    private static bool MayBeApart(PrefixValue before, PrefixValue after, int most) =>
        AreApart(Extreme(before, most, up: true), Extreme(after, most, up: false))
        || AreApart(Extreme(before, most, up: false), Extreme(after, most, up: true));

    // As if all that may come reached the answer, or none did.
    private static PrefixValue Extreme(PrefixValue value, int most, bool up)
    {
        var left = value.IsStated ? 0 : Math.Max(0, most - value.Rollouts);
        return value with { Rollouts = value.Rollouts + left, Reached = value.Reached + (up ? left : 0) };
    }

    private static bool AreApart(PrefixValue one, PrefixValue other) =>
        one.Interval.High < other.Interval.Low || other.Interval.High < one.Interval.Low;
}
