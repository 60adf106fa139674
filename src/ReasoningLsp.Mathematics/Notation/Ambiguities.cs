namespace ReasoningLsp.Mathematics.Notation;

/// <summary>Places where notation can be read in more than one way. A relation is called false only if it is false in every
/// reading.</summary>
[Flags]
public enum Ambiguities
{
    /// <summary>One reading only.</summary>
    None = 0,

    /// <summary><c>1/2x</c>: a half of x, or one over 2x.</summary>
    SlashProduct = 1,

    /// <summary><c>3 3/4</c>: a mixed number, or a product.</summary>
    MixedNumber = 2,

    /// <summary><c>log 100</c> without a base: 10 or e (or 2).</summary>
    LogBase = 4,

    /// <summary><c>sin 30</c>: degrees or radians.</summary>
    AngleUnit = 8,

    /// <summary><c>sin 2x + 1</c>, <c>sin x y</c>: how far the argument reaches.</summary>
    ArgumentExtent = 16,

    /// <summary><c>i</c>: the imaginary unit or a name.</summary>
    ImaginaryUnit = 32,

    /// <summary><c>3:4</c>: a ratio, a time or something else; never refuted.</summary>
    Ratio = 64,

    /// <summary><c>e</c>: Euler's number or a name.</summary>
    EulerNumber = 128,

    /// <summary><c>a(b + c)</c>: a product or a function's value.</summary>
    FunctionOrProduct = 256,

    /// <summary><c>\overline{12}</c>: digits side by side, a conjugate, a mean.</summary>
    Overline = 512,

    /// <summary><c>π</c>: the circle number, or a name (a permutation, a plane).</summary>
    PiName = 1024,

    /// <summary><c>50/12+13</c> in plain text: a sum, or a quotient by one.</summary>
    SlashSum = 4096,

    /// <summary><c>[x]</c>: brackets that group, or the greatest integer not above.</summary>
    GaussBracket = 8192,

    /// <summary><c>20 -- 12</c>: two signs, or a dash that means minus.</summary>
    DoubleDash = 16384,

    /// <summary><c>20\frac{16-1}{90}</c>: a product, or a mixed number whose fraction is still being calculated.</summary>
    MixedSum = 32768,

    /// <summary><c>1{,}414</c>: thousands, or a decimal comma.</summary>
    BracedComma = 65536,

    /// <summary><c>0.1(6)</c>: a product, or digits that repeat.</summary>
    BracketedPeriod = 131072,

    /// <summary><c>($20)</c>: an amount in brackets, or a loss as accounts write it.</summary>
    BracketedLoss = 262144,

    /// <summary><c>j</c>: a name, or the imaginary unit.</summary>
    ImaginaryJ = 524288,

    /// <summary><c>2^34</c>, <c>\\int_0^12x</c> in TeX: all the digits, or as TeX sets it the first one only.</summary>
    ScriptDigits = 1048576,

    /// <summary><c>2^a+b</c>, <c>2^ab</c> in plain text: the letter alone is the exponent, or all that stands without a blank.</summary>
    LooseExponent = 2097152,

    /// <summary>Notation that is read but whose value is never certain enough to refute.</summary>
    NeverRefute = 2048,
}
