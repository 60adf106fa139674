using ReasoningLsp.Mathematics.Expressions;
using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Mathematics.Notation;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Rules;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR105 and RR104: an equation is followed by one, or by a value, that has no solution in common with it.</summary>
internal sealed class NotEquivalentCheck : ICheck
{
    private const Ambiguities Unsure = Ambiguities.NeverRefute | Ambiguities.Ratio | Ambiguities.Overline | Ambiguities.ImaginaryUnit | Ambiguities.EulerNumber | Ambiguities.SlashProduct | Ambiguities.ArgumentExtent;

    private static readonly Rule s_wrongSolution = RuleCatalog.Find("RR104")!;

    public Rule Rule => RuleCatalog.Find("RR105")!;

    public void Check(StepContext context)
    {
        if (context.Facts.Traits is { HasVectors: true } or { IsModular: true } or { StarIsDefined: true })
            return;
        var equations = context.Analysis.Equations;
        for (var i = 0; i < equations.Length; i++)
        {
            var second = equations[i];
            var statement = context.Analysis.Statements[second.Statement];
            if (second.Link > 0 || IsUnsure(statement) || second.Difference is null)
                continue;
            var first = i > 0 && equations[i - 1].Statement == second.Statement - 1 ? equations[i - 1] : null;
            if (first is not null && !IsUnsure(context.Analysis.Statements[first.Statement]) && Step.Follows(context.Analysis.Statements[first.Statement], first, statement, second))
                Compare(context, first, second, statement, null);
            else if (i == 0 && second.Statement == 0 && Step.Continues(statement) && context.Facts.LastEquation is { } last && !(last.Left is Symbol && ExpressionInspector.IsClosed(last.Right)))
                Compare(context, last, second, statement, new TextSpan(-1, 0));
        }
    }

    private static bool IsUnsure(Statement statement) =>
        statement.Chain.Members.Any(member => (member.Ambiguities & Unsure) != 0 || member.Expression is null || ExpressionInspector.Nodes(member.Expression).Any(node => node is Call { Operation: Operation.PlusMinus } or FunctionValue or Collection));

    private void Compare(StepContext context, EquationFact first, EquationFact second, Statement statement, TextSpan? elsewhere)
    {
        if (!ClaimGuard.IsAsserted(statement))
            return;
        if (second.Symbols.Count > 1 && (first.Link > 0 || statement.Chain.Signs.Length > 1 || (!(elsewhere is not null || Step.IsRewritten(context.Analysis.Statements[first.Statement], statement)) && ConstraintSearch.IsTied(context, [.. first.Symbols, .. second.Symbols], statement.Index, 0, first.Statement))))
            return;
        var relation = EquationPair.Compare(first, second, context.Tools, context.CancellationToken);
        if (relation is not { } witness)
            return;
        var isValue = second.Left is Symbol && ExpressionInspector.IsClosed(second.Right);
        var message = isValue
            ? $"{second.Left} = {second.Right} does not satisfy {first.Key}{witness}."
            : $"{second.Key} does not follow from {first.Key}{witness}.";
        context.Report(new Draft(isValue ? s_wrongSolution : Rule, TextSpan.FromBounds(second.Start, second.End), message, Evidence.Of(("first", first.Key), ("second", second.Key), ("why", witness.TrimStart(':', ' '))), null, elsewhere is null ? new RelatedLocation("the equation it is said to follow from", TextSpan.FromBounds(first.Start, first.End)) : null));
    }

    private static class Step
    {
        private static readonly PhraseSet s_systems = new("equations", "system", "cases", "case", "either", "possible", "extraneous", "reject*", "discard*", "ignore", "two", "three", "following", "relations", "constraints", "conditions", "vieta*", "respectively", "options", "each", "pairs", "if", "when", "suppose", "assume", "try", "test*", "check*", "for example", "different");

        private static readonly PhraseSet s_algebra = new("simplif*", "expand*", "rearrang*", "combin*", "subtract*", "divid*", "multipl*", "factor*", "isolat*", "solv*", "squar*", "cancel*", "\\implies", "\\rightarrow", "⇒", "→", "\\longrightarrow", "\\iff", "reduc*", "distribut*", "add *", "adding", "collect*", "both sides", "gives", "get", "becomes", "so", "thus", "therefore", "hence", "which is", "yields");

        public static bool Follows(Statement before, EquationFact first, Statement after, EquationFact second)
        {
            if (!DerivationBridge.Derives(after.Bridge) || s_systems.OccursIn(LastWords(before.Before, second.Symbols.Count > 1 ? 240 : 60)) || s_systems.OccursIn(LastWords(after.Before, second.Symbols.Count > 1 ? 240 : 60)))
                return false;
            if (IsValue(first) && first.Left is Symbol)
                return false;
            if (s_or.OccursIn(LastWords(before.Before, 24)) || s_or.OccursIn(FirstWords(after.After)))
                return false;
            // Rows of a display without a word between them may be a system of equations.
            var several = second.Symbols.Count > 1;
            if (s_algebra.OccursIn(after.Bridge))
                return true;
            return !after.Bridge.Contains(',', StringComparison.Ordinal) && (!several || s_rewriting.OccursIn(before.Before)) && first.Symbols.SetEquals(second.Symbols);
        }

        private static readonly PhraseSet s_rewriting = new("simplif*", "expand*", "rearrang*", "combin*", "subtract*", "divid*", "multiply both", "multiplying both", "factor*", "isolat*", "cancel*", "distribut*");

        private static readonly PhraseSet s_or = new("or", "and", "oder", "ou", "或");

        /// <summary>Whether the first equation of a step rewrites the last one of the step before.</summary>
        public static bool Continues(Statement statement) =>
            s_rewriting.OccursIn(statement.Bridge) && DerivationBridge.Derives(statement.Bridge) && !s_systems.OccursIn(statement.Bridge) && !s_or.OccursIn(FirstWords(statement.After));

        /// <summary>Whether the words say that the equation is rewritten, so that no other fact comes in.</summary>
        public static bool IsRewritten(Statement before, Statement after) => s_rewriting.OccursIn(after.Bridge) || (s_rewriting.OccursIn(before.Before) && after.Bridge.Length < 24);

        private static bool IsValue(EquationFact fact) => ExpressionInspector.IsLiteral(fact.Right);

        private static string LastWords(string text, int length) => text.Length > length ? text[^length..] : text;

        private static string FirstWords(string text) => text.Length > 24 ? text[..24] : text;
    }
}
