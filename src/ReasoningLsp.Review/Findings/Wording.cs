namespace ReasoningLsp.Review.Findings;

/// <summary>A text that is written when it is first read: of a hundred thousand relations a person looks at a few. Two are equal where they
/// read the same. Thread-safe.</summary>
public sealed class Wording : IEquatable<Wording>
{
    private volatile Func<string>? _write;
    private volatile string? _text;

    /// <summary>A text to be written when it is asked for; <paramref name="write"/> may be asked twice and answers the same.</summary>
    public Wording(Func<string> write) => _write = write;

    private Wording(string text) => _text = text;

    /// <summary>A text that is written already.</summary>
    public static Wording Of(string text) => new(text);

    /// <summary>A text that is written already.</summary>
    public static implicit operator Wording(string text) => Of(text);

    /// <summary>The text.</summary>
    public static implicit operator string(Wording wording) => wording.ToString();

    /// <inheritdoc/>
    public override string ToString()
    {
        if (_text is { } text)
            return text;
        // Whoever comes second finds the text, and what wrote it is held no longer.
        _text = _write?.Invoke() ?? _text!;
        _write = null;
        return _text;
    }

    /// <inheritdoc/>
    public bool Equals(Wording? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Wording);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
