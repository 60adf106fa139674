using System.Collections.Immutable;

namespace ReasoningLsp.Review.Judges;

/// <summary>What probes found of a judge.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Hash">Hash of its file.</param>
/// <param name="Outcomes">One a probe.</param>
public sealed record ProbeReport(string Model, string Hash, ImmutableArray<ProbeOutcome> Outcomes)
{
    /// <summary>How many probes of a family were passed, of how many.</summary>
    public (int Passed, int Of) Family(string family) =>
        (Outcomes.Count(outcome => outcome.Probe.Family == family && outcome.IsPassed),
        Outcomes.Count(outcome => outcome.Probe.Family == family));

    /// <summary>The families, in order.</summary>
    public IEnumerable<string> Families => Outcomes.Select(outcome => outcome.Probe.Family).Distinct();

    /// <summary>How far answers move with the wording: the mean over the right and wrong solutions of the highest less the lowest
    /// probability of yes.</summary>
    public double MeanSpread =>
        Outcomes.Where(outcome => outcome.Probe.Family is "right solution" or "wrong solution")
        .Average(outcome => outcome.High - outcome.Low);

    /// <summary>Mean of the probability of yes for right solutions less that for wrong ones; near 0 or below, the judge cannot tell them
    /// apart.</summary>
    public double Separation => Mean("right solution") - Mean("wrong solution");

    /// <summary>Share of wrong solutions whose answer a sentence turns from anything else to yes.</summary>
    public double FlipRate(string family)
    {
        var wrong = Outcomes.Where(outcome => outcome.Probe.Family == "wrong solution")
            .ToDictionary(outcome => outcome.Probe.Problem, outcome => outcome.Answer.Verdict);
        var asked = Outcomes.Where(outcome => outcome.Probe.Family == family && wrong[outcome.Probe.Problem] != Checklists.ItemAnswer.Yes)
            .ToList();
        return asked.Count == 0 ? 0 : (double)asked.Count(outcome => outcome.Answer.Verdict == Checklists.ItemAnswer.Yes) / asked.Count;
    }

    /// <summary>What every verdict of this judge says of it, or null where it passed everything.</summary>
    public string? Caution
    {
        get
        {
            var failed = Families.Select(family => (family, result: Family(family))).Where(each => each.result.Passed < each.result.Of)
                .Select(each => $"{each.result.Of - each.result.Passed} of {each.result.Of} {each.family}s").ToList();
            return failed.Count == 0 ? null : $"this judge fails probes ({string.Join(", ", failed)})";
        }
    }

    private double Mean(string family) => Outcomes.Where(outcome => outcome.Probe.Family == family).Average(outcome => outcome.Answer.PYes);
}
