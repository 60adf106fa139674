using ReasoningLsp.Mathematics.Judging;
using ReasoningLsp.Review.Analysis;
using ReasoningLsp.Review.Checking;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Languages;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR301: a symbol is given two different values, and nothing says that it changes.</summary>
internal sealed class ContradictionCheck : ICheck
{
    // Letters that count through cases, indexes and sequences take many values.
    private static readonly string[] s_counters = ["n", "k", "i", "j", "m", "f", "S", "T"];

    private static readonly char[] s_ends = ['.', ';', '\n', '。', '；'];

    public Rule Rule => RuleCatalog.Contradiction;

    public void Check(StepContext context)
    {
        var claims = context.Analysis.Values;
        for (var i = 0; i < claims.Length; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var claim = claims[i];
            if (claim.Force == ClaimForce.Passing || Array.IndexOf(s_counters, claim.Symbol) >= 0)
                continue;
            var earlier = context.Facts.ValuesOf(claim.Symbol)
                .Concat(claims.Take(i).Where(other => other.Symbol == claim.Symbol).Select(other => (Step: Here, Claim: other))).ToList();
            if (earlier.Count == 0 || earlier[0].Claim.Force is not (ClaimForce.Concluded or ClaimForce.Given)
                || earlier.Any(other => other.Claim.Force == ClaimForce.Passing || !Differ(context, other.Claim, claim))
                    || earlier.Skip(1).Any(other => Differ(context, other.Claim, earlier[0].Claim)))
                continue;
            // Two results in one step are more likely two quantities.
            if ((earlier[^1].Step == Here && claim.Force != ClaimForce.Used) || context.Facts.HasCases || context.Analysis.BeginsPart
                || MayHaveSeveral(context, claim.Symbol) || IsIntroducedAnew(context, claim))
                continue;
            Report(context, claim, earlier[^1].Step, earlier[^1].Claim);
        }
    }

    private const int Here = int.MaxValue;

    private static bool Differ(StepContext context, ValueClaim first, ValueClaim second) =>
        context.Tools.Links.JudgeReading(first.Value, second.Value).Verdict == Verdict.Fails
        && context.Tools.Links.JudgeReading(second.Value, first.Value).Verdict == Verdict.Fails;

    // An equation that is not linear in the symbol has several solutions.
    private static bool MayHaveSeveral(StepContext context, string symbol) =>
        context.Facts.EquationsOn([symbol]).Concat(context.Analysis.Equations.Where(fact => fact.Symbols.Contains(symbol)))
            .Any(fact => fact.Difference is not { IsPolynomial: true } difference || difference.Top.DegreeIn(symbol) > 1
            || difference.Bottom.DegreeIn(symbol) > 0);

    // "Let x now be the number of books. 2x = 14, so x = 7."
    private static bool IsIntroducedAnew(StepContext context, ValueClaim claim) =>
        context.Analysis.Plain[..Math.Min(claim.Start, context.Analysis.Plain.Length)].Split(s_ends).Any(sentence =>
            context.Analysis.Lexicon.Has(PhraseRole.Introduced, sentence.ToLowerInvariant()) && Names(sentence, claim.Symbol));

    private static bool Names(string sentence, string symbol)
    {
        for (var at = sentence.IndexOf(symbol, StringComparison.Ordinal); at >= 0;
            at = sentence.IndexOf(symbol, at + 1, StringComparison.Ordinal))
        {
            var end = at + symbol.Length;
            if ((at == 0 || !char.IsLetterOrDigit(sentence[at - 1])) && (end == sentence.Length || !char.IsLetterOrDigit(sentence[end])))
                return true;
        }

        return false;
    }

    private void Report(StepContext context, ValueClaim claim, int step, ValueClaim other)
    {
        var where = step == Here ? "earlier in this step" : step < 0 ? "the problem" : $"step {step + 1}";
        var span = TextSpan.FromBounds(claim.Start, claim.End);
        var place = TextSpan.FromBounds(other.Start, other.End);
        var draft = new Draft(
            Rule,
            span,
            $"{claim.Symbol} = {claim.Value} here, but {claim.Symbol} = {other.Value} {(step == Here ? where : "in " + where)}.",
            Evidence.Of(("here", $"{claim.Symbol} = {claim.Value}"), ("before", $"{claim.Symbol} = {other.Value} ({where})")));
        context.Report(step == Here
            ? draft with { Related = new RelatedLocation("the other value", place) }
            : draft with { RelatedStep = new StepPlace(step, place, "the other value") });
    }
}
