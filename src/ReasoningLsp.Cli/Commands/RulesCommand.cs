using System.CommandLine;
using System.Globalization;
using System.Text;
using ReasoningLsp.Cli.Arguments;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Cli.Terminal;
using ReasoningLsp.Review.Findings;
using ReasoningLsp.Review.Reporting;

namespace ReasoningLsp.Cli.Commands;

/// <summary><c>reasoning-lsp rules</c>: what is checked, and the page of each rule.</summary>
internal static class RulesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ProgramHost host)
    {
        var id = new Argument<string?>("rule")
        {
            Description = "Show the page of this rule, such as RR101 or false-equality.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("rules",
            "List the rules, or explain one: what it finds, what fails and passes, how to silence it.") { id };
        command.SetAction(result =>
        {
            using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            if (result.GetValue(id) is { } name)
                output.Write(RulePages.Of(Named(name).Id));
            else
                WriteTable(output, new Palette(host.Colour && host.OutputIsTerminal));
            return ExitCode.Clean;
        });
        return command;
    }

    private static Rule Named(string name) =>
        RuleCatalog.Find(name)
        ?? RuleCatalog.All.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw RuleSelection.Unknown(name);

    private static void WriteTable(TextWriter output, Palette palette)
    {
        var nameWidth = RuleCatalog.All.Max(rule => rule.Name.Length);
        foreach (var rule in RuleCatalog.All)
        {
            var severity = SeverityNames.NameOf(rule.Severity);
            var pad = new string(' ', "information".Length - severity.Length);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{palette.Bold(rule.Id)}  {rule.Name.PadRight(nameWidth)}  {palette.Severity(rule.Severity, severity)}{pad}  "
                    + $"{rule.Summary}"));
        }
    }
}
