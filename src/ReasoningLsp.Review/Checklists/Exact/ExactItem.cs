using System.Collections.Frozen;
using System.Collections.Immutable;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reviews;

namespace ReasoningLsp.Review.Checklists.Exact;

/// <summary>An exact check that answers items.</summary>
/// <param name="Name">The name that a list gives after <c>check:</c>.</param>
/// <param name="Phrases">Ways to ask for it.</param>
/// <param name="Answer">Answers it for a trace that was reviewed.</param>
internal sealed record ExactItem(string Name, ImmutableArray<string> Phrases, Func<TraceReview, ExactAnswer> Answer)
{
    /// <summary>The rule whose findings alone answer it: where that is off nothing does. Null where there is none.</summary>
    public Rule? Rule { get; init; }

    private static readonly FrozenSet<string> s_fillers = FrozenSet.Create(
        StringComparer.Ordinal, "is", "are", "does", "do", "did", "has", "have", "been", "the", "a", "an", "in", "of", "it", "its",
        "solution", "trace", "there", "any", "with", "and", "to");

    private readonly ImmutableArray<string> _keys = [.. Phrases.Select(Key)];

    /// <summary>Whether a question with this <see cref="Key"/> asks for exactly this.</summary>
    public bool IsAskedBy(string key) => _keys.Contains(key);

    /// <summary>What is left of a question: words without fillers and plural s, sorted. "Is the final answer boxed?" and "The final answer
    /// is boxed." are one.</summary>
    public static string Key(string text) =>
        string.Join(' ', new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !s_fillers.Contains(word))
        .Select(word => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word)
        .Order(StringComparer.Ordinal));
}
