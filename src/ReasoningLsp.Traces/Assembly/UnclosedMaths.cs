using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Reports mathematics that is opened and never closed, not in its step and not in a later one.</summary>
internal static class UnclosedMaths
{
    public const string Code = "unclosed-maths";

    public static void Report(List<Part> parts, ImmutableArray<ReadError>.Builder errors)
    {
        Stack<(Dangling Opener, Part Part)>? open = null;
        foreach (var part in parts)
        {
            foreach (var dangling in part.Danglings)
            {
                open ??= new Stack<(Dangling, Part)>();
                if (open.TryPeek(out var top) && top.Opener.Partner == dangling.Delimiter)
                    open.Pop();
                else if (dangling.Opens)
                    open.Push((dangling, part));
            }
        }

        if (open is null)
            return;
        foreach (var (opener, part) in open.Reverse())
        {
            var message = $"The mathematics that {opener.Delimiter} opens is never closed; add {opener.Partner} where it ends.";
            errors.Add(new ReadError(Code, message, part.Step.Text.ToOriginal(opener.Span)));
        }
    }
}
