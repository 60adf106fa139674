using System.Text.Json.Nodes;
using ReasoningLsp.Cli.Tests.Support;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Cli.Tests.Reviewing;

/// <summary>Every value of every JSON file that the program reads, replaced by a value of each other kind, is refused in words or does no
/// harm.</summary>
public sealed class AnyJsonTests : IDisposable
{
    private static readonly string[] Instead = ["null", "-1", "1e99", "\"x\"", "\"\"", "[]", "[null]", "{}", "true"];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("p.json", "review", "a.solution.md", "--profile", "p.json", "--model", "m.gguf")]
    [InlineData("user/models.json", "models", "list")]
    [InlineData("user/models.json", "review", "a.solution.md", "--profile", "mine")]
    [InlineData("user/judge-probes.json", "review", "a.solution.md", "--judge", "mine", "--checklist", "worked-solution")]
    [InlineData("reasoning-review.json", "review", "a.solution.md")]
    [InlineData("b.json", "review", "a.solution.md", "--baseline", "b.json")]
    [InlineData("t.json", "review", "t.json")]
    [InlineData("t.jsonl", "bench", "t.jsonl")]
    public async Task It_is_refused_or_harmless(string file, params string[] command)
    {
        _folder.Write("a.solution.md", "Step 1: 1 + 1 = 3.\n");
        foreach (var (text, path) in Spoilt(JsonNode.Parse(Sound(file))!))
        {
            _folder.Write("user/models.json", Sound("user/models.json"));
            _folder.Write(file, text);
            var result = await TestProgram.RunAsync(_folder, string.Empty, command, host => host with
            {
                UserFolder = _folder.At("user"),
                CacheFolder = _folder.At("cache"),
                Program = null,
            });
            Assert.True(result.ExitCode is 0 or 1 or 2, $"{path}: {result.ExitCode}");
            foreach (var word in (string[])["System.", "Exception", "BytePositionInLine", "   at "])
                Assert.False(result.Error.Contains(word, StringComparison.Ordinal), $"{path}, {text}: {result.Error}");
        }
    }

    private static string Sound(string file) => file switch
    {
        "p.json" => File.ReadAllText(Repository.Path("src/ReasoningLsp.Review/Profiles/Catalog/math-psa.json")),
        "user/models.json" => """[{"name": "mine", "profile": "versaprm", "model": "/m.gguf", "adapter": "/a.gguf", "criterion": "c"}]""",
        "user/judge-probes.json" => """{"/m.gguf|/a.gguf|0|0": "a caution"}""",
        "reasoning-review.json" => """{"rules": {"RR101": "warning"}, "include": ["*.md"], "failOn": "error", "root": true}""",
        "b.json" => """{"version": 1, "findings": [{"file": "a.solution.md", "rule": "RR101", "step": "x", "occurrence": 1}]}""",
        "t.json" => """[{"id": 1, "problem": "p", "steps": ["a", {"text": "b"}], "answer": "1", "hints": ["h"], "profile": "x"}]""",
        _ => """{"problem": "p", "steps": ["1 + 1 = 2", "3"], "label": -1, "id": "x"}""",
    };

    private static IEnumerable<(string Text, string Path)> Spoilt(JsonNode root)
    {
        foreach (var instead in Instead)
            yield return (instead, "$");
        foreach (var path in Paths(root))
        {
            foreach (var instead in Instead)
            {
                var copy = root.DeepClone();
                var node = path[..^1].Aggregate(copy, (at, step) => step is int index ? at[index]! : at[(string)step]!);
                if (path[^1] is int last)
                    node[last] = JsonNode.Parse(instead == "1e99" ? "1e99" : instead);
                else
                    node[(string)path[^1]] = JsonNode.Parse(instead);
                yield return (copy.ToJsonString(), string.Join('.', path));
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Paths(pair.Value).Select(rest => (object[])[pair.Key, .. rest]).Prepend([pair.Key])),
        JsonArray list => list.SelectMany((item, at) => Paths(item).Select(rest => (object[])[at, .. rest]).Prepend([at])),
        _ => [],
    };
}
