using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Programs;
using ReasoningLsp.Programs.Sandbox;

namespace ReasoningLsp.Cli.Reviewing;

/// <summary>The sandbox of this user: where its interpreter is looked for, and where its compiled form is kept.</summary>
internal static class ProgramSandboxes
{
    /// <summary>Opens it; nothing is loaded yet.</summary>
    public static PythonSandbox Open(ProgramHost host) => new(
        [PythonSandbox.BesideProgram, Path.Combine(host.UserFolder, "programs")],
        Path.Combine(host.CacheFolder, "programs"), SandboxLimits.Default, host.Clock);
}
