using System.Globalization;

namespace ReasoningLsp.Review.Findings;

/// <summary>Counts in sentences.</summary>
public static class Plural
{
    /// <summary>Such as <c>1 finding</c> or <c>1,204 findings</c>.</summary>
    public static string Of(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? string.Empty : "s")}");
}
