using System.Globalization;

namespace ReasoningLsp.Runs.Storage;

/// <summary>Which part of a run one process does: every <paramref name="Count"/>th input, from <paramref name="Index"/> on.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">How many processes share the run.</param>
public readonly record struct Shard(int Index, int Count)
{
    /// <summary>The whole run.</summary>
    public static Shard Whole { get; } = new(0, 1);

    /// <summary>Whether one process does all.</summary>
    public bool IsWhole => Count == 1;

    /// <summary>The shard that a text such as <c>0/8</c> names, or null.</summary>
    public static Shard? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && index < count
            ? new Shard(index, count)
            : null;
    }

    /// <summary>Whether this part does the input of that number.</summary>
    public bool Has(long unit) => unit % Count == Index;

    /// <summary>Such as <c>0/8</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
