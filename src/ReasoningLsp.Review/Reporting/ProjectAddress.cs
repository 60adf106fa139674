using System.Reflection;

namespace ReasoningLsp.Review.Reporting;

/// <summary>Where the project lives: the <c>repository</c> of <c>package.json</c>, or what a build was told.</summary>
internal static class ProjectAddress
{
    /// <summary>The address of its repository, or null where it has no public home.</summary>
    public static string? Home { get; } = typeof(ProjectAddress).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "ProjectAddress")?.Value is { Length: > 0 } address ? address : null;
}
