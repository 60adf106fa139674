using System.Collections.Immutable;

namespace ReasoningLsp.Review.Findings;

/// <summary>What a person can verify: named values in the order in which they are read.</summary>
/// <param name="Items">Name (camel case, stable) and value in readable maths, such as <c>left → 75 / 55 = 15/11 ≈ 1.3636</c>.</param>
public sealed record Evidence(ImmutableArray<KeyValuePair<string, string>> Items)
{
    /// <summary>No evidence; only for findings whose span says it all.</summary>
    public static Evidence None { get; } = new(ImmutableArray<KeyValuePair<string, string>>.Empty);

    /// <summary>What the name of a mistake stands under.</summary>
    public const string MistakeName = "mistake";

    /// <summary>The name of the mistake that many make, which the finding shows; null where it has none.</summary>
    public string? Mistake => Items.FirstOrDefault(item => item.Key == MistakeName).Value;

    /// <summary>The evidence and one pair more.</summary>
    public Evidence With(string name, string value) => new(Items.Add(new(name, value)));

    /// <summary>Evidence of the given pairs.</summary>
    public static Evidence Of(params ReadOnlySpan<(string Name, string Value)> items)
    {
        var builder = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(items.Length);
        foreach (var (name, value) in items)
            builder.Add(new(name, value));
        return new(builder.MoveToImmutable());
    }
}
