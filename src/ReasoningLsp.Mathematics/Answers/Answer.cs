using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>What an answer says.</summary>
internal abstract record Answer
{
    /// <summary>A value.</summary>
    /// <param name="Readings">The first reading of its notation, then others.</param>
    internal sealed record Value(ImmutableArray<Expression> Readings) : Answer;

    /// <summary>Words, or notation that is not read.</summary>
    internal sealed record Words(string Key, bool IsNotation) : Answer;

    /// <summary>Members with signs between them.</summary>
    internal sealed record Relation(ImmutableArray<Answer> Members, ImmutableArray<char> Signs) : Answer;

    /// <summary>Several answers in one.</summary>
    internal sealed record Group(GroupKind Kind, ImmutableArray<Answer> Items, char Open = ' ', char Close = ' ', int Columns = 0) : Answer;
}
