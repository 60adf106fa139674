using System.Collections.Immutable;
using ReasoningLsp.Traces.Chunks;
using ReasoningLsp.Traces.Inline;
using ReasoningLsp.Traces.Labels;

namespace ReasoningLsp.Traces.Assembly;

/// <summary>Makes parts, or takes them over from the text before an edit.</summary>
internal sealed class PartFactory(string file, List<Placed> pieces, PartStore store)
{
    private readonly List<Part> _parts = [];

    /// <summary>All parts made so far, ordered for <see cref="PartStore"/>.</summary>
    public ImmutableArray<Part> Parts
    {
        get
        {
            _parts.Sort((left, right) => left.Key.CompareTo(right.Key));
            return [.. _parts];
        }
    }

    public Part Make(PartPlan plan, int index)
    {
        var first = pieces[plan.From];
        var last = pieces[plan.To - 1];
        var key = new PartKey(first.Chunk, first.Position, plan.Row, last.Chunk, last.Position, plan.Use, plan.IsThought);
        var number = plan.Use == LabelUse.Label ? first.Number : null;
        var part = store.Find(key) is { } found ? Adopt(found.Part, found.Delta, key, index, number) : Build(plan, key, index, number);
        _parts.Add(part);
        return part;
    }

    private static Part Adopt(Part part, int delta, PartKey key, int index, int? number)
    {
        var step = part.Step;
        if (delta != 0 || step.Index != index || step.Number != number)
            step = step with { Index = index, Number = number, Text = step.Text.Shift(delta), Span = step.Span.Shift(delta) };
        return ReferenceEquals(step, part.Step) && key == part.Key ? part : part with { Key = key, Step = step };
    }

    private Part Build(PartPlan plan, PartKey key, int index, int? number)
    {
        var first = pieces[plan.From];
        MappedText text;
        TextSpan span;
        ImmutableArray<TextSpan> code = [];
        if (plan.Row >= 0)
        {
            span = first.Piece.Rows[plan.Row].Shift(first.Offset);
            text = PartText.Row(file, span);
        }
        else
        {
            (text, code) = PartText.Build(file, pieces, plan);
            (text, code) = HtmlText.Decode(text, code);
            var start = plan.Use == LabelUse.Skip ? first.ContentStart : first.Start;
            span = TextSpan.FromBounds(start, Math.Max(start, LastEnd(plan)));
        }

        var label = plan.Use == LabelUse.Label ? LabelText(first) : null;
        var step = new Step(index, label, number, text, span) { Code = code, IsThought = plan.IsThought };
        return new Part(key, step, Dangling.Find(text.Text, code));
    }

    private int LastEnd(PartPlan plan)
    {
        for (var index = plan.To - 1; index > plan.From; index--)
            if (pieces[index].Piece.Kind is PieceKind.Text or PieceKind.Heading or PieceKind.Code)
                return pieces[index].End;
        return pieces[plan.From].End;
    }

    private string LabelText(Placed placed)
    {
        var label = placed.Piece.Label!;
        var end = label.Style == LabelStyle.Item ? Math.Min(placed.Start + label.Length, placed.TextStart)
            : placed.TextStart + label.Length;
        var text = file[placed.Start..Math.Clamp(end, placed.Start, placed.End)].Trim();
        return text.Contains('{') && !text.Contains('}') && placed.End < file.Length && file[placed.End] == '}' && end >= placed.End
            ? text + "}" : text;
    }
}
