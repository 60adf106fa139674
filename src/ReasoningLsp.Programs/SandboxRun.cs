using System.Collections.Immutable;

namespace ReasoningLsp.Programs;

/// <summary>What became of programs that ran one after the other.</summary>
/// <param name="Programs">Of each that came to its end, in order.</param>
/// <param name="End">Why the others did not.</param>
public sealed record SandboxRun(ImmutableArray<ProgramRun> Programs, SandboxEnd End);
