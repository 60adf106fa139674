using System.CommandLine;
using System.CommandLine.Parsing;
using ReasoningLsp.Review.Configuration;

namespace ReasoningLsp.Cli.Commands;

/// <summary>Says what is wrong with a command line and what was probably meant.</summary>
internal static class Misspelling
{
    /// <summary>The first thing wrong, or null.</summary>
    public static string? Of(ParseResult result)
    {
        if (result.Action is HelpWithExamples or PrintVersion)
            return null;
        var command = result.CommandResult.Command;
        if (!command.TreatUnmatchedTokensAsErrors)
            return result.Errors.Count == 0 ? null : result.Errors[0].Message;
        if (UnknownOption(result) is { } unknown)
        {
            var near = Spelling.Nearest(unknown,
                command.Options.Concat(Parents(command).SelectMany(parent => parent.Options.Where(option => option.Recursive)))
                .Select(option => option.Name));
            return $"There is no option {unknown}.{Suggest(near)}";
        }

        if (result.Errors.Count == 0)
            return null;
        if (command is RootCommand && result.UnmatchedTokens.Count > 0)
        {
            var near = Spelling.Nearest(result.UnmatchedTokens[0], command.Subcommands.Select(each => each.Name));
            return $"There is no command {result.UnmatchedTokens[0]}.{Suggest(near)}";
        }

        return result.Errors[0].Message;
    }

    /// <summary>An argument that looks like an option; one after <c>--</c> is meant as a path.</summary>
    private static string? UnknownOption(ParseResult result)
    {
        var arguments = result.CommandResult.Command.Arguments;
        var paths = arguments.SelectMany(argument => result.GetResult(argument)?.Tokens ?? []).Select(token => token.Value);
        var literal = result.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value)
            .ToHashSet(StringComparer.Ordinal);
        var word = paths.Concat(result.UnmatchedTokens)
            .FirstOrDefault(token => token.Length > 1 && token[0] == '-' && !literal.Contains(token));
        return word?.Split('=')[0];
    }

    private static IEnumerable<Command> Parents(Command command) => command.Parents.OfType<Command>();

    private static string Suggest(string? near) => near is null ? string.Empty : $" Did you mean {near}?";
}
