using System.Globalization;
using System.Text;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Benchmarks;

/// <summary>A Markdown solution of many steps, all real ones, all different, and the edits of a person typing in it.</summary>
internal sealed class LongSolution
{
    private static readonly string[] Slices = ["processbench/gsm8k.jsonl", "processbench/math.jsonl", "processbench/omnimath.jsonl"];

    private readonly Random _random = new(20260101);

    /// <summary>The text of a solution of <paramref name="steps"/> steps, "Step 1:" to the last.</summary>
    public static string Text(int steps)
    {
        var text = new StringBuilder("# A long solution\n\n## Problem\n\nSeveral exercises, solved one after the other.\n\n## Solution\n");
        var texts = Slices.SelectMany(slice => StepTexts.Distinct(slice)).Take(steps).ToList();
        if (texts.Count < steps)
            throw new InvalidOperationException($"The slices hold only {texts.Count} different steps.");
        for (var index = 0; index < steps; index++)
        {
            // One paragraph a step: what divides steps is the label here, and not a blank line inside of one.
            var step = string.Join(' ',
                texts[index].Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            text.Append(CultureInfo.InvariantCulture, $"\n**Step {index + 1}:** {step}\n");
        }

        return text.ToString();
    }

    /// <summary>A keystroke at a random place of a random step: mostly another digit, else a character more or less.</summary>
    public TextEdit NextEdit(TraceDocument document)
    {
        var steps = document.Traces[0].Steps;
        var span = steps[_random.Next(steps.Length)].Span;
        var at = _random.Next(span.Start, span.End);
        var digit = document.Text.AsSpan(at, span.End - at).IndexOfAnyInRange('0', '9');
        var typed = ((char)('0' + _random.Next(10))).ToString();
        return _random.Next(4) switch
        {
            0 => new TextEdit(TextSpan.FromBounds(at, at), typed),
            1 when char.IsAsciiLetter(document.Text[at]) => new TextEdit(TextSpan.FromBounds(at, at + 1), ""),
            _ when digit >= 0 => new TextEdit(TextSpan.FromBounds(at + digit, at + digit + 1), typed),
            _ => new TextEdit(TextSpan.FromBounds(at, at), " "),
        };
    }
}
