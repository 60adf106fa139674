namespace ReasoningLsp.Review.Reporting;

/// <summary>The pages of <c>docs/rules</c>, which travel inside the program.</summary>
public static class RulePages
{
    /// <summary>The page of a rule as Markdown.</summary>
    /// <exception cref="InvalidOperationException">The program was built without this page; a test keeps that from happening.</exception>
    public static string Of(string rule) =>
        Find(rule) ?? throw new InvalidOperationException($"The page of {rule} is missing from this program.");

    /// <summary>The page of a rule as Markdown, or null where there is none.</summary>
    public static string? Find(string rule)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules/{rule}.md");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
