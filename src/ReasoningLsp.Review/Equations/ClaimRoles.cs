using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Review.Relations;

namespace ReasoningLsp.Review.Equations;

/// <summary>Tells what an equality with letters is claimed to be: by its operation, its task, its words and the chain it stands
/// in.</summary>
internal static class ClaimRoles
{
    /// <summary>Notation that nothing certain is said of.</summary>
    public const Ambiguities Unsure = Ambiguities.NeverRefute | Ambiguities.Ratio | Ambiguities.Overline;

    private const int MostWords = 3;

    private static readonly PhraseSet s_rewrites = new([.. LanguagePhrases.InAll(PhraseRole.Rewritten)]);

    private static readonly PhraseSet s_expansions = new([.. LanguagePhrases.InAll(PhraseRole.Expanded)]);

    private static readonly PhraseSet s_substitutes = new(
        "substitut*", "plug*", "using", "use the", "since", "given", "because", "recall*", "where", "let", "from", "we know", "condition*",
        "equation*", "constraint*", "set", "mod", "modulo", "characteristic*", "ignor*", "neglect*", "order", "trap", "claim*",
            "cross product", "vector*", "when", "for");

    private static readonly PhraseSet s_insertions = new("substitut*", "plug*", "insert*", "since", "because", "given that", "we know",
        "recall*", "condition*", "constraint*", "mod", "modulo");

    /// <summary>The role of an equality that was not proven.</summary>
    public static ClaimRole Of(StepContext context, JudgedLink link, EquationFact fact, Expression left, Expression right)
    {
        if (OperatorClaim.Is(left, right))
            return ClaimRole.Operation;
        if (left is FunctionValue || ExpressionInspector.Nodes(left).Any(node => node is FunctionValue))
            return ClaimRole.FunctionValue;
        if (AreBothGiven(context, left, right) || GoesOnAsEquation(context, fact))
            return ClaimRole.Condition;
        if (TaskClaim.Is(context, link, left, right))
            return ClaimRole.Task;
        if (IsRewriting(link, fact, left, right))
            return ClaimRole.Rewriting;
        var words = link.Statement.Before;
        // "By the theorem of Pythagoras, …": what more words introduce has another reason than calculating.
        return (CountWords(words) <= MostWords || s_rewrites.OccursIn(words)) && !s_substitutes.OccursIn(words)
            && !Equates(words)
            && TaskClaim.StandsAlone(context, link, fact, left, right) ? ClaimRole.Alone : ClaimRole.Condition;
    }

    /// <summary>The role and its reason for a person; null where it may be a condition.</summary>
    public static string? WhyOf(ClaimRole role) => role switch
    {
        ClaimRole.Operation => "claimed for every value: what an operation comes to",
        ClaimRole.FunctionValue => "a value of a function that is defined before",
        ClaimRole.Task => "claimed for every value, because the task wants it written anew",
        ClaimRole.Rewriting => "claimed for every value, because one side is the other written anew",
        ClaimRole.Alone => "likely claimed for every value: nothing else is said of its letters",
        _ => null,
    };

    private static int CountWords(string text) =>
        text.Split([' ', '\t', '\n', '$', ':', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter));

    // Both sides calculate with the same symbols, and the chain goes on from one to the other.
    private static bool IsRewriting(JudgedLink link, EquationFact fact, Expression left, Expression right)
    {
        if (((link.Left.Ambiguities | link.Right.Ambiguities) & Unsure) != 0 || !IsCalculation(left)
            || !(IsCalculation(right) || ExpressionInspector.IsLiteral(right)))
            return false;
        if (ExpressionInspector.Nodes(left).Concat(ExpressionInspector.Nodes(right))
            .Any(node => node is FunctionValue or Call { Operation: Operation.PlusMinus or Operation.SumOver or Operation.ProductOver }
            or Collection))
            return false;
        // An equation without a solution is still one where two expressions are set equal, or where nothing is left to be worked out.
        var isImpossible = link.Index == 0 && fact.IsImpossible && (RewritingForm.Is(left) || HasNumbersToAdd(left) || IsFactored(right))
            && !Equates(link.Statement.Before);
        if (isImpossible && IsFunction(left))
            return true;
        if (!IsCalculation(right) || !ExpressionInspector.Symbols(left).SetEquals(ExpressionInspector.Symbols(right))
            || Steps(left) != Steps(right))
            return false;
        if (IsExpansion(link, left, right) || isImpossible || FactoredForm.IsSlip(link, left, right) || IsSaidForm(link))
            return true;
        if (link.Index > 0)
            return !Equates(link.Statement.Before);
        var words = link.Statement.Before;
        return s_rewrites.OccursIn(words) && !s_substitutes.OccursIn(words) && link.Statement.Chain.Signs.Length > 1;
    }

