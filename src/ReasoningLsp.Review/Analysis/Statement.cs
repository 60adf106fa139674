using System.Collections.Immutable;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Languages;

namespace ReasoningLsp.Review.Analysis;

/// <summary>A relation chain in its sentence.</summary>
/// <param name="Index">Position among the step's statements.</param>
/// <param name="Chain">The chain.</param>
/// <param name="Tokens">The tokens it was read from.</param>
/// <param name="Before">Lower-case text of the same sentence before it.</param>
/// <param name="After">Lower-case text after it, to the end of the next sentence.</param>
/// <param name="Bridge">Lower-case text between the statement before and this one, or from the start of the step.</param>
internal sealed record Statement(
    int Index,
    RelationChain Chain,
    ImmutableArray<Token> Tokens,
    string Before,
    string After,
    string Bridge) : ISentence
{
    /// <inheritdoc/>
    public string Label
    {
        get
        {
            var first = Chain.EndToken;
            while (first > Chain.FirstToken && Tokens[first - 1].Kind is TokenKind.Word or TokenKind.Letter)
                first--;
            return first == Chain.EndToken ? string.Empty
                : string.Join(' ', Tokens[first..Chain.EndToken].Select(token => token.Text)).ToLowerInvariant();
        }
    }

    /// <summary>Whether it stands behind the letter of an answer option, "(A)".</summary>
    public bool IsOption { get; init; }

    /// <summary>Whether its sentence is a question.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether it compares, and a side of it holds the letter or was not understood.</summary>
    public bool IsInequalityOn(string symbol) => Chain.Signs.Any(sign => sign is "<" or ">" or "≤" or "≥" or "≠")
        && Chain.Members.Any(member => member.Expression is not { } side || ExpressionInspector.Symbols(side).Contains(symbol));

    /// <summary>Whether one of the ambiguities was met in a side of it.</summary>
    public bool Has(Ambiguities any) => Chain.Members.Any(member => (member.Ambiguities & any) != 0);

    /// <summary>Its first two sides, both of which were understood, with the sign between them, for a person.</summary>
    public string FirstLink => $"{Chain.Members[0].Expression} {Chain.Signs[0]} {Chain.Members[1].Expression}";

    /// <summary>The phrases of the languages around it.</summary>
    public Lexicon Lexicon { get; init; } = Lexicon.English;
}
