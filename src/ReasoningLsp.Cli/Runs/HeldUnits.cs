using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Runs.Storage;

namespace ReasoningLsp.Cli.Runs;

/// <summary>Inputs that a model was not to be had for, not written yet. Where it comes back they are written as they are, for one may
/// itself have ended the engine; where it does not, the run stops before them, so that the same command goes on there.</summary>
/// <param name="run">The run's name.</param>
internal sealed class HeldUnits(string run)
{
    private const int Most = 8;

    private readonly List<(long Unit, byte[] Lines)> _held = [];
    private bool _wasThere;

    /// <summary>Takes an input.</summary>
    /// <param name="part">Where it is written.</param>
    /// <param name="unit">Its number.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="lacks">What was not to be had, or null.</param>
    /// <exception cref="UsageException">Too many in a row lack it.</exception>
    public void Take(RunPart part, long unit, ReadOnlySpan<byte> lines, string? lacks)
    {
        if (lacks is null)
        {
            Write(part);
            _wasThere = true;
            part.Add(unit, lines);
            return;
        }

        _held.Add((unit, lines.ToArray()));
        if (_held.Count >= Most)
            throw Stopped(lacks);
    }

    /// <summary>Nothing more comes: what waits is written, where the model was there at all.</summary>
    /// <exception cref="UsageException">It never was.</exception>
    public void End(RunPart part)
    {
        if (_held.Count > 0 && !_wasThere)
            throw Stopped("The model was not to be had.");
        Write(part);
    }

    private void Write(RunPart part)
    {
        foreach (var (unit, lines) in _held)
            part.Add(unit, lines);
        _held.Clear();
    }

    private UsageException Stopped(string why) => new($"The run {run} stops at input {_held[0].Unit + 1}. {why} "
        + "What was reviewed before is kept: once the model is there again, the same command goes on.");
}
