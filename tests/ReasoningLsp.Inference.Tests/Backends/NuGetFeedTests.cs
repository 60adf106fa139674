using System.Text;
using System.Text.Json;
using ReasoningLsp.Inference.Backends;
using ReasoningLsp.Inference.Download;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Backends;

/// <summary>The index of a feed in every shape: where its packages are is known, or told with the feed's own address.</summary>
public sealed class NuGetFeedTests : IDisposable
{
    private const string Packages = "PackageBaseAddress/3.0.0";

    private readonly ScratchFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly LoopbackRegistry _feed = new();

    private Uri Flat => new(_feed.Address, "flat/");

    private string Feed => $"{_feed.Address}index.json is no NuGet v3 feed: ";

    public void Dispose()
    {
        _feed.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task One_type_or_several_with_or_without_a_slash_or_a_byte_order_mark_are_read()
    {
        foreach (var type in (object[])[Packages, (string[])["PackageBaseAddress", Packages], (object[])[1, Packages]])
        {
            var index = Index((Flat.AbsoluteUri.TrimEnd('/'), type));
            Assert.Equal(Flat, await AskAsync(index));
            Assert.Equal(Flat, await AskAsync([.. Encoding.UTF8.Preamble, .. index]));
        }
    }

    [Fact]
    public async Task Of_several_the_first_that_is_an_address_is_taken() =>
        Assert.Equal(Flat, await AskAsync(Index(("http://127.0.0.1:9/", "SearchQueryService"), ("http://", Packages),
            (Flat.AbsoluteUri, Packages), ("http://127.0.0.1:9/", Packages))));

    [Theory]
    [InlineData("http://")]
    [InlineData("http:/")]
    [InlineData("http:flat")]
    [InlineData("flat/")]
    [InlineData("/r/flat/")]
    [InlineData("//127.0.0.1/flat/")]
    [InlineData("file:///etc/")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_told_as_it_stands_there(string address) =>
        Assert.Equal($"{Feed}it has its packages at \"{address}\", which is no http or https address.",
            await RefusalAsync(Index((address, Packages))));

    [Theory]
    [InlineData("<html>", "its index is no JSON. ")]
    [InlineData("", "its index is no JSON. ")]
    [InlineData("{\"resources\":[{\"@id\":\"\\ud800\",\"@type\":\"PackageBaseAddress/3.0.0\"}]}", "its index is no JSON. ")]
    [InlineData("[]", "its index names no resources.")]
    [InlineData("{\"resources\":{}}", "its index names no resources.")]
    [InlineData("{\"resources\":[3,{},{\"@type\":[[]]}]}", "it names no PackageBaseAddress/3.0.0.")]
    [InlineData("{\"resources\":[{\"@id\":1,\"@type\":\"PackageBaseAddress/3.0.0\"}]}", "it has its packages at \"\"")]
    public async Task What_is_no_index_is_told_with_the_feeds_address_and_no_path_of_ours(string index, string reason)
    {
        var message = await RefusalAsync(Encoding.UTF8.GetBytes(index));
        Assert.StartsWith(Feed + reason, message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_without_end_is_not_read_to_its_end() =>
        Assert.Contains("it has more than 4,194,304 bytes", await RefusalAsync(new byte[5 << 20]), StringComparison.Ordinal);

    private static byte[] Index(params (string Address, object Type)[] resources) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["version"] = "3.0.0",
            ["resources"] = resources.Select(each => new Dictionary<string, object> { ["@id"] = each.Address, ["@type"] = each.Type }),
        });

    private async Task<string> RefusalAsync(byte[] index) =>
        (await Assert.ThrowsAsync<InferenceException>(() => AskAsync(index))).Message;

    private async Task<Uri> AskAsync(byte[] index)
    {
        _feed.Files["index.json"] = index;
        try
        {
            return await NuGetFeed.PackagesAsync(
                new Downloader(_http, TimeProvider.System, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1), "Ask."),
                new Uri(_feed.Address, "index.json"), _folder["index"], null, TestContext.Current.CancellationToken);
        }
        finally
        {
            Assert.Empty(Directory.GetFiles(_folder.Path));
        }
    }
}
