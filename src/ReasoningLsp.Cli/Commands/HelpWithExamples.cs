using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ReasoningLsp.Cli.Hosting;

namespace ReasoningLsp.Cli.Commands;

/// <summary>Help that ends with how the command is used in practice and what its exit codes mean.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Review = """
        Examples:
          reasoning-lsp review homework.md                    one solution
          reasoning-lsp review solutions --format html -o report.html
          reasoning-lsp review 'data/**/*.trace.jsonl' --format jsonl > findings.jsonl
          reasoning-lsp review . --baseline known.json        report only new findings
          model | reasoning-lsp review - --stdin-format jsonl
          reasoning-lsp review homework.md --fix=propagate    repair what can be repaired exactly

        Exit codes:
          0    nothing found at or above --fail-on
          1    a finding at or above --fail-on
          2    an input could not be read, or wrong usage; the rest was reviewed all the same
          130  interrupted

        """;

    private const string Bench = """
        Examples:
          reasoning-lsp bench data/processbench               how well labelled first errors are found
          reasoning-lsp bench data/gsm8k/test.jsonl --failures misses.jsonl

        """;

    private const string Root = """
        Examples:
          reasoning-lsp review homework.md                    review a solution
          reasoning-lsp rules RR101                           explain a rule

        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command.Name switch
        {
            "review" => Review,
            "bench" => Bench,
            "rules" => string.Empty,
            _ => Root,
        };
        parseResult.InvocationConfiguration.Output.Write(examples.ReplaceLineEndings("\n"));
        return ExitCode.Clean;
    }
}
