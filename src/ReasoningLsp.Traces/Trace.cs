using System.Collections.Immutable;

namespace ReasoningLsp.Traces;

/// <summary>One problem with its ordered steps and, where it has one, its final answer.</summary>
/// <param name="Index">Position in the file, from 0.</param>
/// <param name="Id">The record's id or the problem's heading, or null.</param>
/// <param name="Problem">The problem as stated, or null.</param>
/// <param name="Steps">The steps in order of writing.</param>
/// <param name="FinalAnswer">What an Answer section states, or null where the answer stands in the last step.</param>
/// <param name="Settings">Reference answer, hints, checklist, language, profile.</param>
/// <param name="Span">The whole trace in the original file.</param>
/// <param name="Errors">What of this trace could not be read.</param>
public sealed record Trace(
    int Index,
    string? Id,
    MappedText? Problem,
    ImmutableArray<Step> Steps,
    MappedText? FinalAnswer,
    TraceSettings Settings,
    TextSpan Span,
    ImmutableArray<ReadError> Errors)
{
    /// <summary>Programs that stand beside its text, in order.</summary>
    public ImmutableArray<ProgramCell> Programs { get; init; } = [];

    /// <summary>Whether this is <paramref name="before"/> at another place of the file, nothing in it read anew.</summary>
    public bool IsMoved(Trace before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var delta = Span.Start - before.Span.Start;
        if (!ReferenceEquals(Settings, before.Settings) || Span.Length != before.Span.Length || Id != before.Id
            || Steps.Length != before.Steps.Length || !Errors.IsEmpty || !before.Errors.IsEmpty
            || !Programs.IsEmpty || !before.Programs.IsEmpty
            || !Moved(Problem, before.Problem) || !Moved(FinalAnswer, before.FinalAnswer))
            return false;
        for (var i = 0; i < Steps.Length; i++)
        {
            var (now, then) = (Steps[i], before.Steps[i]);
            if (!Moved(now.Text, then.Text) || now.Span != then.Span.Shift(delta)
                || now with { Text = then.Text, Span = then.Span } != then)
                return false;
        }

        return true;

        bool Moved(MappedText? now, MappedText? then) => now is null ? then is null : then is not null && now.MovedFrom(then) == delta;
    }
}
