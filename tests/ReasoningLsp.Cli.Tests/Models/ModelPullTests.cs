using System.Text.Json;
using System.Text.Json.Nodes;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Models;

/// <summary>Published models are got from a hub on this machine that behaves as the real one does, and score as their own code does.
/// </summary>
[Collection("in-process engine")]
public sealed class ModelPullTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Versaprm_is_got_with_the_model_that_its_adapter_is_put_on()
    {
        LlamaCheckpoint.Write(_folder.At("hub/base"));
        LlamaCheckpoint.WriteAdapter(_folder.At("hub/adapter"), 0);
        using var hub = new LoopbackHub { Limited = 1 };
        hub.Publish("UW-Madison-Lee-Lab/Llama-PRM800K", _folder.At("hub/base"));
        hub.Publish("UW-Madison-Lee-Lab/VersaPRM", _folder.At("hub/adapter"));
        var pulled = await RunAsync("models", "pull", "versaprm-8b", "--source", hub.Source, "--type", "f32", "--in-process");
        Assert.Equal((0, "adapter_config.json: The server answers 429 Too Many Requests. Asked again in 1 s.\n"),
            (pulled.ExitCode, pulled.Error));
        Assert.Contains("its adapter, on UW-Madison-Lee-Lab/Llama-PRM800K", pulled.Output, StringComparison.Ordinal);
        Assert.Contains("versaprm-8b is ready, it scored a sentence", pulled.Output, StringComparison.Ordinal);
        Assert.Contains(hub.Requests, request => request.Status == 429);
        Assert.Contains(hub.Requests, request => request.Path.StartsWith("/cdn/", StringComparison.Ordinal));
        Assert.Equal(2, hub.Requests.Count(request => request is { Status: 200 }
            && request.Path.Contains("-of-00002.safetensors", StringComparison.Ordinal)));
        // An adapter that adds nothing leaves the golden scores as they are.
        await EqualGoldenAsync(1e-4, equal: true);
        // One that adds something does not; the base is there already and is not got again.
        LlamaCheckpoint.WriteAdapter(_folder.At("hub/adapter"), 0.5f);
        Directory.Delete(_folder.At("user/downloads/UW-Madison-Lee-Lab_VersaPRM"), recursive: true);
        var before = hub.Requests.Count;
        pulled = await RunAsync("models", "pull", "versaprm-8b", "--source", hub.Source, "--type", "f32", "--in-process");
        Assert.Equal(0, pulled.ExitCode);
        Assert.Equal(2, hub.Requests.Skip(before).Count(request => request.Status == 200));
        await EqualGoldenAsync(1e-4, equal: false);
        var shown = (await RunAsync("models", "show", "versaprm-8b")).Output;
        Assert.Contains("a LoRA adapter, put on UW-Madison-Lee-Lab/Llama-PRM800K, which is got with it", shown, StringComparison.Ordinal);
        Assert.Contains("ready", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_revision_holds_and_what_is_compared_with_are_got_too()
    {
        var shepherd = SharedData.Require("fixtures/prm/checkpoints/math-shepherd-tiny");
        using var hub = new LoopbackHub();
        hub.Publish("peiyi9979/math-shepherd-mistral-7b-prm", shepherd, "refs/pr/5");
        var pulled = await RunAsync("models", "pull", "math-shepherd-7b", "--source", hub.Source, "--in-process");
        Assert.Equal((0, string.Empty), (pulled.ExitCode, pulled.Error));
        var qwen = SharedData.Require("fixtures/prm/checkpoints/qwen2.5-math-prm-tiny");
        hub.Publish("PRIME-RL/EurusPRM-Stage2", qwen);
        hub.Publish("Qwen/Qwen2.5-Math-7B-Instruct", qwen);
        pulled = await RunAsync("models", "pull", "eurusprm-stage2", "--source", hub.Source, "--in-process");
        Assert.Equal((0, string.Empty), (pulled.ExitCode, pulled.Error));
        Assert.Contains("qwen2.5-math-7b-instruct.gguf", _folder.Read("user/models.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pointer_in_the_place_of_a_file_is_told_and_one_of_the_tokenizer_is_passed_over()
    {
        var qwen = SharedData.Require("fixtures/prm/checkpoints/qwen2.5-math-prm-tiny");
        Directory.CreateDirectory(_folder.At("hub"));
        foreach (var file in Directory.GetFiles(qwen))
            File.Copy(file, _folder.At($"hub/{Path.GetFileName(file)}"));
        _folder.Write("hub/tokenizer.model", "x");
        using (var hub = new LoopbackHub { Pointers = new HashSet<string> { "tokenizer.model" } })
        {
            hub.Publish("Qwen/Qwen2.5-Math-PRM-7B", _folder.At("hub"));
            var pulled = await RunAsync("models", "pull", "qwen2.5-math-prm-7b", "--source", hub.Source, "--in-process");
            Assert.Equal((0, string.Empty), (pulled.ExitCode, pulled.Error));
        }

        Directory.Delete(_folder.At("user"), recursive: true);
        using var other = new LoopbackHub { Pointers = new HashSet<string> { "model-00002-of-00002.safetensors" } };
        other.Publish("Qwen/Qwen2.5-Math-PRM-7B", _folder.At("hub"));
        var refused = await RunAsync("models", "pull", "qwen2.5-math-prm-7b", "--source", other.Source, "--in-process");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("model-00002-of-00002.safetensors holds a pointer of Git LFS", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_says_of_each_what_it_consists_of_and_on_which_rule_its_figure_rests()
    {
        var list = (await RunAsync("models", "list")).Output;
        foreach (var said in (string[])["its F1: first step below 0.50", "its F1: first step below the threshold that is best on GSM8K",
            "its F1: mean of 10 votes, first step below 0.50", "with the code run that the model writes, which is not done here",
            "head: two layers, score.0 and score.2", "compared with Qwen/Qwen2.5-Math-7B-Instruct, which is got with it", "15.2 GB"])
            Assert.Contains(said, list, StringComparison.Ordinal);
        var shown = (await RunAsync("models", "show", "math-shepherd-7b")).Output;
        foreach (var said in (string[])["revision refs/pr/5", "about 14.4 GB to get", "trained from mistralai/Mistral-7B-v0.1", "31.5"])
            Assert.Contains(said, shown, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("models", "show", "nothing")).ExitCode);
    }

    private async Task EqualGoldenAsync(double tolerance, bool equal)
    {
        using var golden = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedData.Require("fixtures/prm/cases/versaprm.json"),
            TestContext.Current.CancellationToken));
        var each = golden.RootElement.GetProperty("cases").EnumerateArray().First();
        _folder.Write("case.jsonl", new JsonObject
        {
            ["problem"] = each.GetProperty("problem").GetString(),
            ["steps"] = new JsonArray([.. each.GetProperty("steps").EnumerateArray().Select(step => (JsonNode?)step.GetString())]),
        }.ToJsonString());
        var review = await RunAsync("review", "case.jsonl", "--format", "jsonl", "--fail-on", "never", "--profile", "versaprm-8b",
            "--precision", "f32", "--in-process");
        Assert.Equal(string.Empty, review.Error);
        using var line = JsonDocument.Parse(review.Lines[0]);
        var largest = line.RootElement.GetProperty("scores").EnumerateArray().Select(score => score.GetProperty("value").GetDouble())
            .Zip(each.GetProperty("scores").EnumerateArray(), (score, expected) => Math.Abs(score - expected.GetDouble())).Max();
        Assert.Equal(equal, largest <= tolerance);
    }

    private Task<RunResult> RunAsync(params string[] arguments) => TestProgram.RunAsync(_folder, string.Empty, arguments,
        host => host with { UserFolder = _folder.At("user"), CacheFolder = _folder.At("cache") });
}
