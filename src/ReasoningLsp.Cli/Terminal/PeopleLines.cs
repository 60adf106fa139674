using System.Globalization;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>What people said of a solution, each at its place.</summary>
internal static class PeopleLines
{
    /// <summary>Writes them.</summary>
    public static void Write(TextWriter output, Palette palette, ReviewedTrace trace)
    {
        var people = trace.Review.People;
        if (people.IsEmpty)
            return;
        if (people.Mark is { } mark)
            Line(null, string.Empty, PeopleText.Of(mark));
        foreach (var note in people.Notes)
            Line(note.Step, string.Empty, PeopleText.Of(note));
        foreach (var word in people.Findings)
            Line(word.Step, word.Rule.Length == 0 ? string.Empty : $"{word.Rule} ", PeopleText.Of(word));
        output.WriteLine();

        void Line(int? step, string rule, string text)
        {
            var span = step is { } index ? trace.Review.Trace.Steps[index].Span : trace.Review.Trace.Span;
            var line = trace.Source.PositionOf(span.Start).Line + 1;
            var place = string.Create(CultureInfo.InvariantCulture,
                $"{VisibleText.Of(trace.Source.File)}:{line}: {(step is { } at ? $"step {at + 1}" : "solution")}");
            output.WriteLine($"{palette.Bold(place)}: {rule}{VisibleText.Of(text.ReplaceLineEndings(" "))}");
        }
    }
}
