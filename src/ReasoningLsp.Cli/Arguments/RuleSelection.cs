using System.Collections.Immutable;
using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.Review.Configuration;
using ReasoningLsp.Review.Findings;

namespace ReasoningLsp.Cli.Arguments;

/// <summary>Rules as users name them on the command line.</summary>
internal static class RuleSelection
{
    /// <summary>The ids that lists such as <c>RR101,RR3xx</c> name.</summary>
    /// <exception cref="UsageException">One of them names no rule.</exception>
    public static ImmutableHashSet<string> Parse(IEnumerable<string> lists) => lists
        .SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .SelectMany(Named)
        .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Named(string name)
    {
        if (RuleCatalog.Find(name) is { } rule)
            return [rule.Id];
        var family = name.TrimEnd('x', 'X');
        var members = RuleCatalog.All.Where(
            each => family.Length is > 2 && family.Length < name.Length && each.Id.StartsWith(family, StringComparison.OrdinalIgnoreCase))
            .Select(each => each.Id).ToList();
        return members.Count > 0 ? members : throw Unknown(name);
    }

    /// <summary>Says that there is no such rule, and which one was probably meant.</summary>
    public static UsageException Unknown(string name)
    {
        var near = Spelling.Nearest(name, RuleCatalog.All.Select(rule => rule.Id).Concat(RuleCatalog.All.Select(rule => rule.Name)));
        return new UsageException(
            $"There is no rule {name}.{(near is null ? string.Empty : $" Did you mean {near}?")} `reasoning-lsp rules` lists the rules.");
    }
}
