using System.Text.Json;
using ReasoningLsp.Inference.Hosting;
using ReasoningLsp.Inference.Libraries;
using ReasoningLsp.Inference.Native;
using ReasoningLsp.Inference.Requests;
using ReasoningLsp.Inference.Tests.Support;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Native;

/// <summary>Each known build computes, whatever its structures look like; any other is refused before one is passed.</summary>
[Collection(nameof(EngineFixture))]
public sealed class BuildTests(EngineFixture fixture) : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task LLamaSharps_own_libraries_and_those_of_npm_score_alike()
    {
        var natives = BackendFiles.LayInto(_folder["natives"]);
        var address = EngineAddress.For(natives, _folder["socket"]);
        await using var other = new EngineClient(address, new EngineLauncher(EngineRun.Program,
            ["engine", "--natives", natives, "--threads", "1", "--socket-folder", address.Folder]), TimeProvider.System);
        var hello = await other.HelloAsync(TestContext.Current.CancellationToken);
        try
        {
            Assert.Equal(NativeBuild.LLamaSharp.Commit, hello.Identity.Commit);
            Assert.Equal(Directory.Exists(Path.Combine(natives, "avx2")) ? NativeFiles.LinkedVariant : "cpu", hello.Identity.Variant);
            Assert.Contains(hello.Identity.Devices, device => device.StartsWith("CPU: ", StringComparison.Ordinal));
            // Without `npm ci` the program has the same ones.
            Assert.Equal(fixture.Engine.Identity.Commit == hello.Identity.Commit, fixture.Engine.Identity.Build == hello.Identity.Build);
            var model = new ModelReference(TinyModel.Write(_folder["m.gguf"])) { Cache = CachePrecision.Single };
            foreach (var kind in (ReadingKind[])[ReadingKind.MeanLogit, ReadingKind.Hidden])
            {
                var request = new ScoreRequest
                {
                    Model = model,
                    Pieces = [PromptPiece.Plain("the same text, scored twice, by either build")],
                    Rows = [new PromptPosition(0, 3, 1), new PromptPosition(0, 20, 2)],
                    Kind = kind,
                };
                var here = await fixture.Engine.ScoreAsync(request, TestContext.Current.CancellationToken);
                var there = await other.ScoreAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal(here.Tokens, there.Tokens);
                Assert.All(here.Values.SelectMany(row => row).Zip(there.Values.SelectMany(row => row)),
                    pair => Assert.Equal(pair.First, pair.Second, 1e-4));
            }

            var error = await Assert.ThrowsAsync<InferenceException>(() => other.GenerateAsync(
                new GenerateRequest { Model = model, Pieces = [PromptPiece.Plain("a")], Grammar = "root ::= undefined", MaximumTokens = 2 },
                null, TestContext.Current.CancellationToken));
            Assert.Contains("refuses the grammar", error.Message, StringComparison.Ordinal);
            var written = await other.GenerateAsync(
                new GenerateRequest
                {
                    Model = model,
                    Pieces = [PromptPiece.Plain("a")],
                    Grammar = "root ::= \"é\" [α-ω]",
                    MaximumTokens = 9
                }, null, TestContext.Current.CancellationToken);
            Assert.Matches("^é[α-ω]$", written.Text);
        }
        finally
        {
            using var process = System.Diagnostics.Process.GetProcessById(hello.Process);
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_build_that_is_not_known_is_refused_with_what_was_expected_and_what_was_found()
    {
        var natives = BackendFiles.LayInto(_folder["natives"]);
        BackendFiles.Rename(natives, NativeBuild.LLamaSharp.Commit, "0123abcde");
        // Nothing but libggml-base may have been loaded by then.
        File.WriteAllText(NativeFiles.Find(natives)!.Llama, "no library");
        var (code, _, error) = await EngineRun.RunAsync(_folder.Path, null, "engine", "--describe", "--natives", natives);
        Assert.Equal(2, code);
        Assert.All([.. NativeBuild.Known.Select(build => build.Commit), "found commit 0123abcde"],
            said => Assert.Contains(said, error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Libraries_that_name_one_build_and_are_laid_out_as_another_are_refused()
    {
        var natives = BackendFiles.LayInto(_folder["natives"]);
        foreach (var file in Directory.GetFiles(natives, "*ggml-cpu*", SearchOption.AllDirectories)
            .Where(file => NativeFiles.LinkedVariant == Path.GetFileName(Path.GetDirectoryName(file))))
            File.Move(file, Path.Combine(natives, Path.GetFileName(file)));
        BackendFiles.Rename(natives, NativeBuild.LLamaSharp.Commit, NativeBuild.Known[^1].Commit);
        var (code, _, error) = await EngineRun.RunAsync(_folder.Path, null, "engine", "--describe", "--natives", natives);
        Assert.Equal(2, code);
        Assert.Contains("another layout", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_that_cannot_be_loaded_is_named_with_the_loaders_reason()
    {
        var natives = BackendFiles.LayInto(_folder["natives"]);
        foreach (var file in Directory.GetFiles(natives, "*ggml-cpu*", SearchOption.AllDirectories))
            File.WriteAllText(file, "no library");
        var (code, _, error) = await EngineRun.RunAsync(_folder.Path, null, "engine", "--describe", "--natives", natives);
        Assert.Equal(2, code);
        Assert.Contains("ggml-cpu", error, StringComparison.Ordinal);
        Assert.Contains("cannot be loaded on this machine", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_builds_in_one_folder_are_refused()
    {
        var natives = BackendFiles.LayInto(_folder["natives"]);
        var llama = NativeFiles.Find(natives)!.Llama;
        File.Copy(llama, Path.Combine(natives, Path.GetFileName(llama).Replace("llama.", "llama.v0.5.0.", StringComparison.Ordinal)));
        var error = Assert.Throws<InferenceException>(() => NativeFiles.Find(natives));
        Assert.Contains("several builds", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_for_its_identity_answers_in_json_and_ends()
    {
        var (code, output, error) = await EngineRun.RunAsync(_folder.Path, null, "engine", "--describe", "--natives",
            NativeFiles.DefaultFolder);
        Assert.True(code == 0, error);
        var identity = JsonSerializer.Deserialize<EngineIdentity>(output, JsonSerializerOptions.Web)!;
        var here = fixture.Engine.Identity;
        Assert.Equal((here.Build, here.Commit, here.Release, here.Variant),
            (identity.Build, identity.Commit, identity.Release, identity.Variant));
        Assert.Equal(here.Devices, identity.Devices);
    }
}
