namespace ReasoningLsp.Mathematics.Expressions;

/// <summary>A mathematical expression. Immutable; equal when written the same way up to notation.</summary>
public abstract class Expression : IEquatable<Expression>
{
    private string? _key;

    /// <summary>The expression in plain one-line notation, which is also its identity.</summary>
    public string Key => _key ??= Render();

    /// <inheritdoc />
    public bool Equals(Expression? other) => other is not null && Key == other.Key;

    /// <inheritdoc />
    public sealed override bool Equals(object? obj) => obj is Expression other && Equals(other);

    /// <inheritdoc />
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <inheritdoc />
    public sealed override string ToString() => Key;

    private protected abstract string Render();
}
