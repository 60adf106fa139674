using ReasoningLsp.Runs.Pages.Mathematics;

namespace ReasoningLsp.Runs.Pages;

/// <summary>What is said of a step.</summary>
/// <param name="Text">It.</param>
/// <param name="Language">Its language, where that is not the page's; or null.</param>
internal readonly record struct PageRemark(Markup Text, string? Language = null);
