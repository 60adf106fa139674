using System.Collections.Immutable;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Programs;

/// <summary>Finds the programs of a trace and what is said to be their output.</summary>
public static class ProgramReader
{
    /// <summary>The programs, in order.</summary>
    public static ImmutableArray<WrittenProgram> Of(Trace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        if (!trace.Programs.IsEmpty)
            return [.. trace.Programs.Select(cell => new WrittenProgram(cell.Step, cell.Span, null, cell.Source, cell.Output is { } output
                ? StatedOutput.Of(cell.Step, output, new TextSpan(0, output.Text.Length), isCopied: true) : null))];
        if (!trace.Steps.Any(step => !step.Code.IsEmpty))
            return [];
        var parts = ProgramParts.Of(trace);
        var programs = ImmutableArray.CreateBuilder<WrittenProgram>();
        for (var at = 0; at < parts.Count; at++)
        {
            var part = parts[at];
            var text = trace.Steps[part.Step].Text.Text;
            if (!part.IsCode || CodePart.Of(text, part.Span) is not { } code || !CodeNames.IsProgram(code.Name))
                continue;
            var source = text.Substring(code.Content.Start, code.Content.Length);
            // "the function <code>f</code>" names something and runs nothing.
            if (code.Name == "<code>" && !text.AsSpan(part.Span.Start, part.Span.Length).Trim().Contains('\n'))
                continue;
            if (PromptedProgram.Is(source))
                programs.AddRange(PromptedProgram.Of(trace.Steps[part.Step], part.Span, code.Content));
            else
                programs.Add(new WrittenProgram(part.Step, trace.Steps[part.Step].Text.ToOriginal(part.Span), part.Span, Dedented(source),
                    StatedAfter(trace, parts, at)));
        }

        return programs.ToImmutable();
    }

    // What a program is indented by as a whole, in an item of a list.
    private static string Dedented(string source)
    {
        var lines = source.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        var written = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        var indent = written.Count == 0 ? 0 : written.Min(line => line.Length - line.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : string.Empty));
    }

    private static StatedOutput? StatedAfter(Trace trace, List<ProgramParts.Part> parts, int at)
    {
        if (at + 1 >= parts.Count)
            return null;
        var next = parts[at + 1];
        var written = trace.Steps[next.Step].Text;
        var text = written.Text;
        if (next.IsCode)
            return CodePart.Of(text, next.Span) is { } code && CodeNames.IsOutput(code.Name)
                ? StatedOutput.Of(next.Step, written, code.Content, isCopied: true) : null;
        var between = text.AsSpan(next.Span.Start, next.Span.Length);
        if (between.TrimStart().StartsWith("<output>", StringComparison.Ordinal))
            return Element(next, written);
        if (OutputWords.After(between) is not (>= 0 and var said))
            return null;
        if (!between[said..].IsWhiteSpace())
            return Line(next, written, next.Span.Start + said);
        if (at + 2 >= parts.Count || parts[at + 2] is not { IsCode: true } announced)
            return null;
        var announcing = trace.Steps[announced.Step].Text;
        return CodePart.Of(announcing.Text, announced.Span) is { } fence && (CodeNames.IsOutput(fence.Name) || CodeNames.IsText(fence.Name))
            ? StatedOutput.Of(announced.Step, announcing, fence.Content, isCopied: true) : null;
    }

    private static StatedOutput? Element(ProgramParts.Part part, MappedText written)
    {
        var text = written.Text;
        var start = text.IndexOf('>', part.Span.Start) + 1;
        var end = text.IndexOf("</output>", start, StringComparison.Ordinal);
        return end < 0 ? null : StatedOutput.Of(part.Step, written, TextSpan.FromBounds(start, end), isCopied: true);
    }

    // "Output: 385": one line, and nothing that goes on with it.
    private static StatedOutput? Line(ProgramParts.Part part, MappedText written, int start)
    {
        var text = written.Text;
        var end = text.IndexOf('\n', start);
        end = end < 0 || end > part.Span.End ? part.Span.End : end;
        if (text.AsSpan(start, end - start).IsWhiteSpace())
            return null;
        var next = end < text.Length ? text.AsSpan(end + 1) : [];
        var nextLine = next.IndexOf('\n') is >= 0 and var found ? next[..found] : next;
        return nextLine.IsWhiteSpace() ? StatedOutput.Of(part.Step, written, TextSpan.FromBounds(start, end), isCopied: false) : null;
    }
}
