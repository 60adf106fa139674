using ReasoningLsp.Review.Reporting;
using ReasoningLsp.Server.Features.Commands;
using ReasoningLsp.Server.Sessions;

namespace ReasoningLsp.Server.Features.Rules;

/// <summary>Where a session's links to the rules' pages lead.</summary>
internal static class RulePageLinks
{
    /// <summary>Links in the editor.</summary>
    public static RuleLinks Of(Session session) => RuleLinks.Read(session.Settings.RulePages)
        ?? (session.Profile.CommandLinks ? RuleLinks.OfCommand(CommandNames.ExplainRule) : RuleLinks.Default);

    /// <summary>Links in a page for a browser, which carries out no command of an editor's.</summary>
    public static RuleLinks OfReport(Session session) => RuleLinks.Read(session.Settings.RulePages) ?? RuleLinks.Default;
}
