using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReasoningLsp.Mathematics.Answers;
using ReasoningLsp.Traces;
using ReasoningLsp.Traces.Reading;

namespace ReasoningLsp.Review.Corrections;

/// <summary>Writes another solution in the place of a trace's steps and stated answer, with the labels and separators that the file
/// uses.</summary>
/// <param name="document">The document.</param>
/// <param name="trace">One of its traces.</param>
internal sealed partial class SolutionEdit(TraceDocument document, Trace trace)
{
    private readonly AnswerComparer _answers = new();

    /// <summary>Why no solution can be written in the place of this one, or null.</summary>
    public string? Refusal => trace.Steps.IsEmpty ? "it has no steps"
        : trace.Steps.Any(step => step.IsThought) ? "its steps are a model's thoughts"
        : trace.Steps.Any(step => step.Text.Text.AsSpan().Trim().IsEmpty) ? "one of its steps is empty"
        : trace.FinalAnswer is { } answer && Place(answer) is var place && place.Start < Region.End && place.End > Region.Start
            ? "its answer stands among its steps"
        : null;

    private TextSpan Region => TextSpan.FromBounds(trace.Steps[0].Span.Start, Place(trace.Steps[^1].Text).End);

    /// <summary>The edits, and the trace as it is read again; null where it cannot be written so that nothing but steps and answer
    /// changes.</summary>
    /// <param name="steps">What the steps shall say.</param>
    /// <param name="answer">The answer that an answer section shall state; not needed where the file has none.</param>
    public (ImmutableArray<TextEdit> Edits, Trace After)? Write(ImmutableArray<string> steps, string? answer)
    {
        ImmutableArray<string?> safe = [.. steps.Select(Safe)];
        if (steps.IsEmpty || safe.Contains(null) || Answer(answer) is not var (said, place))
            return null;
        ImmutableArray<string> lines = [.. safe.OfType<string>()];
        foreach (var fallback in trace.Steps.Length > 1 || lines.Length == 1 ? [string.Empty]
            : TraceFormats.IsEscaped(document.Format) ? (string[])["\",\"", "\\n\\n"] : ["\n\n"])
        {
            if (Written(lines, fallback) is not { } region)
                return null;
            var edits = ImmutableArray.Create(new TextEdit(Region, region));
            if (place is not null)
                edits = [.. edits.Add(place).OrderBy(edit => edit.Span.Start)];
            if (SolutionChange.Only(document, TraceReader.Apply(document, edits), trace, lines, said) is { } after)
                return (edits, after);
        }

        return null;
    }

    private string? Written(ImmutableArray<string> lines, string fallback)
    {
        var count = trace.Steps.Length;
        var separators = Enumerable.Range(1, count - 1)
            .Select(step => document.Text[Place(trace.Steps[step - 1].Text).End..trace.Steps[step].Span.Start]).ToList();
        // What is left out or written again must hold nothing of its own.
        var touched = lines.Length < count ? separators.Skip(Math.Max(0, lines.Length - 1))
            : lines.Length > count ? separators.TakeLast(1) : [];
        if (touched.Any(separator => Spacing().Replace(separator, string.Empty).Any(char.IsLetterOrDigit)
            && separators.Any(other => other != separator)))
            return null;
        var region = new StringBuilder();
        for (var step = 0; step < lines.Length; step++)
        {
            if (step > 0)
                region.Append(step < count ? separators[step - 1] : separators.Count > 0 ? separators[^1] : fallback);
            region.Append(step < count ? Label(step) : Numbered(Label(count - 1), step - count + 1))
                .Append(StepEdit.Spell(document.Format, lines[step]));
        }

        return region.ToString();
    }

    private string Label(int step) => document.Text[trace.Steps[step].Span.Start..Place(trace.Steps[step].Text).Start];

    private static string Numbered(string label, int further) => LastNumber().Replace(label, match =>
        int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? (number + further).ToString(CultureInfo.InvariantCulture) : match.Value);

    // What the answer section will say, and the edit for it; null where it needs an answer and there is none.
    private (string? Said, TextEdit? Place)? Answer(string? answer)
    {
        if (trace.FinalAnswer is not { } section)
            return (null, null);
        if (answer is null || Safe(answer) is not { } line)
            return null;
        if (_answers.Compare(section.Text, line, AnswerOptions.Default) == true)
            return (section.Text, null);
        var stated = AnswerExtractor.FromText(section.Text);
        var at = stated is null ? -1 : section.Text.LastIndexOf(stated, StringComparison.Ordinal);
        var span = at < 0 ? new TextSpan(0, section.Text.Length) : new TextSpan(at, stated!.Length);
        return (section.Text[..span.Start] + line + section.Text[span.End..],
            new TextEdit(section.ToOriginal(span), StepEdit.Spell(document.Format, line)));
    }

    private string? Safe(string text)
    {
        if (StepEdit.Line(text) is not { } line || document.Format != TraceFormat.Latex)
            return StepEdit.Line(text);
        line = Special().Replace(line, "\\$0");
        return line.Count(c => c == '$') % 2 == 0 ? line : line.Replace("$", "\\$", StringComparison.Ordinal);
    }

    private static TextSpan Place(MappedText text)
    {
        var start = text.Text.Length - text.Text.TrimStart().Length;
        return text.ToOriginal(new TextSpan(start, text.Text.Trim().Length));
    }

    [GeneratedRegex(@"\\(?:n|t|r|item|par|smallskip|medskip|bigskip)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Spacing();

    [GeneratedRegex(@"[0-9]+(?=[^0-9]*$)", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"(?<!\\)[%&#]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();
}
