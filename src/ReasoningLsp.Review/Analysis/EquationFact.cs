using ReasoningLsp.Mathematics.Algebra;
using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Symbolic;

namespace ReasoningLsp.Review.Analysis;

/// <summary>An equation a step states, as a fact that later steps may build on. What costs work is found out once, when first asked
/// for.</summary>
internal sealed class EquationFact
{
    private readonly Lazy<IdentityOutcome> _identity;
    private readonly Lazy<RationalFunction?> _difference;
    private readonly Lazy<bool> _impossible;
    private readonly Lazy<int> _digest;

    public EquationFact(int statement, int link, Expression left, Expression right, IReadOnlySet<string> symbols, int start, int end,
        IdentityTest identities)
    {
        Statement = statement;
        Link = link;
        Left = left;
        Right = right;
        Symbols = symbols;
        Start = start;
        End = end;
        _identity = new(() => identities.Compare(left, right));
        _difference = new(() => RationalFunction.Difference(left, right));
        _impossible = new(DiffersByNumber);
        _digest = new(() => string.GetHashCode(Key, StringComparison.Ordinal));
    }

    /// <summary>Index of its statement in the step.</summary>
    public int Statement { get; }

    /// <summary>Which link of the chain it is.</summary>
    public int Link { get; }

    public Expression Left { get; }

    public Expression Right { get; }

    /// <summary>Symbols of both sides.</summary>
    public IReadOnlySet<string> Symbols { get; }

    /// <summary>Offset in the step's text.</summary>
    public int Start { get; }

    /// <summary>Offset after its last unit.</summary>
    public int End { get; }

    /// <summary>What trying both sides at points shows.</summary>
    public IdentityOutcome Identity => _identity.Value;

    /// <summary>Left minus right as a quotient of polynomials, or null where it has no such form.</summary>
    public RationalFunction? Difference => _difference.Value;

    /// <summary>Whether no value of the symbols satisfies it: "2k + 3 = 2k + 1", "sin²x + cos²x = 2", whose sides differ by a
    /// number.</summary>
    public bool IsImpossible => _impossible.Value;

    /// <summary>Whether one side is the other written anew, rightly: it ties no symbol.</summary>
    public bool IsRewriting => Identity.Agrees;

    private bool DiffersByNumber() => Difference is { IsPolynomial: true, Top: var top, Bottom: var bottom }
        ? !top.IsZero && top.IsMultipleOf(bottom)
        : Identity.FailsSomewhere && (EqualityProof.DifferByNumber(Left, Right) || IsOfUnequal(Left, Right));

    // √(b² + 1369) = √(b² + 1225): a function that takes no value twice, of what differs by a number.
    private static bool IsOfUnequal(Expression left, Expression right) =>
        left is Call { Operation: Operation.Root or Operation.Ln or Operation.Exp } a && right is Call b && a.Operation == b.Operation
        && a.Arguments.Length == b.Arguments.Length && a.Arguments[1..].SequenceEqual(b.Arguments[1..])
        && RationalFunction.Difference(a.Arguments[0], b.Arguments[0]) is
        {
            IsPolynomial: true, Top: { IsZero: false, ConstantValue: not null }, Bottom.ConstantValue: not null
        };

    /// <summary>Both sides in plain notation: what makes two facts the same.</summary>
    public string Key => $"{Left} = {Right}";

    /// <summary>Hash of <see cref="Key"/>, which every step that asked for the fact compares after every edit.</summary>
    public int Digest => _digest.Value;
}
