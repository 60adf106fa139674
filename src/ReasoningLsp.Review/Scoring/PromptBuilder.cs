using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Review.Profiles;

namespace ReasoningLsp.Review.Scoring;

/// <summary>Pieces of a prompt, neighbouring text joined, and the places marked in them. Not thread-safe.</summary>
internal sealed class PromptBuilder(ChatFormat? chat)
{
    private readonly ImmutableArray<PromptPiece>.Builder _pieces = ImmutableArray.CreateBuilder<PromptPiece>();
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<PromptPosition>.Builder _rows = ImmutableArray.CreateBuilder<PromptPosition>();
    private string? _role;

    /// <summary>Where steps are read.</summary>
    public ImmutableArray<PromptPosition> Rows => _rows.ToImmutable();

    /// <summary>Where the response starts.</summary>
    public PromptPosition Start { get; private set; }

    /// <summary>Adds a part of a profile, filled from <paramref name="values"/>.</summary>
    public void Add(PromptPart part, PromptValues values)
    {
        switch (part)
        {
            case { Text: { } text }:
                _text.Append(text);
                break;
            case { Problem: { } form }:
                _text.Append(Form(values.Problem, form));
                break;
            case { Step: { } form }:
                _text.Append(Form(values.Step, form));
                break;
            case { Earlier: { } between }:
                _text.AppendJoin(between, values.Earlier);
                break;
            case { EarlierAs: { } form }:
                for (var at = 0; at < values.Earlier.Length; at++)
                    _text.Append(EarlierStep(form, values.Index - values.Earlier.Length + at + 1, values.Earlier[at]));
                break;
            case { Number: { } from }:
                _text.Append(values.Index + from);
                break;
            case { Criterion: { } text }:
                if (!string.IsNullOrWhiteSpace(values.Criterion))
                    _text.Append(text.Replace("{criterion}", values.Criterion, StringComparison.Ordinal));
                break;
            case { Read: { } shift }:
                _rows.Add(Here(shift));
                break;
            case { Start: true }:
                Start = Here(1);
                break;
            case { Cut: true }:
                Flush();
                break;
            case { Begin: true }:
                Add(PromptPiece.Begin);
                break;
            case { Control: { } name }:
                Add(PromptPiece.Control(name));
                break;
            case { Token: { } id }:
                Add(PromptPiece.Token(id));
                break;
            case { Turn: { } role }:
                _role = role;
                Add(Chat.Begin(role));
                break;
            case { EndTurn: true }:
                Add(Chat.End(_role ?? "user"));
                break;
        }
    }

    /// <summary>The pieces so far.</summary>
    public ImmutableArray<PromptPiece> Build()
    {
        Flush();
        return _pieces.ToImmutable();
    }

    private ChatFormat Chat =>
        chat ?? throw new ProfileException("The model's vocabulary shows no chat format that is known, so this profile does not fit it.");

    // The step goes in last: whatever it holds, nothing is put into it.
    private static string EarlierStep(string form, int number, string step)
    {
        var at = form.IndexOf("{step}", StringComparison.Ordinal);
        string Numbered(string part) => part.Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return at < 0 ? Numbered(form) : Numbered(form[..at]) + step + Numbered(form[(at + "{step}".Length)..]);
    }

    private static string Form(string text, TextForm form) => form switch
    {
        TextForm.Trim => text.Trim(),
        TextForm.TrimStart => text.TrimStart(),
        TextForm.TrimEnd => text.TrimEnd(),
        TextForm.Spaces => text.Replace('\n', ' '),
        _ => text,
    };

    private void Add(ImmutableArray<PromptPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            if (piece.Kind == PieceKind.Text)
                _text.Append(piece.Text);
            else
                Add(piece);
        }
    }

    private void Add(PromptPiece piece)
    {
        Flush();
        _pieces.Add(piece);
    }

    /// <summary>The text that is being written is not a piece yet; it will be the next one.</summary>
    private PromptPosition Here(int shift) => _text.Length > 0
        ? new PromptPosition(_pieces.Count, _text.Length, shift)
        : new PromptPosition(Math.Max(0, _pieces.Count - 1), int.MaxValue, shift);

    private void Flush()
    {
        if (_text.Length == 0)
            return;
        _pieces.Add(PromptPiece.Plain(_text.ToString()));
        _text.Clear();
    }
}
