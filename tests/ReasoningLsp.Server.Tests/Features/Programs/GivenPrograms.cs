using System.Collections.Immutable;
using ReasoningLsp.Programs;

namespace ReasoningLsp.Server.Tests.Features.Programs;

/// <summary>A sandbox in which every program prints 42.</summary>
internal sealed class GivenPrograms : IProgramSandbox
{
    private static readonly ProgramOutput Printed = new("42\n", null, null, IsCut: false, null);
    private int _runs;

    public int Runs => Volatile.Read(ref _runs);

    public string? Failure { get; init; }

    public Task<SandboxRun> RunAsync(ImmutableArray<string> programs, int chance, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _runs);
        return Failure is { } reason ? throw new SandboxUnavailableException(reason)
            : Task.FromResult(new SandboxRun([.. programs.Select(_ => new ProgramRun(Printed, null))], SandboxEnd.Finished));
    }

    public void Dispose()
    {
    }
}
