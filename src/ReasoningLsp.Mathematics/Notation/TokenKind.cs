namespace ReasoningLsp.Mathematics.Notation;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    /// <summary>A number as written.</summary>
    Number,

    /// <summary>A one-letter name.</summary>
    Letter,

    /// <summary>A word of prose, or the words of <c>\text{…}</c>.</summary>
    Word,

    /// <summary>A named function or LaTeX construct.</summary>
    Command,

    /// <summary>An operator sign, normalised: <c>+ - * / ^ _ : ± mod ∪ ∩</c>.</summary>
    Operator,

    /// <summary>A relation sign, normalised: <c>= ≠ &lt; &gt; ≤ ≥ ≈ ≡ ∈ ~</c>.</summary>
    Relation,

    /// <summary>An opening bracket, normalised.</summary>
    Open,

    /// <summary>A closing bracket, normalised.</summary>
    Close,

    /// <summary>A vertical bar: absolute value, "divides" or "given".</summary>
    Bar,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A currency sign.</summary>
    Currency,

    /// <summary>A percent sign.</summary>
    Percent,

    /// <summary>A degree sign.</summary>
    Degree,

    /// <summary>A prime.</summary>
    Prime,

    /// <summary>An exclamation mark that may be a factorial.</summary>
    Factorial,

    /// <summary>A power written as a superscript character; its value is the exponent.</summary>
    Superscript,

    /// <summary>Dots that stand for left-out terms.</summary>
    Ellipsis,

    /// <summary>An arrow or word that leads from one statement to the next.</summary>
    Connective,

    /// <summary>A cell separator of an aligned environment or matrix.</summary>
    Cell,

    /// <summary>The end of a row of an aligned environment or matrix.</summary>
    Row,

    /// <summary>The end of a line of prose: a statement goes on only if a relation follows.</summary>
    Line,

    /// <summary>The end of a statement.</summary>
    Break,

    /// <summary>Mathematics begins here (no width).</summary>
    MathStart,

    /// <summary>Mathematics ends here (no width).</summary>
    MathEnd,

    /// <summary>Something else.</summary>
    Other,
}