    private static bool Equates(string words) => AnyLanguage.Has(PhraseRole.Equated, words);

    // y = 2(x + 1) and y = 2x + 5 were said before: two things that are said to meet, and none is the other written anew.
    private static bool AreBothGiven(StepContext context, Expression left, Expression right)
    {
        var known = context.Facts.EquationsOn([.. ExpressionInspector.Symbols(left)]).Concat(context.Analysis.Equations).ToList();
        return known.Exists(fact => Bare(fact.Right).Equals(left) && !fact.Left.Equals(right))
            && known.Exists(fact => Bare(fact.Right).Equals(right) && !fact.Left.Equals(left));
    }

    // "3(x + 2) = 3x + 5, so 3x + 6 = 3x + 5": who writes one side anew and keeps the other does not take them for the same.
    private static bool GoesOnAsEquation(StepContext context, EquationFact fact) => context.Analysis.Equations.Any(other =>
        other.Statement > fact.Statement && other.Symbols.SetEquals(fact.Symbols)
        && ((other.Right.Equals(fact.Right) && !other.Left.Equals(fact.Left)
                && context.Tools.Identities.Compare(other.Left, fact.Left).Agrees)
            || (other.Left.Equals(fact.Left) && !other.Right.Equals(fact.Right)
                && context.Tools.Identities.Compare(other.Right, fact.Right).Agrees)));

    // "x - 16 + 100 - 25"
    private static bool HasNumbersToAdd(Expression side) => Terms(side).Count(ExpressionInspector.IsClosed) > 1;

    // "x² + 4 = (x + 2)(x - 2)"
    private static bool IsFactored(Expression side) => side is Call
    {
        Operation: Operation.Power, Arguments: [Call { Operation: Operation.Add }, _]
    }
        || side is Call { Operation: Operation.Multiply } product
            && product.Arguments.Count(factor => factor is Call { Operation: Operation.Add }) > 1;

    /// <summary>The terms of a sum, those of sums in it among them; the side itself where it is none.</summary>
    public static IEnumerable<Expression> Terms(Expression side) => side is Call { Operation: Operation.Add } sum
        ? sum.Arguments.SelectMany(Terms) : [side];

    // "y = 2x + 5 meet": the word is none of its.
    private static Expression Bare(Expression side) => ExpressionRewriter.Rewrite(side, node => (node as Quantity)?.Value);

    // "sin²x + cos²x = 2": what no value of the letters can satisfy is no equation to be solved.
    private static bool IsFunction(Expression expression) => ExpressionInspector.Nodes(expression).Any(node => node is Call
    {
        Operation: Operation.Sin or Operation.Cos or Operation.Tan or Operation.Ln or Operation.Log or Operation.Exp or Operation.Root
    });

    /// <summary>Whether the words announce one expression in another form, so that no other fact comes in.</summary>
    public static bool IsExpansion(JudgedLink link, Expression left, Expression right)
    {
        var words = link.Statement.Before;
        return link.Index == 0 && (s_expansions.OccursIn(words) || IsSaidForm(link)) && !s_insertions.OccursIn(words) && !Equates(words)
            && NearIdentity.Is(left, right);
    }

    // "$E$ can be factored as $F$"
    private static bool IsSaidForm(JudgedLink link)
    {
        for (var index = link.Left.EndToken; index < link.Right.FirstToken; index++)
        {
            if (link.Statement.Tokens[index].Rewrites)
                return true;
        }

        return false;
    }

    // Taking away an absolute value or a floor is a case distinction.
    private static int Steps(Expression expression) =>
        ExpressionInspector.Nodes(expression)
        .Count(node => node is Call { Operation: Operation.Abs or Operation.Floor or Operation.Ceiling });

    private static bool IsCalculation(Expression expression) => expression switch
    {
        Call { Operation: Operation.Negate } call => IsCalculation(call.Arguments[0]),
        Call { Operation: Operation.Percent } => false,
        _ => expression is Call,
    };
}
