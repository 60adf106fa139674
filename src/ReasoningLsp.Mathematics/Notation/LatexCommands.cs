using System.Collections.Frozen;

namespace ReasoningLsp.Mathematics.Notation;

/// <summary>What LaTeX commands mean to the lexer.</summary>
internal static class LatexCommands
{
    /// <summary>Commands that are one token of a kind with a normalised text.</summary>
    public static FrozenDictionary<string, (TokenKind Kind, string Text)> Tokens { get; } = Build();

    /// <summary>Commands that change the look only and are left out.</summary>
    public static FrozenSet<string> Ignored { get; } = new[]
    {
        "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "middle",
        "displaystyle", "textstyle", "scriptstyle", "limits", "nolimits", "nonumber", "notag", "allowbreak", "boldsymbol", "mathbf", "bf",
        "it",
        "large", "Large", "small", "normalsize", "hline", "centering", "noindent", "strut", "mathstrut", "null", "relax", "boldmath",
        "mathsf", "mathcal", "mathscr", "mathfrak", "mathit", "bm",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Commands that are blank space.</summary>
    public static FrozenSet<string> Spaces { get; } = new[]
    {
        ",", ";", ":", "!", " ", ">", "/", "thinspace", "medspace", "thickspace", "enspace", "negthinspace", "negmedspace", "negthickspace",
        "nobreakspace", "hfill",
        "hfil", "vspace", "hspace",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Commands whose argument is prose.</summary>
    public static FrozenSet<string> Texts { get; } = new[]
    {
        "text", "textbf", "textit", "textrm", "textnormal", "mbox", "hbox", "mathrm", "operatorname", "texttt", "textsc", "textsf", "emph",
        "intertext", "shortintertext", "operatorname*", "tag", "textup", "rm",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Environments that are a matrix, with their kind of bracket.</summary>
    public static FrozenSet<string> Matrices { get; } = new[]
    {
        "matrix", "pmatrix", "bmatrix", "vmatrix", "Vmatrix", "Bmatrix", "smallmatrix",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, (TokenKind Kind, string Text)> Build()
    {
        var table = new Dictionary<string, (TokenKind, string)>(StringComparer.Ordinal);
        void Add(TokenKind kind, string text, params string[] names)
        {
            foreach (var name in names)
                table[name] = (kind, text);
        }

        Add(TokenKind.Operator, "*", "cdot", "times", "bullet", "cdotp");
        Add(TokenKind.Operator, "∗", "ast", "star");
        Add(TokenKind.Operator, "÷", "div");
        Add(TokenKind.Operator, "±", "pm");
        Add(TokenKind.Operator, "∓", "mp");
        Add(TokenKind.Operator, "∪", "cup");
        Add(TokenKind.Operator, "∩", "cap");
        Add(TokenKind.Operator, "∖", "setminus", "backslash");
        Add(TokenKind.Operator, "mod", "bmod");
        Add(TokenKind.Command, "pmod", "pmod", "mod", "pod");
        Add(TokenKind.Relation, "≤", "le", "leq", "leqslant", "leqq");
        Add(TokenKind.Relation, "≥", "ge", "geq", "geqslant", "geqq");
        Add(TokenKind.Relation, "<", "lt");
        Add(TokenKind.Relation, ">", "gt");
        Add(TokenKind.Relation, "≠", "ne", "neq");
        Add(TokenKind.Relation, "≈", "approx", "simeq", "approxeq", "thickapprox", "doteq", "fallingdotseq", "risingdotseq");
        Add(TokenKind.Relation, "≡", "equiv");
        Add(TokenKind.Relation, "~", "sim", "cong", "propto", "asymp", "perp", "parallel", "prec", "succ", "preceq", "succeq", "ll", "gg",
            "triangleq", "models", "vdash", "stackrel", "overset", "not");
        Add(TokenKind.Relation, "∈", "in", "notin", "ni", "subset", "subseteq", "supset", "supseteq", "subsetneq");
        Add(TokenKind.Connective, "⇒", "implies", "Rightarrow", "Longrightarrow", "therefore", "because", "rightarrow", "to",
            "longrightarrow", "mapsto", "longmapsto", "Leftarrow", "impliedby", "leadsto", "hookrightarrow", "xrightarrow", "nearrow",
            "searrow", "uparrow", "downarrow", "leftarrow");
        Add(TokenKind.Connective, "⇔", "iff", "Leftrightarrow", "Longleftrightarrow", "leftrightarrow");
        Add(TokenKind.Connective, "and", "land", "wedge");
        Add(TokenKind.Connective, "quad", "quad", "qquad");
        Add(TokenKind.Connective, "or", "lor", "vee");
        Add(TokenKind.Ellipsis, "…", "dots", "cdots", "ldots", "dotsb", "dotsc", "dotsm", "vdots", "ddots", "dotso", "dotsi", "hdots");
        Add(TokenKind.Open, "⌊", "lfloor");
        Add(TokenKind.Close, "⌋", "rfloor");
        Add(TokenKind.Open, "⌈", "lceil");
        Add(TokenKind.Close, "⌉", "rceil");
        Add(TokenKind.Open, "⟨", "langle");
        Add(TokenKind.Close, "⟩", "rangle");
        Add(TokenKind.Open, "{", "{", "lbrace");
        Add(TokenKind.Close, "}", "}", "rbrace");
        Add(TokenKind.Open, "[", "lbrack");
        Add(TokenKind.Close, "]", "rbrack");
        Add(TokenKind.Open, "lvert", "lvert");
        Add(TokenKind.Close, "rvert", "rvert");
        Add(TokenKind.Bar, "|", "vert", "mid");
        Add(TokenKind.Bar, "‖", "|", "Vert", "lVert", "rVert");
        Add(TokenKind.Percent, "%", "%");
        Add(TokenKind.Currency, "$", "$");
        Add(TokenKind.Currency, "£", "pounds");
        Add(TokenKind.Currency, "€", "euro");
        Add(TokenKind.Connective, "item", "item");
        Add(TokenKind.Other, "#", "#");
        Add(TokenKind.Operator, "_", "_");
        Add(TokenKind.Degree, "°", "degree", "circ");
        Add(TokenKind.Prime, "'", "prime");
        foreach (var name in (string[])["sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
            "log", "ln", "lg", "exp", "gcd", "lcm", "min", "max", "det", "frac", "dfrac", "tfrac", "cfrac", "sqrt", "binom", "dbinom",
            "tbinom", "choose", "over", "sum", "prod", "boxed", "fbox", "overline", "bar", "underline", "underbrace", "overbrace", "cancel",
            "bcancel", "xcancel", "vec", "hat", "widehat", "tilde", "widetilde", "overrightarrow", "overleftrightarrow", "angle",
            "measuredangle", "triangle", "odot", "color", "textcolor", "phantom", "hphantom", "mathbb", "infty", "pi", "varnothing",
            "emptyset", "substack", "label", "ref", "eqref", "int", "oint", "iint", "lim", "sup", "inf", "partial", "nabla", "arg", "Re",
            "Im", "deg", "dim", "ker", "Pr", "circledast", "oplus", "otimes", "diamond", "Diamond", "spadesuit", "heartsuit", "clubsuit",
            "clubsuit", "blacksquare", "square", "Box", "bigstar", "forall", "exists", "neg", "lnot", "sgn", "overarc", "widearc",
            "wideparen", "dot", "ddot", "tanh", "coth", "arccot", "checkmark", "mho", "natural", "sharp", "flat", "amalg", "aleph", "top",
                "intercal"])
            table[name] = (TokenKind.Command, name);
        foreach (var name in (string[])["alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta",
            "iota", "kappa", "lambda", "mu", "nu", "xi", "rho", "varrho", "sigma", "varsigma", "tau", "upsilon", "phi", "varphi", "chi",
            "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega", "ell", "hbar"])
            table[name] = (TokenKind.Letter, name);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
