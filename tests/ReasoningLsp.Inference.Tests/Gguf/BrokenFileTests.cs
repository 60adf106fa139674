using ReasoningLsp.Inference.Gguf;
using ReasoningLsp.Inference.Heads;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Safetensors;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Gguf;

/// <summary>A zoo of broken files: each is refused with its reason, and none reaches llama.cpp, which some of them would end.</summary>
[Collection(nameof(EngineFixture))]
public sealed class BrokenFileTests(EngineFixture fixture) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sound_file_is_read_and_loaded()
    {
        var path = TinyModel.Write(_folder["sound.gguf"]);
        var description = await fixture.Engine.DescribeAsync(new ModelReference(path), TestContext.Current.CancellationToken);
        Assert.Equal(("llama", TinyModel.Vocabulary.Length, TinyModel.Hidden),
            (description.Architecture, description.Vocabulary, description.HiddenLength));
    }

    [Fact]
    public async Task A_missing_file_a_folder_and_an_empty_file_are_refused()
    {
        Assert.Equal(InferenceError.NoFile, (await RefusalAsync(_folder["nothing.gguf"])).Kind);
        Assert.Equal(InferenceError.NoFile, (await RefusalAsync(_folder.Path)).Kind);
        File.WriteAllBytes(_folder["empty.gguf"], []);
        Assert.Contains("no GGUF file", (await RefusalAsync(_folder["empty.gguf"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_named_twice_is_refused()
    {
        var twice = TinyModel.Vocabulary.ToArray();
        twice[^1] = twice[^2];
        var path = Rewritten("twice.gguf", writer => writer.Add("general.note", "x"), ("tokenizer.ggml.tokens", twice));
        Assert.Contains("\"yes\" twice", (await RefusalAsync(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_that_are_one_up_to_a_NUL_are_refused_and_nameless_ones_are_not()
    {
        var tokens = TinyModel.Vocabulary.ToArray();
        tokens[^1] = tokens[^2] + "\0rest";
        var path = Rewritten("nul.gguf", writer => writer.Add("general.note", "x"), ("tokenizer.ggml.tokens", tokens));
        Assert.Contains("twice", (await RefusalAsync(path)).Message, StringComparison.Ordinal);
        (tokens[^1], tokens[^2]) = (string.Empty, string.Empty);
        path = Rewritten("nameless.gguf", writer => writer.Add("general.note", "x"), ("tokenizer.ggml.tokens", tokens));
        await fixture.Engine.DescribeAsync(new ModelReference(path), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("llama.expert_count", 8u, "expert_used_count the value 0 and has 8 experts")]
    [InlineData("llama.expert_count", 2147483647u, "expert_count the value 2,147,483,647")]
    [InlineData("llama.expert_used_count", 2u, "expert_used_count the value 2 and has 0 experts")]
    [InlineData("llama.expert_used_count", 1073741824u, "expert_used_count the value 1,073,741,824")]
    public async Task Experts_that_llama_cpp_would_assert_on_are_refused(string key, uint value, string reason) =>
        Assert.Contains(reason, (await RefusalAsync(Rewritten("experts.gguf", writer => writer.Add(key, value)))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("bert")]
    [InlineData("none")]
    [InlineData("no_vocab")]
    [InlineData("rwkv")]
    public async Task Tokenizers_that_no_text_is_read_with_are_refused(string tokenizer) => Assert.Contains(
        $"tokenizer of the kind \"{tokenizer}\"",
        (await RefusalAsync(Rewritten("tokenizer.gguf", writer => writer.Add("general.note", "x"), ("tokenizer.ggml.model", tokenizer))))
        .Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("dynamic")]
    public async Task A_scaling_of_positions_that_llama_cpp_would_assert_on_is_refused(string scaling) => Assert.Contains(
        $"rope.scaling.type the value \"{scaling}\"; none, linear,",
        (await RefusalAsync(Rewritten("scaling.gguf", writer => writer.Add("llama.rope.scaling.type", scaling)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_pipe_and_a_device_are_refused_at_once_as_model_adapter_and_head()
    {
        if (OperatingSystem.IsWindows())
            return;
        using (var made = System.Diagnostics.Process.Start("mkfifo", [_folder["pipe"]]))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(_folder["link"], _folder["pipe"]);
        var sound = TinyModel.Write(_folder["sound.gguf"]);
        foreach (var path in (string[])[_folder["pipe"], _folder["link"], "/dev/zero"])
        {
            var test = TestContext.Current.CancellationToken;
            Assert.Contains("is no GGUF file", (await RefusalAsync(path).WaitAsync(Soon, test)).Message, StringComparison.Ordinal);
            Assert.Contains("is no GGUF file", (await Assert.ThrowsAsync<InferenceException>(() => fixture.Engine.DescribeAsync(
                new ModelReference(sound, path), test).WaitAsync(Soon, test))).Message,
                StringComparison.Ordinal);
            Assert.Contains("is no safetensors file", Assert.Throws<InferenceException>(() => SideHead.Load(path, ["score"])).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_file_that_was_written_anew_is_another_model()
    {
        var path = TinyModel.Write(_folder["m.gguf"]);
        var before = await fixture.Engine.DescribeAsync(new ModelReference(path), TestContext.Current.CancellationToken);
        TinyModel.Write(_folder["other.gguf"], seed: 2);
        File.Move(_folder["other.gguf"], path, overwrite: true);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));
        Assert.NotEqual(before.Hash, (await fixture.Engine.DescribeAsync(new ModelReference(path), TestContext.Current.CancellationToken))
            .Hash);
    }

    [Fact]
    public void A_head_that_was_saved_by_itself_has_tensors_without_a_layers_name()
    {
        using (var stream = File.Create(_folder["bare.safetensors"]))
            SafetensorsWriter.Write(stream, [("weight", [1, 2], [2f, 3f]), ("bias", [1], [0.5f])]);
        Assert.Equal([2 + 6 + 0.5], SideHead.Load(_folder["bare.safetensors"], [string.Empty]).Apply([1, 2]));
    }

    [Theory]
    [InlineData(0, 1, "no GGUF file")]
    [InlineData(4, 9, "version")]
    [InlineData(8, 255, "claims")]
    [InlineData(16, 255, "claims")]
    public async Task A_spoilt_header_is_refused(int offset, byte value, string reason)
    {
        var path = TinyModel.Write(_folder["spoilt.gguf"]);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes.AsSpan(offset, 4).Fill(value);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        Assert.Contains(reason, (await RefusalAsync(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_off_anywhere_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(TinyModel.Write(_folder["whole.gguf"]), TestContext.Current.CancellationToken);
        for (var length = 0; length < whole.Length - 32; length += 1 + (whole.Length / 60))
        {
            var path = _folder[$"cut{length}.gguf"];
            await File.WriteAllBytesAsync(path, whole.AsMemory(0, length), TestContext.Current.CancellationToken);
            Assert.Equal(InferenceError.BadFile, (await RefusalAsync(path)).Kind);
        }
    }

    [Fact]
    public void Headers_with_random_bytes_in_them_are_read_or_refused()
    {
        var whole = File.ReadAllBytes(TinyModel.Write(_folder["whole.gguf"]));
        var random = new Random(7);
        var path = _folder["random.gguf"];
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = whole.ToArray();
            for (var change = 0; change < 3; change++)
                bytes[random.Next(7_000)] = (byte)random.Next(256);
            File.WriteAllBytes(path, bytes);
            try
            {
                Assert.NotNull(GgufReader.Read(path));
            }
            catch (InferenceException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [Fact]
    public async Task A_model_larger_than_memory_is_refused_before_it_is_loaded()
    {
        var path = TinyModel.Write(_folder["sparse.gguf"]);
        // A hole in the file takes no room on the disk.
        using (var stream = new FileStream(path, FileMode.Open))
            stream.SetLength(4L << 40);
        var error = await RefusalAsync(path);
        Assert.Equal(InferenceError.TooLarge, error.Kind);
        Assert.Contains("MB of memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_no_adapter_and_an_adapter_is_no_model()
    {
        var path = TinyModel.Write(_folder["model.gguf"]);
        var error = await Assert.ThrowsAsync<InferenceException>(
            () => fixture.Engine.DescribeAsync(new ModelReference(path, path), TestContext.Current.CancellationToken));
        Assert.Contains("no LoRA adapter", error.Message, StringComparison.Ordinal);
        var adapter = Rewritten("adapter.gguf", writer => writer.Add("general.type", "adapter"));
        Assert.Contains("holds no model", (await RefusalAsync(adapter)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("x", "too short")]
    [InlineData("\u0010\0\0\0\0\0\0\0{\"a\":1}         ", "a is 1; an object is allowed here")]
    [InlineData("\u0002\0\0\0\0\0\0\0{}", "lacks score.weight")]
    public void A_broken_head_is_refused(string content, string reason)
    {
        File.WriteAllText(_folder["head.safetensors"], content);
        var error = Assert.Throws<InferenceException>(() => SideHead.Load(_folder["head.safetensors"], ["score"]));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private async Task<InferenceException> RefusalAsync(string path) =>
        await Assert.ThrowsAsync<InferenceException>(
        () => fixture.Engine.DescribeAsync(new ModelReference(path), TestContext.Current.CancellationToken));

    private string Rewritten(string name, Action<GgufWriter> change, params (string Key, object Value)[] replaced) =>
        TinyModel.Write(_folder[name], change: change, replaced: replaced.ToDictionary(each => each.Key, each => each.Value));
}
