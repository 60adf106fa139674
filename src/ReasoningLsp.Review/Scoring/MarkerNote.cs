using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Tells that a text holds the mark by which a model knows where a step ends.</summary>
internal static class MarkerNote
{
    /// <summary>The note, or null where the text holds none.</summary>
    public static string? Of(Profile profile, string problem, ImmutableArray<string> steps)
    {
        if (Marker(profile) is not { } marker)
            return null;
        // Within a word it is no mark.
        var mark = new Regex($@"(?<!\p{{L}}){Regex.Escape(marker)}(?!\p{{L}})", RegexOptions.CultureInvariant);
        return steps.Prepend(problem).Any(mark.IsMatch)
            ? $"the text holds {marker}, by which this model knows where a step ends; it is read as plain text and may lower the scores"
            : null;
    }

    // What stands last before the place where a step is read.
    private static string? Marker(Profile profile)
    {
        var parts = profile.Prompt.Step;
        var read = parts.IndexOf(parts.FirstOrDefault(part => part.Read is not null)!);
        if (read <= 0)
            return null;
        var marker = parts[read - 1].Control ?? parts[read - 1].Text?.Trim();
        return string.IsNullOrEmpty(marker) ? null : marker;
    }
}
