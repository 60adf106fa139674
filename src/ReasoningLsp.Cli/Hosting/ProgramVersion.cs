using System.Reflection;

namespace ReasoningLsp.Cli.Hosting;

/// <summary>The version of this program, such as <c>0.1.0</c>.</summary>
internal static class ProgramVersion
{
    /// <summary>Without the commit it was built from.</summary>
    public static string Text { get; } = (typeof(ProgramVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
