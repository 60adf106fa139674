namespace ReasoningLsp.Review.Reporting;

/// <summary>
/// Where a reader finds the page of a rule. A link leads to a page or is not there: where no address is known, none is written.
/// </summary>
public sealed record RuleLinks
{
    private const string Place = "{rule}";

    private readonly string? _template;

    private RuleLinks(string? template) => _template = template;

    /// <summary>The project's own repository, as <c>package.json</c> names it; no links where it names none.</summary>
    public static RuleLinks Default { get; } = Read(ProjectAddress.Home) ?? new RuleLinks((string?)null);

    /// <summary>For an editor that carries out the server's commands: the page inside the program, which needs no network.</summary>
    /// <param name="command">The command that shows a rule's page.</param>
    public static RuleLinks OfCommand(string command) => new($"command:{command}?%5B%22{Place}%22%5D");

    /// <summary>
    /// Links below a base that a person names: the address of a repository on a forge, or any address with <c>{rule}</c> in it. Null
    /// where it is no address of http, https or file.
    /// </summary>
    public static RuleLinks? Read(string? address)
    {
        if (!Uri.TryCreate(address?.Replace(Place, "RR101", StringComparison.Ordinal), UriKind.Absolute, out var uri)
            || !(uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeFile)
            || address!.Any(character => character is '(' or ')' or '<' or '>' or '"' || char.IsWhiteSpace(character)))
            return null;
        if (address.Contains(Place, StringComparison.Ordinal))
            return new RuleLinks(address);
        var repository = address.TrimEnd('/');
        return new RuleLinks($"{repository}/blob/main/docs/rules/{Place}.md") { Repository = repository };
    }

    /// <summary>The repository of which the pages are part, or null where none is known.</summary>
    public string? Repository { get; private init; }

    /// <summary>Where the page of a rule can be read, or null.</summary>
    public string? Of(string rule) => _template?.Replace(Place, rule, StringComparison.Ordinal);
}
