using ReasoningLsp.Cli.Hosting;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

public sealed class CachePlaceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_the_users_own_and_nothing_is_said()
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(new CachePlace(Path.Combine(_folder.Path, ".cache", "reasoning-review"), null),
            CachePlace.Of(_ => null, _folder.Path));
        Assert.Equal(new CachePlace("/somewhere/reasoning-review", null), CachePlace.Of(_ => "/somewhere", string.Empty));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData(null, "/no/such/home")]
    [InlineData("relative", "")]
    [InlineData(null, "relative")]
    public void Without_a_home_it_is_a_temporary_place_that_is_told(string? named, string home)
    {
        if (OperatingSystem.IsWindows())
            return;
        var place = CachePlace.Of(_ => named, home);
        Assert.StartsWith(Path.GetTempPath(), place.Folder, StringComparison.Ordinal);
        Assert.Contains(place.Folder, place.Told, StringComparison.Ordinal);
    }
}
