using ReasoningLsp.Review.Findings;
using ReasoningLsp.Traces;

namespace ReasoningLsp.Review.Checks;

/// <summary>RR001: a suppression comment silences nothing, or names no rule.</summary>
internal static class UnusedSuppressionCheck
{
    public static Rule Rule => RuleCatalog.UnusedSuppression;

    /// <summary>The finding for a rule that a comment names and that silenced nothing; null where the comment may still be
    /// needed.</summary>
    /// <param name="suppression">The comment.</param>
    /// <param name="name">What it names.</param>
    /// <param name="options">Which rules run, and how loudly.</param>
    /// <param name="ran">Whether a rule could find anything: those of models and checklists only where these were applied.</param>
    public static Finding? Of(Suppression suppression, string name, ReviewOptions options, Func<Rule, bool> ran)
    {
        if (options.SeverityOf(Rule) is not { } severity || string.Equals(name, Rule.Id, StringComparison.OrdinalIgnoreCase))
            return null;
        var known = RuleCatalog.Find(name);
        // A rule that did not run cannot show whether the comment is still needed.
        if (known is not null && (options.SeverityOf(known) is null || !ran(known)))
            return null;
        var message = known is null
            ? $"{name} is not a rule, so this comment silences nothing; `reasoning-lsp rules` lists the rules."
            : $"Nothing here violates {known.Id} ({known.Name}); remove the comment, or this rule from it.";
        return new Finding(Rule, severity, null, message, suppression.Span, Evidence.Of(("suppresses", name)), [], []);
    }
}
