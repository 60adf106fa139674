using System.Collections.Immutable;
using System.Globalization;
using ReasoningLsp.Review.Explaining;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Terminal;

/// <summary>What was read of a step, for a person: each relation with its readings, and what was left.</summary>
internal static class ExplanationText
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, Palette palette, ReviewedTrace trace, StepExplanation explanation)
    {
        var line = trace.Source.PositionOf(trace.Review.Trace.Steps[explanation.Step].Span.Start).Line + 1;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{palette.Bold(VisibleText.Of($"{trace.Source.File}:{line}"))}: step {explanation.Step + 1}, ")
                + $"{StateNames.NameOf(explanation.State)}: {Plural.Of(explanation.Relations.Length, "relation")} read");
        foreach (var relation in explanation.Relations)
            Write(output, palette, relation);
        foreach (var part in explanation.Unread)
            output.WriteLine($"  - {Line(part.Text)}  {palette.Dim($"not read: {part.Reason}")}");
        Write(output, palette, "uses", explanation.Givens.Uses);
        Write(output, palette, "not used so far", explanation.Givens.Unused);
        if (explanation.Relations.IsEmpty && explanation.Unread.IsEmpty)
            output.WriteLine("  no relation and no other mathematics was found in its text");
        output.WriteLine();
    }

    private static void Write(TextWriter output, Palette palette, RelationExplanation relation)
    {
        var kind = relation.Kind == RelationKind.NotUnderstood ? string.Empty : $"{RelationWords.NameOf(relation.Kind)}, ";
        output.WriteLine($"  {Signs.Of(relation.Verdict)} {Line(relation.Text)}");
        var reason = relation.Reason.Length == 0 ? string.Empty : $": {Line(relation.Reason)}";
        output.WriteLine($"      {kind}{RelationWords.NameOf(relation.Verdict)}{reason}");
        foreach (var reading in relation.Readings)
        {
            var manner = reading.Manner is { } words ? $", {words}" : string.Empty;
            var verdict = relation.Readings.Length > 1 ? $": {RelationWords.NameOf(reading.Verdict)}" : string.Empty;
            output.WriteLine($"      {palette.Dim($"read as {Line(reading.Text)}{manner}{verdict}")}");
        }
    }

    private static void Write(TextWriter output, Palette palette, string name, ImmutableArray<string> givens)
    {
        if (!givens.IsEmpty)
            output.WriteLine($"  {palette.Dim($"{name}:")} {Line(string.Join(", ", givens))}");
    }

    private static string Line(string text) => VisibleText.Of(text.ReplaceLineEndings(" "));
}
