using System.Reflection;
using System.Runtime.InteropServices;
using ReasoningLsp.Inference.Libraries;
using Xunit;

namespace ReasoningLsp.Inference.Tests.Support;

/// <summary>LLamaSharp's own libraries, as its package holds them.</summary>
internal static class BackendFiles
{
    /// <summary>The package as the registry served it.</summary>
    public static string Package => Directory.GetFiles(Root, "*.nupkg").Single();

    private static string Root => typeof(BackendFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BackendPackage").Value!;

    /// <summary>Lays this platform's libraries into a folder, as the program has them where npm has none.</summary>
    public static string LayInto(string folder)
    {
        var natives = Path.Combine(Root, "LLamaSharpRuntimes", RuntimeInformation.RuntimeIdentifier, "native");
        Assert.SkipUnless(Directory.Exists(natives), "LLamaSharp has no libraries for this platform.");
        var common = Directory.Exists(Path.Combine(natives, "noavx")) ? Path.Combine(natives, "noavx") : natives;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(common).Where(file => !file.Contains("mtmd", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        if (common == natives)
            return folder;
        foreach (var file in Directory.GetFiles(folder, "*ggml-cpu*"))
            File.Delete(file);
        foreach (var variant in (string[])["noavx", "avx2", "avx512"])
        {
            foreach (var file in Directory.GetFiles(Path.Combine(natives, variant), "*ggml-cpu*"))
            {
                Directory.CreateDirectory(Path.Combine(folder, variant));
                File.Copy(file, Path.Combine(folder, variant, Path.GetFileName(file)));
            }
        }

        return folder;
    }

    /// <summary>Makes libggml-base in a folder name another commit.</summary>
    public static void Rename(string folder, string commit, string other)
    {
        var path = NativeFiles.Find(folder)!.GgmlBase;
        File.WriteAllBytes(path, Naming(File.ReadAllBytes(path), commit, other));
    }

    /// <summary>The bytes of a library that names another commit, which is not longer.</summary>
    public static byte[] Naming(byte[] bytes, string commit, string other)
    {
        var name = new byte[commit.Length + 1];
        System.Text.Encoding.ASCII.GetBytes(commit, name);
        var at = bytes.AsSpan().IndexOf(name);
        Assert.True(at >= 0, $"It does not name {commit}.");
        bytes.AsSpan(at, name.Length).Clear();
        System.Text.Encoding.ASCII.GetBytes(other, bytes.AsSpan(at, commit.Length));
        return bytes;
    }
}
