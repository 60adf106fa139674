using ReasoningLsp.Runs.Pages.Mathematics;

namespace ReasoningLsp.Runs.Pages;

/// <summary>A step on a page.</summary>
/// <param name="Kind">Its kind for the style sheet.</param>
/// <param name="Mark">What stands before it: a sign, and a word where there is one.</param>
/// <param name="Text">What it says.</param>
/// <param name="Remarks">What stands below it.</param>
/// <param name="Language">Its language, where that is not the page's; or null.</param>
internal sealed record PageStep(string Kind, string Mark, Markup Text, IReadOnlyList<PageRemark> Remarks, string? Language = null);
