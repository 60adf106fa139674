using System.Collections.Frozen;

namespace ReasoningLsp.Runs.Pages.Mathematics;

/// <summary>Commands of LaTeX that are one sign or one name.</summary>
public static class MathSigns
{
    /// <summary>What is set as an operator.</summary>
    public static FrozenDictionary<string, string> Operators { get; } = Pairs(
        "cdot ·", "times ×", "div ÷", "pm ±", "mp ∓", "ast ∗", "star ⋆", "bullet •", "cup ∪", "cap ∩", "setminus ∖", "le ≤", "leq ≤",
        "leqslant ≤", "ge ≥", "geq ≥", "geqslant ≥", "lt <", "gt >", "ne ≠", "neq ≠", "approx ≈", "simeq ≃", "equiv ≡", "sim ∼", "cong ≅",
        "propto ∝", "perp ⊥", "parallel ∥", "ll ≪", "gg ≫", "in ∈", "notin ∉", "ni ∋", "subset ⊂", "subseteq ⊆", "supset ⊃", "supseteq ⊇",
        "to →", "rightarrow →", "longrightarrow ⟶", "mapsto ↦", "leftarrow ←", "Rightarrow ⇒", "Longrightarrow ⟹", "implies ⟹",
        "Leftarrow ⇐", "iff ⟺", "Leftrightarrow ⇔", "leftrightarrow ↔", "therefore ∴", "because ∵", "land ∧", "wedge ∧", "lor ∨", "vee ∨",
        "neg ¬", "lnot ¬", "forall ∀", "exists ∃", "sum ∑", "prod ∏", "int ∫", "iint ∬", "oint ∮", "partial ∂", "nabla ∇", "circ ∘",
        "degree °", "prime ′", "angle ∠", "triangle △", "square □", "mid ∣", "nmid ∤", "vert |", "lvert |", "rvert |", "Vert ‖", "lVert ‖",
        "rVert ‖", "lfloor ⌊", "rfloor ⌋", "lceil ⌈", "rceil ⌉", "langle ⟨", "rangle ⟩", "lbrace {", "rbrace }", "lbrack [", "rbrack ]",
        "dots …", "ldots …", "cdots ⋯", "vdots ⋮", "ddots ⋱", "colon :", "oplus ⊕", "otimes ⊗", "checkmark ✓", "backslash \\", "% %", "$ $",
        "# #", "& &", "_ _", "{ {", "} }", "| ‖", "textasciitilde ~", "textbar |", "textless <", "textgreater >", "mho ℧", "nearrow ↗",
        "searrow ↘", "uparrow ↑", "downarrow ↓");

    /// <summary>What is set as a letter or a number.</summary>
    public static FrozenDictionary<string, string> Letters { get; } = Pairs(
        "alpha α", "beta β", "gamma γ", "delta δ", "epsilon ε", "varepsilon ε", "zeta ζ", "eta η", "theta θ", "vartheta ϑ", "iota ι",
        "kappa κ", "lambda λ", "mu μ", "nu ν", "xi ξ", "pi π", "rho ρ", "sigma σ", "tau τ", "upsilon υ", "phi φ", "varphi φ", "chi χ",
        "psi ψ", "omega ω", "Gamma Γ", "Delta Δ", "Theta Θ", "Lambda Λ", "Xi Ξ", "Pi Π", "Sigma Σ", "Phi Φ", "Psi Ψ", "Omega Ω", "ell ℓ",
        "hbar ℏ", "infty ∞", "emptyset ∅", "varnothing ∅", "euro €", "pounds £", "aleph ℵ", "Re ℜ", "Im ℑ");

    /// <summary>Names of functions.</summary>
    public static FrozenSet<string> Functions { get; } = new[]
    {
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "log", "ln", "lg", "exp", "gcd",
        "lcm", "min", "max", "det", "lim", "sup", "inf", "arg", "deg", "dim", "ker", "mod", "bmod",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What stands above its argument.</summary>
    public static FrozenDictionary<string, string> Accents { get; } = Pairs(
        "overline ‾", "bar ‾", "vec →", "overrightarrow →", "hat ^", "widehat ^", "tilde ~", "widetilde ~", "dot ˙", "ddot ¨");

    /// <summary>What holds words.</summary>
    public static FrozenSet<string> Texts { get; } = new[]
    {
        "text", "textbf", "textit", "textrm", "textnormal", "mbox", "hbox", "mathrm", "operatorname", "texttt", "emph", "textup",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What changes the look of its argument only.</summary>
    public static FrozenSet<string> Styles { get; } = new[]
    {
        "mathbf", "mathbb", "mathcal", "mathsf", "mathit", "mathfrak", "boldsymbol", "bm", "underline", "uline", "mathop",
        "mathscr", "substack",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What says nothing to who reads.</summary>
    public static FrozenSet<string> Nothing { get; } = new[]
    {
        "left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr",
        "displaystyle", "textstyle", "limits", "nolimits", "nonumber", "notag", "hline", "!",
        "rm", "bf", "it", "mathrel", "strut", "mathstrut", "noindent",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is blank.</summary>
    public static FrozenSet<string> Blanks { get; } =
        new[] { ",", ";", ":", " ", ">", "quad", "qquad", "enspace", "thinspace" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What stands around the rows of an environment.</summary>
    public static FrozenDictionary<string, (string Open, string Close)> Environments { get; } =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["matrix"] = ("", ""),
            ["smallmatrix"] = ("", ""),
            ["pmatrix"] = ("(", ")"),
            ["bmatrix"] = ("[", "]"),
            ["Bmatrix"] = ("{", "}"),
            ["vmatrix"] = ("|", "|"),
            ["Vmatrix"] = ("‖", "‖"),
            ["cases"] = ("{", ""),
            ["array"] = ("", ""),
            ["align"] = ("", ""),
            ["aligned"] = ("", ""),
            ["alignedat"] = ("", ""),
            ["gather"] = ("", ""),
            ["gathered"] = ("", ""),
            ["split"] = ("", ""),
            ["equation"] = ("", ""),
            ["multline"] = ("", ""),
            ["eqnarray"] = ("", ""),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(params string[] pairs) =>
        pairs.ToFrozenDictionary(pair => pair[..pair.LastIndexOf(' ')], pair => pair[(pair.LastIndexOf(' ') + 1)..],
            StringComparer.Ordinal);
}
