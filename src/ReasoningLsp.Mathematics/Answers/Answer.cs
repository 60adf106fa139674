using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Dates;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Units;

namespace ReasoningLsp.Mathematics.Answers;

/// <summary>What an answer says.</summary>
internal abstract record Answer
{
    /// <summary>A value.</summary>
    /// <param name="Readings">The first reading of its notation, then others.</param>
    internal sealed record Value(ImmutableArray<Expression> Readings) : Answer;

    /// <summary>A value in a unit, or a number of things.</summary>
    /// <param name="Number">How many.</param>
    /// <param name="Units">What the unit may be; empty for things that are counted.</param>
    /// <param name="Noun">The unit or the things as written.</param>
    internal sealed record Measure(Value Number, ImmutableArray<CompoundUnit> Units, string Noun) : Answer;

    /// <summary>A number whose base stands at its foot.</summary>
    /// <param name="Digits">The digits as they would be read without the base; null where they hold letters.</param>
    /// <param name="Number">The value.</param>
    /// <param name="Base">The base.</param>
    internal sealed record Based(Value? Digits, Value Number, int Base) : Answer;

    /// <summary>A time of day with its half, or in words.</summary>
    internal sealed record Clock(ClockTime Time) : Answer;

    /// <summary>An option by its letter.</summary>
    /// <param name="Letter">The letter, upper case.</param>
    /// <param name="Content">What the option says; null where only the letter is given.</param>
    internal sealed record Choice(char Letter, Answer? Content) : Answer;

    /// <summary>What is said in set words.</summary>
    internal sealed record Phrase(Known Meaning) : Answer;

    /// <summary>Words, or notation that is not read.</summary>
    internal sealed record Words(string Key, bool IsNotation) : Answer;

    /// <summary>Members with signs between them.</summary>
    internal sealed record Relation(ImmutableArray<Answer> Members, ImmutableArray<char> Signs) : Answer;

    /// <summary>Several answers in one.</summary>
    /// <param name="Kind">What holds them together.</param>
    /// <param name="Items">The answers.</param>
    /// <param name="Open">The opening bracket.</param>
    /// <param name="Close">The closing bracket.</param>
    /// <param name="Columns">Columns of a matrix.</param>
    /// <param name="Join">What joins a list: <c>,</c>, <c>&amp;</c> for "and", <c>|</c> for "or".</param>
    internal sealed record Group(GroupKind Kind, ImmutableArray<Answer> Items, char Open = ' ', char Close = ' ', int Columns = 0,
        char Join = ',') : Answer
    {
        /// <summary>Whether each part is an equation of a label and what stands behind it: <c>A: 3, B: 4</c>.</summary>
        public bool IsLabelled { get; init; }
    }

    /// <summary>What can be read in several ways.</summary>
    /// <param name="Readings">The readings; one that is not certain proves a difference no less, but no agreement.</param>
    internal sealed record Either(ImmutableArray<(Answer Answer, bool IsCertain)> Readings) : Answer;
}
