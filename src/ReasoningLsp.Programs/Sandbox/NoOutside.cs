using System.Buffers.Binary;
using Wasmtime;

namespace ReasoningLsp.Programs.Sandbox;

/// <summary>What of WASI a program gets in place of the outside: a clock and random numbers that are computed, and no waiting.</summary>
internal static class NoOutside
{
    private const string Wasi = "wasi_snapshot_preview1", MemoryName = "memory";
    private const int Succeeded = 0, Fault = 21, NotSupported = 58;
    private const ulong Second = 1_000_000_000;

    /// <summary>Lays it over what WASI defines, which itself was given no folder, no input and no variable.</summary>
    /// <param name="linker">Has WASI's own functions.</param>
    /// <param name="chance">Another number, another clock and other random numbers.</param>
    public static void Define(Linker linker, int chance)
    {
        var random = unchecked((ulong)(chance + 1) * 0x9E3779B97F4A7C15);
        var clock = Second * (1_000_000_000 + ((ulong)chance * 40_000_003));
        var tick = 1_000_000 + ((ulong)chance * 7_300_001);
        linker.AllowShadowing = true;
        linker.DefineFunction(Wasi, "clock_time_get", (Caller caller, int _, long _, int at) =>
        {
            if (!caller.TryGetMemorySpan<byte>(MemoryName, Address(at), sizeof(ulong), out var place))
                return Fault;
            BinaryPrimitives.WriteUInt64LittleEndian(place, clock += tick);
            return Succeeded;
        });
        linker.DefineFunction(Wasi, "random_get", (Caller caller, int at, int length) =>
        {
            if (length < 0 || !caller.TryGetMemorySpan<byte>(MemoryName, Address(at), length, out var place))
                return Fault;
            foreach (ref var one in place)
                one = (byte)(Next(ref random) >> 56);
            return Succeeded;
        });
        linker.DefineFunction(Wasi, "poll_oneoff", (int _, int _, int _, int _) => NotSupported);
    }

    // An address is 32 bits without a sign.
    private static long Address(int at) => unchecked((uint)at);

    // SplitMix64.
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            var value = state += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
