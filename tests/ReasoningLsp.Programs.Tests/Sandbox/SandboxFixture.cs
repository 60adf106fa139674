using ReasoningLsp.Programs.Sandbox;

namespace ReasoningLsp.Programs.Tests.Sandbox;

/// <summary>The interpreter that the build lays beside the tests, compiled once.</summary>
public sealed class SandboxFixture : IDisposable
{
    public SandboxFixture()
    {
        Cache = Directory.CreateTempSubdirectory("reasoning-programs-").FullName;
        Sandbox = Open(SandboxLimits.Default);
    }

    public string Cache { get; }

    public PythonSandbox Sandbox { get; }

    public PythonSandbox Open(SandboxLimits limits) => new([PythonSandbox.BesideProgram], Cache, limits, TimeProvider.System);

    public void Dispose()
    {
        Sandbox.Dispose();
        Directory.Delete(Cache, recursive: true);
    }
}
