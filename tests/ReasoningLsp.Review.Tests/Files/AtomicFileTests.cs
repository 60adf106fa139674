using System.Text;
using ReasoningLsp.Review.Corrections;
using ReasoningLsp.Review.Files;
using ReasoningLsp.Review.Models;
using ReasoningLsp.TestSupport;
using Xunit;

namespace ReasoningLsp.Review.Tests.Files;

/// <summary>A file is there whole or not at all, however many write it at once.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Many_who_write_one_file_at_once_leave_what_one_of_them_wrote()
    {
        var path = _folder.At("shared.txt");
        string Text(int writer) => string.Concat(Enumerable.Repeat($"{writer:00} ", 20_000));
        await Parallel.ForAsync(0, 16, TestContext.Current.CancellationToken, (writer, _) =>
        {
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(Text(writer)));
            return ValueTask.CompletedTask;
        });
        var written = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(Text(int.Parse(written[..2], System.Globalization.CultureInfo.InvariantCulture)), written);
        Assert.Equal(["reasoning-review.json", "shared.txt"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_folder_that_is_missing_is_named_and_nothing_that_nobody_asked_for()
    {
        var missing = Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Create(_folder.At("none/out.txt")));
        Assert.Equal($"there is no folder {_folder.At("none")}; make it first, or name another place.", missing.Message);
        Assert.Equal("it is a folder.", Assert.Throws<IOException>(() => AtomicFile.Create(_folder.Path)).Message);
    }

    [Fact]
    public void What_is_not_committed_leaves_the_file_and_nothing_beside_it()
    {
        var path = _folder.Write("kept.txt", "old");
        using (var file = AtomicFile.Create(path))
            file.Stream.Write("new"u8);
        Assert.Equal("old", _folder.Read("kept.txt"));
        Assert.Equal(2, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void A_name_of_the_greatest_length_can_be_written()
    {
        var path = _folder.At(new string('n', 255));
        AtomicFile.Write(path, "x"u8);
        Assert.Equal("x", File.ReadAllText(path));
    }

    // A process that ended while it wrote left its part behind, which stopped all that came after it.
    [Fact]
    public void What_another_process_left_behind_stops_nobody()
    {
        Directory.CreateDirectory(_folder.At("models.json.new"));
        var registry = new ModelRegistry(_folder.At("models.json"));
        registry.Add(new InstalledModel("mine", "judge", "mine.gguf"));
        Assert.Equal("mine", Assert.Single(registry.Read()).Name);
        new MemoryStore(_folder.At(Memory.RelativePath), FolderFiles.Anywhere).Add(["A note."]);
        Assert.Contains("A note.", _folder.Read(Memory.RelativePath), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
