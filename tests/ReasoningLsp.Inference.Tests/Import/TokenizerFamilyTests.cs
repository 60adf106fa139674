using System.Text.Json;
using ReasoningLsp.Inference.Import;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Import;

/// <summary>A tokenizer is recognised by how it cuts text; one that is not read is named with those that are.</summary>
public sealed class TokenizerFamilyTests
{
    private const string Qwen = """
        {"type":"Sequence","pretokenizers":[{"type":"Split","behavior":"Isolated","invert":false,"pattern":{"Regex":
        "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"}},
        {"type":"ByteLevel","add_prefix_space":false,"use_regex":false}]}
        """;

    private const string Llama3 = """
        {"type":"Sequence","pretokenizers":[{"type":"Split","behavior":"Isolated","pattern":{"Regex":
        "(?i:'s|'t)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+"}},{"type":"ByteLevel","use_regex":false}]}
        """;

    private const string SmolLm2 = """
        {"type":"Sequence","pretokenizers":[{"type":"Digits","individual_digits":true},{"type":"ByteLevel","use_regex":true}]}
        """;

    [Theory]
    [InlineData(Qwen, "qwen2")]
    [InlineData(Llama3, "llama-bpe")]
    [InlineData(SmolLm2, "smollm")]
    [InlineData("""{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true}""", "gpt-2")]
    public void Byte_pairs_are_known_by_how_they_cut_text(string pre, string family) => Assert.Equal(family, Read(pre).Pre);

    [Theory]
    [InlineData("""{"type":"Whitespace"}""", "cuts text by Whitespace")]
    [InlineData("""{"type":"Split","pattern":{"Regex":"[a-z]+"}}""", "cuts text by Split (\"[a-z]+\")")]
    [InlineData("null", "cuts text by nothing")]
    // GPT-4o's, which takes digits as Llama 3 does and letters otherwise.
    [InlineData("""{"type":"Split","pattern":{"Regex":"[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}]*[\\p{Ll}]+|\\p{N}{1,3}| ?"}}""",
        "cuts text by Split")]
    public void One_that_is_not_read_is_named_with_those_that_are(string pre, string told)
    {
        var error = Assert.Throws<InferenceException>(() => Read(pre));
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains("SmolLM2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\"\"", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"model":{"type":"WordPiece","vocab":{"a":0}}}""", "of the kind WordPiece. Read are the byte pairs of Qwen")]
    [InlineData("""{"model":{"type":"Unigram","vocab":[["a",0.1]]}}""", "of the kind Unigram. Read are the byte pairs of Qwen")]
    [InlineData("""{"model":null}""", "model is null; an object is allowed here")]
    public void Another_kind_is_named_before_its_form_is_looked_at(string json, string told)
    {
        using var folder = new ScratchFolder();
        File.WriteAllText(folder["tokenizer.json"], json);
        Assert.Contains(told, Assert.Throws<InferenceException>(() => TokenizerJsonReader.Read(folder["tokenizer.json"])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Replace","pattern":{"String":" "},"content":"▁"}""", false)]
    [InlineData("""{"type":"Sequence","normalizers":[{"type":"Prepend","prepend":"▁"},{"type":"Replace"}]}""", null)]
    [InlineData("null", null)]
    public void SentencePiece_puts_a_space_before_a_text_or_not(string normalizer, bool? adds) =>
        Assert.Equal(adds, Read("null", normalizer, byteFallback: "true").AddsSpacePrefix);

    private static ImportedTokenizer Read(string pre, string normalizer = "null", string byteFallback = "false")
    {
        using var json = JsonDocument.Parse($$$"""
            {"pre_tokenizer":{{{pre}}},"normalizer":{{{normalizer}}},"added_tokens":[],
            "model":{"type":"BPE","byte_fallback":{{{byteFallback}}},"vocab":{"a":0,"b":1,"ab":2},"merges":["a b"]}}
            """);
        return TokenizerJsonReader.Read(json.RootElement).Tokenizer;
    }
}
