using System.Formats.Asn1;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using ReasoningLsp.Inference.Backends;

namespace ReasoningLsp.Inference.Tests.Support;

/// <summary>A gallery of our own: packages that are signed as nuget.org signs them, by a certificate of this test.</summary>
internal sealed class PackageMaker : IDisposable
{
    private static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public PackageMaker() =>
        _certificate = new CertificateRequest("CN=A gallery", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Time, Time.AddYears(50));

    /// <summary>Trusts this gallery and the owner that it names.</summary>
    public PackageTrust Trust => new([Convert.ToHexString(_certificate.GetCertHash(HashAlgorithmName.SHA256))], "an owner");

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    /// <summary>A package.</summary>
    /// <param name="id">What it says that it is.</param>
    /// <param name="version">Which version it says that it is.</param>
    /// <param name="files">Its files.</param>
    /// <param name="owner">The owner that the signature names.</param>
    public byte[] Make(string id, string version, IReadOnlyDictionary<string, byte[]> files, string owner = "an owner")
    {
        var unsigned = Archive(id, version, files, [0]);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, unsigned);
            using var file = File.OpenRead(path);
            return Archive(id, version, files, Sign(PackageHash.Of(file, ".signature.p7s"), owner));
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A package that nobody signed.</summary>
    public static byte[] Archive(string id, string version, IReadOnlyDictionary<string, byte[]> files, byte[]? signature)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, $"{id}.nuspec", Encoding.UTF8.GetBytes(
                $"<package xmlns=\"http://any/nuspec.xsd\"><metadata><id>{id}</id><version>{version}</version></metadata></package>"),
                CompressionLevel.Fastest);
            foreach (var (name, content) in files)
                Add(archive, name, content, CompressionLevel.Fastest);
            if (signature is not null)
                Add(archive, ".signature.p7s", signature, CompressionLevel.NoCompression);
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content, CompressionLevel level)
    {
        var entry = archive.CreateEntry(name, level);
        entry.LastWriteTime = Time;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private byte[] Sign(byte[] hash, string owner)
    {
        var owners = new AsnWriter(AsnEncodingRules.DER);
        using (owners.PushSequence())
            owners.WriteCharacterString(UniversalTagNumber.UTF8String, owner);
        var cms = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(
            $"Version:1\n\n2.16.840.1.101.3.4.2.1-Hash:{Convert.ToBase64String(hash)}\n\n")));
        cms.ComputeSignature(new CmsSigner(_certificate)
        {
            IncludeOption = X509IncludeOption.EndCertOnly,
            SignedAttributes = { new AsnEncodedData("1.3.6.1.4.1.311.84.2.1.1.2", owners.Encode()) },
        });
        return cms.Encode();
    }
}
