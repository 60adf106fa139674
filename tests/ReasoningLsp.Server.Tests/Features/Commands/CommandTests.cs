using System.Text.RegularExpressions;
using ReasoningLsp.Server.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Server.Tests.Features.Commands;

public sealed partial class CommandTests
{
    [Fact]
    public async Task The_README_names_every_command_and_no_other()
    {
        await using var server = new InProcessServer();
        var offered = (await server.Client.InitializeAsync()).GetProperty("capabilities").GetProperty("executeCommandProvider")
            .GetProperty("commands");
        var readme = await File.ReadAllTextAsync(Repository.Path("src/ReasoningLsp.Server/README.md"),
            TestContext.Current.CancellationToken);
        var named = Row().Matches(readme).Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal);
        Assert.Equal(offered.EnumerateArray().Select(command => command.GetString()!), named);
    }

    [Theory]
    [InlineData("reasoning.explainRule", "argument 1 (`rule`)")]
    [InlineData("reasoning.markWrong", "argument 1 (`data`)")]
    public async Task An_argument_that_is_missing_is_named(string command, string argument)
    {
        await using var session = await EditorSession.OpenAsync(Solutions.Sums);
        var failure = await Assert.ThrowsAsync<ServerFailure>(() => session.CommandAsync(command));
        Assert.Contains(argument, failure.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\| `(?<name>reasoning\.\w+)` \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
