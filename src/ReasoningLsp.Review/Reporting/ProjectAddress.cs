using System.Reflection;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Where the project lives; set once, in <c>Directory.Build.props</c> or on the command line of a build.</summary>
internal static class ProjectAddress
{
    /// <summary>The project's page.</summary>
    public static string Home { get; } = typeof(ProjectAddress).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "ProjectAddress").Value!;

    /// <summary>The page of a rule.</summary>
    public static string OfRule(string rule) => $"{Home}/docs/rules/{rule}.md";
}
