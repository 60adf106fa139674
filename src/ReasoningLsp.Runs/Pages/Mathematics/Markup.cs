namespace ReasoningLsp.Runs.Pages.Mathematics;

/// <summary>A piece of HTML that is safe to write.</summary>
/// <param name="Html">It, escaped.</param>
internal readonly record struct Markup(string Html)
{
    /// <summary>A text as it is.</summary>
    public static Markup Text(string text) => new(Review.Reporting.Html.Escape(text));
}
