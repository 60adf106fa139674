using System.Collections.Immutable;

namespace ReasoningLsp.Review.Checklists;

/// <summary>Questions that a trace is judged by.</summary>
/// <param name="Name">The name that users give.</param>
/// <param name="Items">The questions, in order.</param>
public sealed record Checklist(string Name, ImmutableArray<ChecklistItem> Items)
{
    /// <summary>All items of several lists, each question once; the names joined by <c>+</c>.</summary>
    public static Checklist Join(ImmutableArray<Checklist> lists) => lists is [var only]
        ? only
        : new(string.Join('+', lists.Select(list => list.Name)), [.. lists.SelectMany(list => list.Items).DistinctBy(item => item.Id)]);
}
