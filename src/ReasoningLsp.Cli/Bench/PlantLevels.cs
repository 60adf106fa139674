using System.Collections.Immutable;
using ReasoningLsp.Runs.Planting;

namespace ReasoningLsp.Cli.Bench;

/// <summary>How hard errors of each kind are planted. Where difficulty follows success, a kind that is found is planted harder and one
/// that is missed easier, as generator and critic of SPC (arXiv:2504.19162) are each trained by the other's success.</summary>
/// <param name="level">The level of all kinds; null where it follows success.</param>
internal sealed class PlantLevels(PlantLevel? level)
{
    /// <summary>How many errors of a kind its level is decided by.</summary>
    public const int Fewest = 20;

    private const double Found = 0.8;
    private const double Missed = 0.2;

    private static readonly PlantLevel s_hardest = Enum.GetValues<PlantLevel>().Max();

    private readonly Dictionary<string, (PlantLevel Level, PlantCounts Since)> _kinds = new(StringComparer.Ordinal);

    /// <summary>Whether enough of any kind was planted to decide by.</summary>
    public bool WereDecided { get; private set; }

    /// <summary>The level at which a kind is planted now.</summary>
    public PlantLevel Of(string kind) => level ?? _kinds.GetValueOrDefault(kind).Level;

    /// <summary>The levels of kinds now, so that those who work at once see the same.</summary>
    public ImmutableDictionary<string, PlantLevel> Now(IEnumerable<string> kinds) => kinds.ToImmutableDictionary(kind => kind, Of);

    /// <summary>Counts one that was planted.</summary>
    public void Count(string kind, PlantLevel at, int step, int found)
    {
        if (Of(kind) == at)
            _kinds[kind] = (at, _kinds.GetValueOrDefault(kind).Since.With(step, found));
    }

    /// <summary>Raises the kinds that are found, and lowers those that are missed, where enough were planted since the last
    /// change.</summary>
    public void Follow()
    {
        foreach (var (kind, (at, since)) in _kinds.Where(pair => pair.Value.Since.Planted >= Fewest).ToList())
        {
            var share = since.Located / (double)since.Planted;
            var next = share >= Found && at < s_hardest ? at + 1 : share <= Missed && at > 0 ? at - 1 : at;
            WereDecided = true;
            _kinds[kind] = (next, default);
        }
    }
}
